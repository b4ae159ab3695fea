package dev.curfew.app.cli.containment;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.containment.approval.SecondApproval;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.PlanDrift;
import dev.curfew.containment.plan.PlanDrift.Difference;
import dev.curfew.containment.plan.PlanJson;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.outcome.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Plans in files: written for review, read again, and held against the servers. */
final class PlanFiles {
    /** A plan of some hundred thousand entries; anything larger is another file. */
    private static final int LARGEST = 256 << 20;

    private PlanFiles() {}

    static Outcome<ContainmentPlan> read(Path file) {
        return text(file).then(text -> PlanJson.read(text, file.toString()));
    }

    static Outcome<SecondApproval> readApproval(Path file) {
        return text(file).then(SecondApproval::read);
    }

    private static Outcome<String> text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST
                    ? Outcome.failed(Reason.INVALID_INPUT, file.toString(), "it is too large")
                    : Outcome.ok(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Outcome.failed(
                    Reason.INVALID_INPUT,
                    file.toString(),
                    "it can not be read: " + e.getClass().getSimpleName());
        }
    }

    /** Never over another file: a plan that someone reviewed stays what it was. */
    static Outcome<Path> write(ContainmentPlan plan, Path file) {
        return writeNew(
                JsonMapper.shared()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(PlanJson.write(plan)),
                file);
    }

    static Outcome<Path> writeNew(String text, Path file) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return Outcome.ok(file);
        } catch (FileAlreadyExistsException e) {
            return Outcome.failed(
                    Reason.INVALID_INPUT, file.toString(), "there is a file of that name already");
        } catch (IOException e) {
            return Outcome.failed(
                    Reason.INVALID_INPUT,
                    file.toString(),
                    "it can not be written: " + e.getClass().getSimpleName());
        }
    }

    /**
     * The saved plan with the times of now; CHANGED_MEANWHILE with what differs where the servers
     * are no longer as it saw them.
     */
    static Outcome<ContainmentPlan> stillHolds(
            ContainmentPlan saved, ContainmentPlan fresh, Printer printer) {
        List<Difference> differences = PlanDrift.between(saved, fresh);
        if (!differences.isEmpty()) {
            differences.forEach(d -> printer.say("  " + sentence(d, printer)));
            return Outcome.failed(
                    Reason.CHANGED_MEANWHILE,
                    "what the plan " + saved.id() + " is about",
                    sentence(differences.getFirst(), printer)
                            + (differences.size() > 1
                                    ? " and " + (differences.size() - 1) + " more"
                                    : ""));
        }
        return Outcome.ok(fresh.withId(saved.id()));
    }

    private static String sentence(Difference difference, Printer printer) {
        return printer.serviceText(
                "drift." + difference.key(),
                SafeText.of(difference.subject()),
                SafeText.of(difference.before()),
                SafeText.of(difference.after()));
    }
}

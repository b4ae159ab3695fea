package dev.curfew.containment.plan;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.json.JsonMapper;

/** Plans in files, written for review and read again. Blocks; any thread. */
public final class PlanFile {
    /** A plan of some hundred thousand entries; anything larger is another file. */
    private static final int LARGEST = 256 << 20;

    private PlanFile() {}

    /** INVALID_INPUT for what can not be read, or is no plan. */
    public static Outcome<ContainmentPlan> read(Path file) {
        return text(file).then(text -> PlanJson.read(text, file.toString()));
    }

    /** A small text beside a plan, such as an approval; INVALID_INPUT where it can not be read. */
    public static Outcome<String> text(Path file) {
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

    /**
     * Never over another file: a plan that someone reviewed stays what it was. INVALID_INPUT where
     * it can not be written.
     */
    public static Outcome<Path> write(ContainmentPlan plan, Path file) {
        return write(
                JsonMapper.shared()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(PlanJson.write(plan)),
                file);
    }

    /** The same for a text beside a plan. */
    public static Outcome<Path> write(String text, Path file) {
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
}

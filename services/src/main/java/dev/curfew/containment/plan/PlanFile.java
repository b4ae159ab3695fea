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
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST
                    ? Outcome.failed(
                            Reason.INVALID_INPUT, file.toString(), "it is too large for a plan")
                    : PlanJson.read(new String(bytes, StandardCharsets.UTF_8), file.toString());
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
        try {
            Files.writeString(
                    file,
                    JsonMapper.shared()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(PlanJson.write(plan)),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
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

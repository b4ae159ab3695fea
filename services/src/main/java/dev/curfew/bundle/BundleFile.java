package dev.curfew.bundle;

import dev.curfew.outcome.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a bundle from a file. Blocks; any thread but JavaFX's. */
public final class BundleFile {
    private BundleFile() {}

    /** What is in it, or why that is no bundle; failures name the file, never its content. */
    public static Outcome<GivenBundle> read(Path file) {
        String name = String.valueOf(file.getFileName());
        // A device or a pipe could block for good.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return GivenBundle.invalid(name, "it is not a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(GivenBundle.LARGEST + 1);
            return GivenBundle.parse(new String(content, StandardCharsets.UTF_8), name);
        } catch (NoSuchFileException e) {
            return GivenBundle.invalid(name, "the file is not there");
        } catch (AccessDeniedException e) {
            return GivenBundle.invalid(name, "the file may not be read by this user");
        } catch (IOException e) {
            return GivenBundle.invalid(name, "the file can not be read");
        }
    }
}

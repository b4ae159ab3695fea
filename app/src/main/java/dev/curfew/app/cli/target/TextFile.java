package dev.curfew.app.cli.target;

import dev.curfew.evidence.WholeFile;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Texts that operators wrote. Blocks. */
public final class TextFile {
    /** Nobody writes more by hand. */
    private static final int LARGEST = 4 * 1024 * 1024;

    private TextFile() {}

    public static Outcome<String> read(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(WholeFile.read(file, LARGEST));
            return Outcome.ok(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException _) {
            return unreadable(file, "it is not UTF-8");
        } catch (NoSuchFileException _) {
            return unreadable(file, "it is not there");
        } catch (IOException e) {
            return unreadable(file, WholeFile.words(e));
        }
    }

    private static Outcome<String> unreadable(Path file, String why) {
        return Outcome.failed(Reason.FILE_UNREADABLE, file.toString(), why);
    }
}

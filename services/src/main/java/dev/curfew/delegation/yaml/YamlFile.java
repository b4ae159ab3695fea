package dev.curfew.delegation.yaml;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The texts of files that people write. */
public final class YamlFile {
    private static final int LARGEST = YamlTree.LARGEST;

    private YamlFile() {}

    /** Fails as {@link Reason#FILE_UNREADABLE}. Blocks. */
    public static Outcome<String> text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST
                    ? unreadable(file, "it is larger than " + LARGEST + " bytes")
                    : Outcome.ok(
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(bytes))
                                    .toString());
        } catch (CharacterCodingException _) {
            return unreadable(file, "it is not UTF-8");
        } catch (NoSuchFileException _) {
            return unreadable(file, "it is not there");
        } catch (AccessDeniedException _) {
            return unreadable(file, "there is no right to it");
        } catch (IOException e) {
            return unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    private static Outcome<String> unreadable(Path file, String why) {
        return Outcome.failed(Reason.FILE_UNREADABLE, file.toString(), why);
    }
}

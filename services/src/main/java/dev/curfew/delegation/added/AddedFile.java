package dev.curfew.delegation.added;

import dev.curfew.delegation.token.TokenClaims;
import dev.curfew.delegation.token.TokenReader;
import dev.curfew.delegation.yaml.YamlFile;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;

/** Files with a token in compact form, or with declared grants as YAML. Blocks. */
public final class AddedFile {
    /**
     * Parts of base64 with dots between them, as nothing else that anyone writes. A token with too
     * many of them is for its reader, who says what is wrong with it.
     */
    private static final Pattern COMPACT =
            Pattern.compile("\\s*(?i:bearer\\s+)?[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]*){2,8}\\s*");

    private AddedFile() {}

    /** Whatever is in it. */
    public static Outcome<Added> read(Path file, Instant now) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A device or a pipe could block for good.
            return Outcome.failed(Reason.FILE_UNREADABLE, file.toString(), "it is not a file");
        }
        return YamlFile.text(file)
                .then(text -> read(text, String.valueOf(file.getFileName()), now));
    }

    /**
     * The same of a text that was dropped or pasted.
     *
     * @param name what it is known by
     */
    public static Outcome<Added> read(String text, String name, Instant now) {
        return COMPACT.matcher(text).matches()
                ? TokenReader.read(text, name).map(claims -> token(name, claims, now))
                : DeclaredText.read(text, name).map(Added::of);
    }

    /** One that can only be a token; else the failure says why it is none. */
    public static Outcome<Added> token(Path file, Instant now) {
        return TokenReader.read(file)
                .map(claims -> token(String.valueOf(file.getFileName()), claims, now));
    }

    /** One that can only be declared grants. */
    public static Outcome<Added> declared(Path file) {
        return YamlFile.text(file)
                .then(text -> DeclaredText.read(text, String.valueOf(file.getFileName())))
                .map(Added::of);
    }

    private static Added token(String name, TokenClaims claims, Instant now) {
        return Added.of(Added.Token.of(name, claims, now));
    }
}

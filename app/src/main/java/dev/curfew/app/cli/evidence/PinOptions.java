package dev.curfew.app.cli.evidence;

import dev.curfew.evidence.WholeFile;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.SealKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose key must have signed. */
public final class PinOptions {
    private static final int LARGEST_KEY = 4_096;

    @Option(
            names = "--thumbprint",
            paramLabel = "HEX",
            description = "The thumbprint of the key that must have signed it.")
    public @Nullable String hex;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The public key that must have signed it, PEM.")
    public @Nullable Path key;

    /** Empty: any key. */
    Outcome<Optional<String>> thumbprint() {
        if (hex != null && key != null) {
            return Outcome.failed(
                    Reason.INVALID_INPUT, "--thumbprint --key", "One of the two is enough");
        }
        if (key != null) {
            return ofFile(key);
        }
        if (hex == null) {
            return Outcome.ok(Optional.empty());
        }
        String plain = hex.replace(":", "").toLowerCase(Locale.ROOT);
        return plain.matches("[0-9a-f]{64}")
                ? Outcome.ok(Optional.of(plain))
                : Outcome.failed(
                        Reason.INVALID_INPUT,
                        "--thumbprint " + hex,
                        "A thumbprint is a SHA-256: 64 hexadecimal digits");
    }

    private static Outcome<Optional<String>> ofFile(Path file) {
        try {
            String pem =
                    new String(WholeFile.read(file, LARGEST_KEY), StandardCharsets.UTF_8)
                            .replace("\r\n", "\n");
            return SealKey.ofPem(pem.strip() + "\n")
                    .map(found -> Outcome.ok(Optional.of(found.thumbprint())))
                    .orElseGet(() ->
                            Outcome.failed(
                                    Reason.FILE_UNREADABLE,
                                    file.toString(),
                                    "it is no Ed25519 public key in PEM"));
        } catch (IOException e) {
            return Outcome.failed(Reason.FILE_UNREADABLE, file.toString(), WholeFile.words(e));
        }
    }
}

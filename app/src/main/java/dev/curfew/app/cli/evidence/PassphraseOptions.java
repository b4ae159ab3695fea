package dev.curfew.app.cli.evidence;

import dev.curfew.connect.SecretRef;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the passphrase of a signing key is. */
public final class PassphraseOptions {
    @Option(
            names = "--pass-env",
            paramLabel = "VAR",
            description = "The variable with its passphrase (default: asked for on the terminal).")
    public @Nullable String variable;

    @Option(
            names = "--pass-file",
            paramLabel = "FILE",
            description = "The file with its passphrase.")
    public @Nullable Path file;

    boolean isGiven() {
        return variable != null || file != null;
    }

    Outcome<SecretRef> reference() {
        if (variable != null && file != null) {
            return Outcome.failed(
                    Reason.INVALID_INPUT,
                    "--pass-env " + variable + " --pass-file " + file,
                    "A passphrase comes from one place");
        }
        if (variable != null) {
            return Outcome.ok(new SecretRef.EnvironmentVariable(variable));
        }
        return Outcome.ok(file == null ? new SecretRef.Prompt() : new SecretRef.SecretFile(file));
    }
}

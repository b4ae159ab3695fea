package dev.curfew.app.cli.target;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to reach a policy backend: references to secrets, never secrets. */
public final class PolicyOptions {
    @Option(
            names = "--key-env",
            paramLabel = "VAR",
            description =
                    "The variable with the policy backend's preshared key or token; with --user the"
                            + " password.")
    public @Nullable String keyVariable;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "The file with it; the line's end does not count.")
    public @Nullable Path keyFile;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description =
                    "The user of HTTP basic authentication (without a password's place it is asked"
                            + " for on the terminal).")
    public @Nullable String user;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "Who may have signed the policy backend's certificate, PEM (default: those that"
                            + " this system trusts).")
    public @Nullable Path authorities;

    @Option(
            names = "--plaintext",
            description =
                    "Reach the policy backend without TLS: whoever is on the way reads the key and"
                            + " changes decisions. On this machine, without another of these"
                            + " options, that is the default.")
    public boolean plaintext;

    public boolean isEmpty() {
        return keyVariable == null
                && keyFile == null
                && user == null
                && authorities == null
                && !plaintext;
    }
}

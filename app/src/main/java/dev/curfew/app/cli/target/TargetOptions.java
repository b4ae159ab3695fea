package dev.curfew.app.cli.target;

import dev.curfew.app.cli.session.PlainDuration;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to reach and understand a server that is not saved as a connection. */
public final class TargetOptions {
    @Option(
            names = "--workload-api",
            paramLabel = "ADDR",
            description = "Take the admin SVID from a SPIRE agent, such as unix:/run/agent.sock.")
    public @Nullable String workloadApi;

    @Option(
            names = "--cert",
            paramLabel = "FILE",
            description = "The admin SVID's certificate chain, PEM.")
    public @Nullable Path certificates;

    @Option(names = "--key", paramLabel = "FILE", description = "Its private key, PEM.")
    public @Nullable Path privateKey;

    @Option(
            names = "--bundle",
            paramLabel = "FILE",
            description = "The trust bundle of the server, PEM.")
    public @Nullable Path bundle;

    @Option(
            names = "--p12",
            paramLabel = "FILE",
            description = "The admin SVID as a PKCS#12 key store.")
    public @Nullable Path keyStore;

    @Option(
            names = "--p12-pass-env",
            paramLabel = "VAR",
            description = "The variable with its passphrase (default: asked for on the terminal).")
    public @Nullable String passphraseVariable;

    @Option(
            names = "--p12-pass-file",
            paramLabel = "FILE",
            description = "The file with its passphrase.")
    public @Nullable Path passphraseFile;

    @Option(
            names = "--trust-domain",
            paramLabel = "TD",
            description = "The trust domain that the server must belong to.")
    public @Nullable String trustDomain;

    @Option(
            names = "--server-cache",
            paramLabel = "DURATION",
            converter = PlainDuration.class,
            description =
                    "The server's cache_reload_interval (else assumed: 5s). The four timings count"
                            + " as declared when all are given, else as assumed.")
    public @Nullable Duration serverCache;

    @Option(
            names = "--agent-sync",
            paramLabel = "DURATION",
            converter = PlainDuration.class,
            description = "The SPIRE agents' sync_interval (else assumed: 5s).")
    public @Nullable Duration agentSync;

    @Option(
            names = "--default-x509-ttl",
            paramLabel = "DURATION",
            converter = PlainDuration.class,
            description = "The server's default_x509_svid_ttl (else assumed: 1h).")
    public @Nullable Duration defaultX509Ttl;

    @Option(
            names = "--default-jwt-ttl",
            paramLabel = "DURATION",
            converter = PlainDuration.class,
            description = "The server's default_jwt_svid_ttl (else assumed: 5m).")
    public @Nullable Duration defaultJwtTtl;

    public boolean hasCredentials() {
        return workloadApi != null
                || certificates != null
                || privateKey != null
                || bundle != null
                || keyStore != null
                || passphraseVariable != null
                || passphraseFile != null;
    }

    public boolean hasTimings() {
        return serverCache != null
                || agentSync != null
                || defaultX509Ttl != null
                || defaultJwtTtl != null;
    }

    public boolean isEmpty() {
        return !hasCredentials() && !hasTimings() && trustDomain == null;
    }
}

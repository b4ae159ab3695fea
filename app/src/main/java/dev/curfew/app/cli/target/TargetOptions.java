package dev.curfew.app.cli.target;

import dev.curfew.app.cli.session.DurationOrZero;
import dev.curfew.app.cli.session.PlainDuration;
import dev.curfew.connect.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
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
                    "The server's cache_reload_interval (else assumed: 5s). Each timing that is"
                            + " given counts as declared.")
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

    @Option(
            names = "--node-staleness",
            paramLabel = "DURATION",
            converter = DurationOrZero.class,
            description = "The server's max_attested_node_info_staleness (else assumed: 0s).")
    public @Nullable Duration nodeStaleness;

    @Option(
            names = "--refresh-hint",
            paramLabel = "DURATION",
            converter = PlainDuration.class,
            description = "The refresh_hint of the server's bundle endpoint (else assumed: 5m).")
    public @Nullable Duration refreshHint;

    @Option(
            names = "--ca-ttl",
            paramLabel = "DURATION",
            converter = PlainDuration.class,
            description = "The server's ca_ttl (else assumed: 24h).")
    public @Nullable Duration caTtl;

    /** Those that were given. */
    Map<Timing, Duration> timings() {
        Map<Timing, Duration> given = new EnumMap<>(Timing.class);
        put(given, Timing.CACHE_RELOAD, serverCache);
        put(given, Timing.AGENT_SYNC, agentSync);
        put(given, Timing.DEFAULT_X509_TTL, defaultX509Ttl);
        put(given, Timing.DEFAULT_JWT_TTL, defaultJwtTtl);
        put(given, Timing.NODE_STALENESS, nodeStaleness);
        put(given, Timing.FEDERATION_HINT, refreshHint);
        put(given, Timing.CA_TTL, caTtl);
        return given;
    }

    private static void put(Map<Timing, Duration> given, Timing timing, @Nullable Duration value) {
        if (value != null) {
            given.put(timing, value);
        }
    }

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
        return !timings().isEmpty();
    }

    public boolean isEmpty() {
        return !hasCredentials() && !hasTimings() && trustDomain == null;
    }
}

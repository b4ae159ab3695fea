package dev.curfew.app.cli.session;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has, before or behind its name. */
public final class GlobalOptions {
    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Write JSON, failures included.")
    public boolean json;

    @Option(
            names = "--lab",
            scope = ScopeType.INHERIT,
            description =
                    "Start the lab in this process; the targets lab:acme.test and"
                            + " lab:partner.test start it, too.")
    public boolean lab;

    @Option(
            names = "--store",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description =
                    "The file with connections, journal and snapshots (default: curfew.db in the"
                            + " platform's data folder).")
    public @Nullable Path store;

    @Option(
            names = "--timeout",
            scope = ScopeType.INHERIT,
            paramLabel = "DURATION",
            defaultValue = "30s",
            converter = PlainDuration.class,
            description =
                    "For each call to a server (default: ${DEFAULT-VALUE}); to a policy backend 10s at"
                            + " most.")
    public Duration timeout = Duration.ofSeconds(30);

    @Option(
            names = "--read-only",
            scope = ScopeType.INHERIT,
            description = "Write to no server, whatever else is asked for.")
    public boolean readOnly;
}

package dev.curfew.app.cli.action;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.target.Queries;
import dev.curfew.app.cli.target.Reader;
import dev.curfew.app.cli.target.TargetOptions;
import dev.curfew.app.cli.target.Words;
import dev.curfew.containment.Change;
import dev.curfew.estate.EntryLanguage;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.query.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "tighten",
        mixinStandardHelpOptions = true,
        description = "Shortens TTLs and sets the expiry of the workloads that a query finds.",
        footer = {
            "",
            "Example: curfew tighten prod --where 'td:acme.test ttl>1h' --x509-ttl 5m --yes",
            "Exit codes: 0 all confirmed, 1 a part of it, 2 wrong options or nothing to do,",
            "3 not confirmed or read-only, 35 longer than the authority, others: curfew exit-codes"
        })
public final class TightenCommand implements Callable<Integer> {
    private final Session session;
    private final Printer printer;

    @Parameters(paramLabel = "TARGET", description = Words.TARGET)
    private String target = "";

    @Option(names = "--where", paramLabel = "QUERY", required = true, description = Words.WHERE)
    private String where = "";

    @Option(
            names = "--x509-ttl",
            paramLabel = "DURATION",
            converter = Ttl.class,
            description = "The new X.509 TTL; 'default' leaves it to the server.")
    private Optional<Integer> x509Seconds = Optional.empty();

    @Option(
            names = "--jwt-ttl",
            paramLabel = "DURATION",
            converter = Ttl.class,
            description = "The new JWT TTL; 'default' leaves it to the server.")
    private Optional<Integer> jwtSeconds = Optional.empty();

    @Option(
            names = "--expires",
            paramLabel = "WHEN",
            description = "When the entries end: +1h, 2026-12-01T00:00:00Z or never.")
    private Optional<String> expires = Optional.empty();

    @Mixin private ActionOptions action = new ActionOptions();
    @Mixin private TargetOptions options = new TargetOptions();

    public TightenCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        if (where.isBlank()) {
            return printer.failed(
                    new Failure(
                            Reason.INVALID_INPUT,
                            "--where ''",
                            "an empty query is every workload; write '*' if that is meant"));
        }
        if (x509Seconds.isEmpty() && jwtSeconds.isEmpty() && expires.isEmpty()) {
            return printer.failed(
                    new Failure(
                            Reason.INVALID_INPUT,
                            "tighten",
                            "give --x509-ttl, --jwt-ttl or --expires"));
        }
        return switch (ExpiryOption.parse(expires, session.now())) {
            case Failed<Optional<Long>>(var failure) -> printer.failed(failure);
            case Ok<Optional<Long>>(var at) -> read(at);
        };
    }

    private int read(Optional<Long> expiresAt) {
        return switch (Reader.read(target, options, session)) {
            case Failed<ServerEstate>(var failure) -> printer.failed(failure);
            case Ok<ServerEstate>(var server) -> {
                // A query over a part of the entries would leave out others without a word.
                Optional<Failure> incomplete = Reader.incomplete(server.entries(), server);
                yield incomplete.isPresent()
                        ? printer.failed(incomplete.get())
                        : Queries.with(
                                EntryLanguage.of(server, session.now()),
                                where,
                                printer,
                                query -> tighten(server, query, expiresAt));
            }
        };
    }

    private int tighten(ServerEstate server, Query query, Optional<Long> expiresAt) {
        List<RegistrationEntry> all = server.entries().value().entries();
        List<RegistrationEntry> found =
                Arrays.stream(query.filter(all.size())).mapToObj(all::get).toList();
        if (found.isEmpty()) {
            return printer.failed(
                    new Failure(
                            Reason.INVALID_INPUT,
                            "--where '" + where + "'",
                            "none of the " + all.size() + " workloads matches it"));
        }
        Change change = new Change.Tighten(found, x509Seconds, jwtSeconds, expiresAt);
        return new ActionRun(session, action).run(session.core().planner().plan(change, server));
    }
}

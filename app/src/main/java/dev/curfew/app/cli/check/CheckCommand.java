package dev.curfew.app.cli.check;

import dev.curfew.app.cli.session.Outcomes;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.target.Backend;
import dev.curfew.app.cli.target.PolicyOptions;
import dev.curfew.app.cli.target.PolicyProfiles;
import dev.curfew.app.cli.target.Reader;
import dev.curfew.app.cli.target.TargetOptions;
import dev.curfew.app.cli.target.Words;
import dev.curfew.connect.ClockSkew;
import dev.curfew.estate.ServerEstate;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Reaches a server or policy backend, says who it is, what it offers and what it"
                        + " holds.",
        footer = {
            "",
            "Example: curfew check unix:/run/spire/api.sock --json",
            "Example: curfew check openfga:127.0.0.1:8081",
            "Exit codes: 0 all was read, 10 to 21 and 71 to 75 not reached or not let in, others:"
                    + " curfew exit-codes"
        })
public final class CheckCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "TARGET",
            description = {Words.TARGET, "Or " + Words.POLICY_TARGET})
    private String target = "";

    @Option(
            names = "--measure-clock",
            description =
                    "Also measure the server's clock. This makes the server sign a JWT that lives"
                            + " one second, which is thrown away and never shown.")
    private boolean measureClock;

    @Mixin private TargetOptions options = new TargetOptions();
    @Mixin private PolicyOptions policy = new PolicyOptions();

    public CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (PolicyProfiles.isMeant(target, session)) {
            return options.isEmpty() && !measureClock
                    ? policyBackend()
                    : misplaced("options of SPIRE servers mean nothing for a policy backend");
        }
        if (!policy.isEmpty()) {
            return misplaced("options of policy backends mean nothing for a SPIRE server");
        }
        return switch (Reader.read(target, options, session)) {
            case Failed<ServerEstate>(var failure) -> session.printer().failed(failure);
            case Ok<ServerEstate>(var server) -> report(server);
        };
    }

    private int misplaced(String why) {
        return session.printer().failed(new Failure(Reason.INVALID_INPUT, target, why));
    }

    private int policyBackend() {
        Outcome<Integer> done =
                Backend.with(target, policy, session, backend -> Outcome.ok(report(backend)));
        return switch (done) {
            case Failed<Integer>(var failure) -> session.printer().failed(failure);
            case Ok<Integer>(var code) -> code;
        };
    }

    private int report(Backend backend) {
        BackendReport report = BackendReport.of(backend);
        if (session.printer().isJson()) {
            session.printer().json(BackendJson.write(report, session.printer()));
        } else {
            new BackendText(report, session.printer()).write();
            report.problem().ifPresent(session.printer()::warn);
        }
        return report.problem().map(why -> why.reason().exitCode()).orElse(0);
    }

    private int report(ServerEstate server) {
        Optional<Outcome<ClockSkew>> clock =
                measureClock
                        ? Optional.of(session.core().estates().measureClock(server.name()))
                        : Optional.empty();
        Optional<Failure> problem = firstProblem(server).or(() -> clock.flatMap(Outcomes::failure));
        CheckReport report = new CheckReport(server, clock, problem, session.now());
        if (session.printer().isJson()) {
            session.printer().json(CheckJson.write(report, session.printer()));
        } else {
            new CheckText(report, session.printer()).write();
            problem.ifPresent(session.printer()::warn);
        }
        return problem.map(why -> why.reason().exitCode()).orElse(0);
    }

    /** Why the server could not be read as a whole; the others are seen among its features. */
    private static Optional<Failure> firstProblem(ServerEstate server) {
        return Stream.of(
                        Reader.incomplete(server.entries(), server),
                        Reader.incomplete(server.nodes(), server))
                .flatMap(Optional::stream)
                .findFirst();
    }
}

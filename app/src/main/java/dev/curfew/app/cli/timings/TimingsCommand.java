package dev.curfew.app.cli.timings;

import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.target.Reader;
import dev.curfew.app.cli.target.TargetOptions;
import dev.curfew.app.cli.target.Words;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
import dev.curfew.estate.ServerEstate;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.timing.LearnedTimings;
import dev.curfew.timing.TimingProbe;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "timings",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what no call of SPIRE tells and every bound needs: each timing with its value,"
                    + " where it comes from and since when.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0; 4 unknown connection; 10 to 21 not reached or not let in; 50 to 53 the"
                    + " store."
        })
public final class TimingsCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "TARGET", description = Words.TARGET)
    private String target = "";

    @Option(
            names = "--probe",
            description =
                    "Also learn the default TTLs. This makes the server sign one X509-SVID and one"
                            + " JWT-SVID without a TTL, which are thrown away and never shown; the"
                            + " journal notes it.")
    private boolean probe;

    @Option(names = "--save", description = "Keep what was learned with the saved connection.")
    private boolean save;

    @Mixin private TargetOptions options = new TargetOptions();

    public TimingsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return switch (Reader.read(target, options, session)) {
            case Failed<ServerEstate>(var failure) -> session.printer().failed(failure);
            case Ok<ServerEstate>(var server) -> learn(server);
        };
    }

    private int learn(ServerEstate server) {
        LearnedTimings seen = LearnedTimings.of(server);
        Optional<Failure> problem = Optional.empty();
        if (probe) {
            switch (probed(server)) {
                case Ok<Map<Timing, TimingValue>>(var found) -> seen = seen.and(found);
                case Failed<Map<Timing, TimingValue>>(var why) -> problem = Optional.of(why);
            }
        }
        if (problem.isEmpty() && save) {
            problem = kept(seen);
        }
        TimingsReport report =
                new TimingsReport(server, seen, probe && problem.isEmpty(), session.now());
        if (session.printer().isJson()) {
            session.printer().json(report.json(session.printer(), problem));
        } else {
            report.write(session.printer());
            problem.ifPresent(session.printer()::warn);
        }
        return problem.map(why -> why.reason().exitCode()).orElse(0);
    }

    private Outcome<Map<Timing, TimingValue>> probed(ServerEstate server) {
        return session.keepingStore()
                .then(store ->
                        new TimingProbe(
                                        session.core().estates(),
                                        store.journal(),
                                        session.around().clock())
                                .ask(server.name(), session.around().user()));
    }

    private Optional<Failure> kept(LearnedTimings seen) {
        return switch (session.keepingStore()) {
            case Failed<LocalStore>(var why) -> Optional.of(why);
            case Ok<LocalStore>(var store) -> {
                Optional<ConnectionProfile> saved = store.connections().find(target);
                saved.ifPresent(profile ->
                        store.connections().save(profile.with(seen.over(profile.timings()))));
                yield saved.isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                new Failure(
                                        Reason.INVALID_INPUT,
                                        "--save",
                                        target + " is no saved connection"));
            }
        };
    }
}

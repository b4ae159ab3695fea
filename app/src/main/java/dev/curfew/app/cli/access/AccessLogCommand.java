package dev.curfew.app.cli.access;

import dev.curfew.app.cli.session.PlainDuration;
import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.session.Table;
import dev.curfew.app.cli.target.Backend;
import dev.curfew.app.cli.target.PolicyOptions;
import dev.curfew.app.cli.target.Words;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.SafeText;
import dev.curfew.policy.LoggedDecision;
import dev.curfew.policy.PolicyIds;
import dev.curfew.text.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = {
            "What a policy backend has decided, whoever asked: whether an agent still acts.",
            "The newest first. Backends write their log some time after the decision (Cerbos up to",
            "30 s later as it ships): what is not there yet proves nothing."
        },
        footer = {
            "",
            "Example: curfew access log cerbos:127.0.0.1:3593 --user cerbos --key-env KEY"
                    + " --since 15m",
            "Exit codes: 0 these are all, 1 there are more than --most, 76 it keeps no log that can",
            "be read, others: curfew exit-codes"
        })
public final class AccessLogCommand implements Callable<Integer> {
    private static final int MORE = 1;

    /** The backend's clock may run ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Session session;
    private final Printer printer;

    @Parameters(paramLabel = "TARGET", description = Words.POLICY_TARGET)
    private String target = "";

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            converter = PlainDuration.class,
            defaultValue = "1h",
            description = "How far to look back (default: ${DEFAULT-VALUE}).")
    private Duration since = Duration.ofHours(1);

    @Option(
            names = "--subject",
            paramLabel = "SUBJECT",
            description = "Only what was decided about it: a SPIFFE ID, or type:id.")
    private Optional<String> subject = Optional.empty();

    @Option(
            names = "--most",
            paramLabel = "COUNT",
            defaultValue = "1000",
            description = "At most so many of the newest (default: ${DEFAULT-VALUE}).")
    private int most = 1000;

    @Mixin private Asked asked = new Asked();
    @Mixin private PolicyOptions options = new PolicyOptions();

    public AccessLogCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        return switch (Backend.with(target, options, session, this::read)) {
            case Failed<LoggedDecision.Log>(var failure) -> printer.failed(failure);
            case Ok<LoggedDecision.Log>(var log) -> print(log);
        };
    }

    private Outcome<LoggedDecision.Log> read(Backend backend) {
        Instant now = session.now();
        return principal(backend.calls().ids())
                .then(who ->
                        backend.calls()
                                .decisions(
                                        new LoggedDecision.Wanted(
                                                now.minus(since), now.plus(AHEAD), who, most)));
    }

    private Outcome<Optional<String>> principal(PolicyIds ids) {
        return subject.map(
                        text -> asked.subject(text, ids).map(who -> Optional.of(who.entity().id())))
                .orElseGet(() -> Outcome.ok(Optional.empty()));
    }

    private int print(LoggedDecision.Log log) {
        if (printer.isJson()) {
            printer.json(json(log));
        } else {
            List<List<String>> lines = new ArrayList<>();
            lines.add(List.of("AT", "DECISION", "SUBJECT", "ACTION", "RESOURCE", "POLICY"));
            for (LoggedDecision one : log.entries()) {
                lines.add(
                        List.of(
                                Moments.utc(one.at()),
                                word(one),
                                SafeText.of(one.principal()),
                                SafeText.of(one.action()),
                                SafeText.of(one.resource().display()),
                                one.because()));
            }
            Table.aligned(lines, printer::line);
            printer.say(
                    printer.text(
                            log.whole() ? "access.log" : "access.logPartly", log.entries().size()));
        }
        return log.whole() ? 0 : MORE;
    }

    private ObjectNode json(LoggedDecision.Log log) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("read_at", Moments.utc(log.readAt()));
        json.put("whole", log.whole());
        ArrayNode decisions = json.putArray("decisions");
        for (LoggedDecision one : log.entries()) {
            ObjectNode decision = decisions.addObject();
            decision.put("at", Moments.utc(one.at()));
            decision.put("decision", word(one));
            decision.put("subject", one.principal());
            decision.put("action", one.action());
            decision.put("resource", one.resource().display());
            decision.put("because", one.because());
            decision.put("call", one.call());
        }
        return json;
    }

    private static String word(LoggedDecision one) {
        return one.verdict().name().toLowerCase(Locale.ROOT);
    }
}

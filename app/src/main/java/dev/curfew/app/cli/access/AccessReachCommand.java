package dev.curfew.app.cli.access;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.target.Backend;
import dev.curfew.app.cli.target.PolicyOptions;
import dev.curfew.app.cli.target.Words;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.SafeText;
import dev.curfew.policy.Freshness;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.Reach;
import dev.curfew.policy.ReachRule;
import dev.curfew.text.Moments;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "reach",
        mixinStandardHelpOptions = true,
        description = {
            "Everything of a type that a subject may do this to. A backend that keeps rules and no",
            "relationships (Cerbos) answers with what must hold of a resource."
        },
        footer = {
            "",
            "Example: curfew access reach openfga:127.0.0.1:8081 spiffe://acme.test/agent/planner",
            "Exit codes: 0 these are all, 1 the backend stopped at its limit and there may be more,",
            "76 it does not offer this, others: curfew exit-codes"
        })
public final class AccessReachCommand implements Callable<Integer> {
    private static final int PARTLY = 1;

    private final Session session;
    private final Printer printer;

    @Parameters(index = "0", paramLabel = "TARGET", description = Words.POLICY_TARGET)
    private String target = "";

    @Parameters(index = "1", paramLabel = "SUBJECT", description = Words.SUBJECT)
    private String subject = "";

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "tool",
            description = "Of the resources (default: ${DEFAULT-VALUE}).")
    private String type = "tool";

    @Option(
            names = "--action",
            paramLabel = "ACTION",
            defaultValue = "can_use",
            description = "What may be done to them (default: ${DEFAULT-VALUE}).")
    private String action = "can_use";

    @Mixin private Asked asked = new Asked();
    @Mixin private PolicyOptions options = new PolicyOptions();

    public AccessReachCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    private sealed interface Found {
        record Resources(PolicySubject subject, Reach<PolicyEntity> reach) implements Found {}

        record ByRule(PolicySubject subject, ReachRule rule) implements Found {}
    }

    @Override
    public Integer call() {
        Outcome<Found> found = Backend.with(target, options, session, this::reached);
        return switch (found) {
            case Failed<Found>(var failure) -> printer.failed(failure);
            case Ok<Found>(Found.Resources all) -> print(all);
            case Ok<Found>(Found.ByRule rule) -> print(rule);
        };
    }

    private Outcome<Found> reached(Backend backend) {
        PolicyBackend calls = backend.calls();
        return asked.subject(subject, calls.ids())
                .then(who ->
                        calls.capabilities().contains(PolicyCapability.REACH_BY_RULE)
                                ? calls.rule(who, action, type, asked.context())
                                        .map(rule -> new Found.ByRule(who, rule))
                                : calls.resources(who, action, type, asked.context())
                                        .map(reach -> new Found.Resources(who, reach)));
    }

    private int print(Found.ByRule found) {
        ReachRule rule = found.rule();
        if (printer.isJson()) {
            ObjectNode json = json(found.subject(), rule.freshness());
            json.put("reaches", rule.scope().name().toLowerCase(Locale.ROOT));
            json.put("condition", rule.condition());
            printer.json(json);
        } else {
            printer.line(
                    printer.text(
                            "access.rule." + rule.scope().name(),
                            SafeText.of(type),
                            SafeText.of(found.subject().display()),
                            SafeText.of(action),
                            rule.condition()));
        }
        return 0;
    }

    private int print(Found.Resources found) {
        List<String> resources =
                found.reach().found().stream().sorted().map(PolicyEntity::display).toList();
        if (printer.isJson()) {
            ObjectNode json = json(found.subject(), found.reach().freshness());
            json.put("whole", found.reach().whole());
            ArrayNode array = json.putArray("resources");
            resources.forEach(array::add);
            printer.json(json);
        } else {
            resources.forEach(one -> printer.line(SafeText.of(one)));
            printer.say(
                    printer.text(
                            found.reach().whole() ? "access.reach" : "access.reachPartly",
                            resources.size(),
                            SafeText.of(type),
                            SafeText.of(found.subject().display()),
                            SafeText.of(action)));
        }
        return found.reach().whole() ? 0 : PARTLY;
    }

    private ObjectNode json(PolicySubject who, Freshness freshness) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("subject", who.display());
        json.put("action", action);
        json.put("type", type);
        json.put("asked_at", Moments.utc(freshness.readAt()));
        json.put("consistency", freshness.consistency().name().toLowerCase(Locale.ROOT));
        return json;
    }
}

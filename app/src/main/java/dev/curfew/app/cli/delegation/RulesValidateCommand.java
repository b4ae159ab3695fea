package dev.curfew.app.cli.delegation;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.delegation.rules.DelegationRules;
import dev.curfew.delegation.rules.Pattern;
import dev.curfew.delegation.rules.Rule;
import dev.curfew.delegation.rules.RulesText;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.SafeText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Reads rules and prints them as they were understood.",
        footer = {
            "",
            "Example: curfew delegation rules validate rules.yaml",
            "Exit codes: 0 they can be read, 2 they can not (the line is named), 60 the file can"
                    + " not be read"
        })
public final class RulesValidateCommand implements Callable<Integer> {
    private final Printer printer;

    @Parameters(paramLabel = "FILE", description = "Rules as YAML.")
    private Path file = Path.of("");

    public RulesValidateCommand(Session session) {
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        return switch (RulesFile.read(file)) {
            case Failed<DelegationRules>(var failure) -> printer.failed(failure);
            case Ok<DelegationRules>(var rules) -> {
                if (printer.isJson()) {
                    printer.json(json(rules));
                } else {
                    RulesText.write(rules).lines().forEach(line -> printer.line(SafeText.of(line)));
                    printer.say(
                            printer.text(
                                    "rules.valid", rules.rules().size(), word(rules.byDefault())));
                }
                yield 0;
            }
        };
    }

    private static ObjectNode json(DelegationRules rules) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("default", word(rules.byDefault()));
        ObjectNode classes = json.putObject("data_classes");
        rules.dataClasses().forEach((name, sets) -> patterns(classes, name, sets));
        ArrayNode array = json.putArray("rules");
        rules.rules().forEach(rule -> rule(array.addObject(), rule));
        return json;
    }

    private static void rule(ObjectNode json, Rule rule) {
        json.put("name", rule.name());
        json.put("effect", word(rule.effect()));
        patterns(json, "from", rule.from());
        patterns(json, "to", rule.to());
        patterns(json, "from_trust_domains", rule.fromTrustDomains());
        patterns(json, "to_trust_domains", rule.toTrustDomains());
        patterns(json, "tools", rule.tools());
        ArrayNode classes = json.putArray("data_classes");
        rule.dataClasses().forEach(classes::add);
        boolean allows = rule.effect() == Rule.Effect.ALLOW;
        rule.depth().ifPresent(depth -> json.put(allows ? "max_depth" : "deeper_than", depth));
        rule.ttl()
                .ifPresent(ttl ->
                        json.put(
                                allows ? "max_ttl_seconds" : "longer_than_seconds",
                                ttl.toSeconds()));
        json.put("reason", rule.reason());
    }

    private static void patterns(ObjectNode json, String name, List<Pattern> patterns) {
        ArrayNode array = json.putArray(name);
        patterns.forEach(pattern -> array.add(pattern.text()));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}

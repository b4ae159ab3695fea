package dev.curfew.views.delegation;

import dev.curfew.delegation.rules.DelegationRules;
import dev.curfew.delegation.rules.Grouped;
import dev.curfew.delegation.rules.Pattern;
import dev.curfew.delegation.rules.Rule;
import dev.curfew.delegation.rules.Verdict;
import dev.curfew.text.Durations;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rules, and what they say, in words. */
final class RuleWords {
    private static final String SPIFFE = "spiffe://";

    private final Ui ui;

    RuleWords(Ui ui) {
        this.ui = ui;
    }

    static String byDefault(DelegationRules rules, Ui ui) {
        return rules.byDefault() == Rule.Effect.ALLOW
                ? ui.text("rules.default.allow")
                : ui.text("rules.default.forbid");
    }

    String effect(Rule rule) {
        return rule.effect() == Rule.Effect.ALLOW
                ? ui.text("rules.allows")
                : ui.text("rules.forbids");
    }

    String from(Rule rule) {
        return side(rule.from(), rule.fromTrustDomains());
    }

    String to(Rule rule) {
        return side(rule.to(), rule.toTrustDomains());
    }

    private String side(List<Pattern> names, List<Pattern> domains) {
        List<String> all = new ArrayList<>();
        names.forEach(one -> all.add(shortened(one.text())));
        domains.forEach(one -> all.add(ui.text("rules.domain", one.text())));
        return all.isEmpty() ? ui.text("rules.anyone") : String.join(", ", all);
    }

    /** Without what all of them begin with. */
    static String shortened(String name) {
        return name.startsWith(SPIFFE) ? name.substring(SPIFFE.length()) : name;
    }

    /** What else it asks about. */
    String limits(Rule rule) {
        boolean allows = rule.effect() == Rule.Effect.ALLOW;
        List<String> all = new ArrayList<>();
        if (!rule.tools().isEmpty()) {
            all.add(
                    ui.text(
                            "rules.limit.tools",
                            rule.tools().stream()
                                    .map(Pattern::text)
                                    .collect(Collectors.joining(", "))));
        }
        if (!rule.dataClasses().isEmpty()) {
            all.add(ui.text("rules.limit.data", String.join(", ", rule.dataClasses())));
        }
        rule.depth()
                .ifPresent(depth ->
                        all.add(
                                allows
                                        ? ui.text("rules.limit.maxDepth", depth)
                                        : ui.text("rules.limit.deeper", depth)));
        rule.ttl()
                .ifPresent(ttl ->
                        all.add(
                                allows
                                        ? ui.text("rules.limit.maxTtl", Durations.display(ttl))
                                        : ui.text("rules.limit.longer", Durations.display(ttl))));
        return String.join("; ", all);
    }

    String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed(var rule) ->
                    rule.map(one -> ui.text("rules.verdict.allowed", one.name()))
                            .orElseGet(() -> ui.text("rules.verdict.allowedByDefault"));
            case Verdict.Forbidden(var rule, var because) ->
                    switch (because) {
                        case RULE -> ui.text("rules.verdict.forbidden", rule.name());
                        case DEPTH -> ui.text("rules.verdict.tooDeep", rule.name());
                        case TTL -> ui.text("rules.verdict.tooLong", rule.name());
                    };
            case Verdict.NotPermitted _ -> ui.text("rules.verdict.notPermitted");
            case Verdict.Undecided(var rule, var missing) ->
                    switch (missing) {
                        case SCOPE -> ui.text("rules.verdict.noScope", rule.name());
                        case END -> ui.text("rules.verdict.noEnd", rule.name());
                    };
        };
    }

    String stance(Grouped.Stance stance) {
        return switch (stance) {
            case FORBIDDEN -> ui.text("rules.stance.forbidden");
            case FORBIDDEN_IN_PART -> ui.text("rules.stance.forbiddenInPart");
            case ALLOWED -> ui.text("rules.stance.allowed");
            case ALLOWED_IN_PART -> ui.text("rules.stance.allowedInPart");
            case DEFAULT -> ui.text("rules.stance.default");
        };
    }

    /** A group as a row or column names it: the last part of one alone. */
    String group(Grouped.Group group, Grouped.By by) {
        String name = group.name();
        if (name.endsWith(":*")) {
            return ui.text("rules.group.every", name.substring(0, name.length() - 2));
        }
        if (by == Grouped.By.PARTY) {
            String bare = shortened(name);
            int colon = bare.indexOf(':');
            String last = bare.substring(bare.lastIndexOf('/') + 1);
            return name.startsWith(SPIFFE) ? last : bare.substring(colon + 1);
        }
        return shortened(name);
    }
}

package dev.curfew.delegation.rules;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Permission;
import dev.curfew.delegation.Scope;
import dev.curfew.delegation.rules.Rule.Effect;
import dev.curfew.delegation.rules.Verdict.Allowed;
import dev.curfew.delegation.rules.Verdict.Because;
import dev.curfew.delegation.rules.Verdict.Forbidden;
import dev.curfew.delegation.rules.Verdict.Missing;
import dev.curfew.delegation.rules.Verdict.NotPermitted;
import dev.curfew.delegation.rules.Verdict.Undecided;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where delegation is allowed and where it is forbidden. A forbidding rule wins over any that
 * allows; where no rule is about a delegation, the default decides.
 *
 * @param dataClasses by class the names of its data sets; one that is in none is {@link
 *     #UNCLASSIFIED}
 */
public record DelegationRules(
        Effect byDefault, Map<String, List<Pattern>> dataClasses, List<Rule> rules) {
    public static final String UNCLASSIFIED = "unclassified";

    /** Nothing is said yet. */
    public static final DelegationRules NONE =
            new DelegationRules(Effect.ALLOW, Map.of(), List.of());

    private static final String DATASET = "dataset:";
    private static final String TOOL = "tool:";

    public DelegationRules {
        dataClasses = Collections.unmodifiableMap(new LinkedHashMap<>(dataClasses));
        rules = List.copyOf(rules);
    }

    /** Whether anything is said at all. */
    public boolean isEmpty() {
        return rules.isEmpty() && byDefault == Effect.ALLOW;
    }

    /**
     * @param depth how often rights have been passed on, this grant included
     * @param now a grant whose beginning is not known is measured by what is left of it
     */
    public Verdict decide(Grant grant, int depth, Instant now) {
        Optional<Verdict> open = Optional.empty();
        for (Rule rule : rules) {
            if (rule.effect() == Effect.FORBID && isAboutParties(rule, grant)) {
                Optional<Verdict> verdict = forbids(rule, grant, depth, now);
                if (verdict.isPresent() && verdict.get() instanceof Forbidden) {
                    return verdict.get();
                }
                open = open.or(() -> verdict);
            }
        }
        Optional<Verdict> beyond = Optional.empty();
        for (Rule rule : rules) {
            if (rule.effect() == Effect.ALLOW && isAboutParties(rule, grant)) {
                Optional<Verdict> verdict = allows(rule, grant, depth, now);
                if (verdict.isEmpty()) {
                    continue;
                }
                switch (verdict.get()) {
                    case Allowed allowed -> {
                        return open.orElse(allowed);
                    }
                    case Undecided undecided -> open = open.or(() -> Optional.of(undecided));
                    case Forbidden forbidden -> beyond = beyond.or(() -> Optional.of(forbidden));
                    case NotPermitted _ -> {}
                }
            }
        }
        return open.isPresent() ? open.get() : beyond.orElseGet(this::unruled);
    }

    private Verdict unruled() {
        return byDefault == Effect.ALLOW ? new Allowed(Optional.empty()) : new NotPermitted();
    }

    private static boolean isAboutParties(Rule rule, Grant grant) {
        return rule.isAboutFrom(grant.from()) && rule.isAboutTo(grant.to());
    }

    private Optional<Verdict> forbids(Rule rule, Grant grant, int depth, Instant now) {
        if (rule.depth().filter(limit -> depth <= limit).isPresent()) {
            return Optional.empty();
        }
        if (rule.ttl().isPresent()) {
            End end = grant.hop().validity().end();
            if (end instanceof End.Unknown) {
                return Optional.of(new Undecided(rule, Missing.END));
            }
            if (!lastsLonger(grant, rule.ttl().get(), now)) {
                return Optional.empty();
            }
        }
        if (!rule.isAboutScope()) {
            return Optional.of(new Forbidden(rule, Because.RULE));
        }
        Optional<Scope> scope = grant.hop().scope();
        if (scope.isEmpty()) {
            return Optional.of(new Undecided(rule, Missing.SCOPE));
        }
        boolean hit =
                scope.get().permissions().stream()
                        .anyMatch(held ->
                                isTool(held) && Pattern.any(rule.tools(), toolNames(held))
                                        || isData(held)
                                                && classes(held).stream()
                                                        .anyMatch(rule.dataClasses()::contains));
        return hit ? Optional.of(new Forbidden(rule, Because.RULE)) : Optional.empty();
    }

    private Optional<Verdict> allows(Rule rule, Grant grant, int depth, Instant now) {
        Optional<Scope> scope = grant.hop().scope();
        if (rule.isAboutScope()) {
            if (scope.isEmpty()) {
                return Optional.of(new Undecided(rule, Missing.SCOPE));
            }
            if (!scope.get().permissions().stream().allMatch(held -> isWithin(rule, held))) {
                return Optional.empty();
            }
        }
        if (rule.depth().filter(limit -> depth > limit).isPresent()) {
            return Optional.of(new Forbidden(rule, Because.DEPTH));
        }
        if (rule.ttl().isPresent()) {
            if (grant.hop().validity().end() instanceof End.Unknown) {
                return Optional.of(new Undecided(rule, Missing.END));
            }
            if (lastsLonger(grant, rule.ttl().get(), now)) {
                return Optional.of(new Forbidden(rule, Because.TTL));
            }
        }
        return Optional.of(new Allowed(Optional.of(rule)));
    }

    private boolean isWithin(Rule rule, Permission held) {
        if (isTool(held)) {
            return rule.tools().isEmpty() || Pattern.any(rule.tools(), toolNames(held));
        }
        if (isData(held)) {
            return rule.dataClasses().isEmpty() || rule.dataClasses().containsAll(classes(held));
        }
        return true;
    }

    private static boolean lastsLonger(Grant grant, Duration limit, Instant now) {
        var validity = grant.hop().validity();
        if (validity.end() instanceof End.Never) {
            return true;
        }
        return validity.lifetime()
                .or(() -> validity.end().instant().map(end -> Duration.between(now, end)))
                .filter(lasts -> lasts.compareTo(limit) > 0)
                .isPresent();
    }

    private static boolean isTool(Permission held) {
        return held.resource().startsWith(TOOL);
    }

    private static boolean isData(Permission held) {
        return held.resource().startsWith(DATASET);
    }

    private static String[] toolNames(Permission held) {
        return new String[] {held.resource(), held.resource().substring(TOOL.length())};
    }

    /** All classes that a data set is in. */
    private List<String> classes(Permission held) {
        String name = held.resource().substring(DATASET.length());
        List<String> found =
                dataClasses.entrySet().stream()
                        .filter(one -> Pattern.any(one.getValue(), held.resource(), name))
                        .map(Map.Entry::getKey)
                        .toList();
        return found.isEmpty() ? List.of(UNCLASSIFIED) : found;
    }
}

package dev.curfew.delegation.rules;

import dev.curfew.delegation.Party;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One rule of who may delegate to whom. What a rule leaves out it does not ask about.
 *
 * @param from workloads or users that delegate, by SPIFFE ID or as {@code user:alice}
 * @param to whom they delegate to
 * @param fromTrustDomains of the one who delegates
 * @param toTrustDomains of the one who is delegated to
 * @param tools an allowing rule: all tools in the scope must be among these; a forbidding one: one
 *     of them is enough
 * @param dataClasses the same for the classes of data sets
 * @param depth an allowing rule: how deep at most; a forbidding one: it is about what is deeper
 * @param ttl an allowing rule: how long at most; a forbidding one: it is about what lasts longer
 * @param reason why, in the words of who wrote it; may be empty
 */
public record Rule(
        String name,
        Effect effect,
        List<Pattern> from,
        List<Pattern> to,
        List<Pattern> fromTrustDomains,
        List<Pattern> toTrustDomains,
        List<Pattern> tools,
        List<String> dataClasses,
        Optional<Integer> depth,
        Optional<Duration> ttl,
        String reason) {
    public enum Effect {
        ALLOW,
        FORBID
    }

    public Rule {
        from = List.copyOf(from);
        to = List.copyOf(to);
        fromTrustDomains = List.copyOf(fromTrustDomains);
        toTrustDomains = List.copyOf(toTrustDomains);
        tools = List.copyOf(tools);
        dataClasses = List.copyOf(dataClasses);
    }

    boolean isAboutFrom(Party party) {
        return isAbout(from, party) && isIn(fromTrustDomains, party);
    }

    boolean isAboutTo(Party party) {
        return isAbout(to, party) && isIn(toTrustDomains, party);
    }

    private static boolean isAbout(List<Pattern> patterns, Party party) {
        return patterns.isEmpty() || Pattern.any(patterns, party.display());
    }

    private static boolean isIn(List<Pattern> patterns, Party party) {
        return patterns.isEmpty()
                || party.trustDomainName().filter(name -> Pattern.any(patterns, name)).isPresent();
    }

    /** Whether it asks about more than who delegates to whom. */
    public boolean isLimited() {
        return isAboutScope() || depth.isPresent() || ttl.isPresent();
    }

    boolean isAboutScope() {
        return !tools.isEmpty() || !dataClasses.isEmpty();
    }
}

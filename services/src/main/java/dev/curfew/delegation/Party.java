package dev.curfew.delegation;

import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.util.Comparator;
import java.util.Optional;

/**
 * Someone or something that a grant begins or ends at.
 *
 * @param type what its source calls it, such as {@code agent} or {@code document}; {@code kind} is
 *     what Curfew takes that for
 * @param id of an agent the SPIFFE ID where one is known; else the source's own spelling
 */
public record Party(Kind kind, String type, String id) implements Comparable<Party> {
    private static final String SCHEME = "spiffe://";
    private static final Comparator<Party> ORDER =
            Comparator.comparing(Party::kind).thenComparing(Party::type).thenComparing(Party::id);

    public enum Kind {
        USER,
        AGENT,
        TASK,
        TOOL,
        DATASET,
        /** One that has issued identities or tokens: a SPIRE server, an authorization server. */
        AUTHORITY,
        TRUST_DOMAIN,
        NODE,
        /** A group of nodes. */
        NODE_ALIAS,
        /** Of a type that no mapping names. */
        OTHER;

        /** As it is written in rules and exports. */
        public String word() {
            return switch (this) {
                case USER -> "user";
                case AGENT -> "agent";
                case TASK -> "task";
                case TOOL -> "tool";
                case DATASET -> "dataset";
                case AUTHORITY -> "authority";
                case TRUST_DOMAIN -> "trust-domain";
                case NODE -> "node";
                case NODE_ALIAS -> "node-alias";
                case OTHER -> "other";
            };
        }

        /** Whether it can hold a right and pass it on. */
        public boolean acts() {
            return this == USER || this == AGENT;
        }

        /** Whether it is what rights are about. */
        public boolean isTarget() {
            return this == TOOL || this == DATASET;
        }
    }

    public static Party of(Kind kind, String id) {
        return new Party(kind, kind.word(), id);
    }

    public static Party agent(String id) {
        return of(Kind.AGENT, id);
    }

    public static Party user(String id) {
        return of(Kind.USER, id);
    }

    public static Party tool(String id) {
        return of(Kind.TOOL, id);
    }

    /** Everyone of a type, as backends write it. */
    public boolean isEveryone() {
        return id.equals("*");
    }

    public Optional<SpiffeId> spiffeId() {
        if (!id.startsWith(SCHEME)) {
            return Optional.empty();
        }
        return switch (SpiffeIds.parse(id)) {
            case Ok<SpiffeId>(var parsed) -> Optional.of(parsed);
            case Failed<SpiffeId> _ -> Optional.empty();
        };
    }

    /**
     * The name in front of the path, as it stands there: quick, for those who go over very many.
     * Empty where there is none.
     */
    public Optional<String> trustDomainName() {
        if (kind == Kind.TRUST_DOMAIN) {
            return Optional.of(id);
        }
        if (!id.startsWith(SCHEME)) {
            return Optional.empty();
        }
        int end = id.indexOf('/', SCHEME.length());
        String name = id.substring(SCHEME.length(), end < 0 ? id.length() : end);
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /** Of one with a SPIFFE ID, or of a trust domain itself. */
    public Optional<TrustDomain> trustDomain() {
        if (kind == Kind.TRUST_DOMAIN) {
            return switch (SpiffeIds.parseTrustDomain(id)) {
                case Ok<TrustDomain>(var parsed) -> Optional.of(parsed);
                case Failed<TrustDomain> _ -> Optional.empty();
            };
        }
        return spiffeId().map(SpiffeId::getTrustDomain);
    }

    /** The last part of its ID: what people call it. */
    public String shortName() {
        return spiffeId().map(SpiffeIds::shortName).orElse(id);
    }

    /** {@code tool:mail}; one with a SPIFFE ID by that alone. */
    public String display() {
        return id.startsWith(SCHEME) ? id : type + ":" + id;
    }

    @Override
    public int compareTo(Party other) {
        return ORDER.compare(this, other);
    }
}

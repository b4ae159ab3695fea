package dev.curfew.delegation;

import java.util.Optional;

/**
 * One edge of delegation: somebody gives, somebody or something is given. Two grants are the same
 * if their IDs are.
 *
 * @param id its own in the whole graph, made of its system and what it is called there
 * @param relation what the source calls it, such as {@code delegate} or {@code can_use}
 */
public record Grant(
        String id, Kind kind, Party from, Party to, String relation, Hop hop, Source source) {

    /** What an edge says, and in which layer it is drawn. */
    public enum Kind {
        /** Somebody lets an agent act. */
        DELEGATES(Layer.RIGHTS),
        /** A right to a tool, a data set or a task that a delegation carries. */
        USES(Layer.RIGHTS),
        /** A right to a tool that nobody delegated: it is simply there. */
        STANDING(Layer.RIGHTS),
        /**
         * What is given to everyone of a type is given to this one; derived, and on paths alone.
         */
        INCLUDED(Layer.RIGHTS),
        /** A person answers for an agent, or began a task. */
        ANSWERS_FOR(Layer.ACCOUNTABILITY),
        /** What issues identities, above the entry that lets a workload have one. */
        PARENT(Layer.IDENTITY),
        /** A node that belongs to a group of nodes. */
        ALIAS(Layer.IDENTITY),
        /** An identity that may mint others. */
        DOWNSTREAM(Layer.IDENTITY),
        FEDERATES(Layer.IDENTITY),
        /** A relation that no mapping names, shown as it is. */
        UNMAPPED(Layer.UNMAPPED);

        private final Layer layer;

        Kind(Layer layer) {
            this.layer = layer;
        }

        public Layer layer() {
            return layer;
        }
    }

    /** Reach, paths, rings and choke points are about rights alone. */
    public enum Layer {
        RIGHTS,
        ACCOUNTABILITY,
        IDENTITY,
        UNMAPPED
    }

    /** What is known of a grant at a moment. */
    public enum State {
        LIVE,
        /** It begins later. */
        PENDING,
        EXPIRED,
        /** Its system does not let it count any more. */
        WITHDRAWN,
        /** It would count, but what it depends on does not. */
        CUT_ABOVE,
        /** It counts as far as anyone says, and nobody says until when. */
        UNKNOWN
    }

    public Optional<String> parent() {
        return hop.lineage().parent();
    }

    public boolean isRight() {
        return kind.layer() == Layer.RIGHTS;
    }

    /** Whether both ends have a trust domain and these differ. */
    public boolean crossesTrustDomains() {
        return from.trustDomainName()
                .flatMap(here -> to.trustDomainName().map(there -> !here.equals(there)))
                .orElse(false);
    }

    public Grant with(Hop changed) {
        return new Grant(id, kind, from, to, relation, changed, source);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grant grant && grant.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}

package dev.curfew.policy;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One policy backend, connected. Any thread; every call blocks for some seconds at most (a listing
 * as long as it is wanted): for virtual threads. What a backend has no {@link PolicyCapability} for
 * fails with {@link Reason#NOT_OFFERED}.
 *
 * <p>{@link #tighten}, {@link #end}, {@link #restore}, {@link #quarantine} and {@link #lift} write:
 * only containment calls them, and asks {@link #proveEnded} or {@link #proveTightened} afterwards.
 */
public interface PolicyBackend extends AutoCloseable {
    PolicyTarget target();

    Set<PolicyCapability> capabilities();

    /** What was found to be dangerous when it was opened. */
    List<PolicyWarning> warnings();

    default PolicyIds ids() {
        return PolicyIds.of(target().kind());
    }

    /** What it last called its version, with no call of its own; empty: it does not tell. */
    default Optional<String> version() {
        return Optional.empty();
    }

    /** How many calls were made over this connection until now. */
    long calls();

    /**
     * A small call that changes nothing: how long its answer took. Where a backend has nothing but
     * decisions ({@link PolicyKind#EXT_AUTHZ}) it is a question about nobody, which its log keeps.
     */
    Outcome<Duration> ping();

    /** What it keeps, page by page, so that a million rows need no room. */
    default Outcome<Listing> list(RelationshipFilter filter, RelationshipListener listener) {
        return notOffered(PolicyCapability.LIST_RELATIONSHIPS);
    }

    /** The names of its policies. */
    default Outcome<List<String>> policies() {
        return notOffered(PolicyCapability.LIST_POLICIES);
    }

    /** The newest model or schema, as it is. */
    default Outcome<PolicyModel> model() {
        return notOffered(PolicyCapability.MODEL);
    }

    /**
     * A page of what was changed, the oldest first.
     *
     * @param from empty: from the beginning; else what the page before said
     */
    default Outcome<PolicyChange.Page> changes(String from) {
        return notOffered(PolicyCapability.CHANGES);
    }

    /** One decision. A question that could not be evaluated is a decision, not a failure. */
    Outcome<Decision> check(AccessQuestion question, Consistency consistency);

    /** A decision for each question, in their order. */
    Outcome<List<Decision>> checkAll(List<AccessQuestion> questions, Consistency consistency);

    /**
     * What it has decided, our own questions among them. Backends write this down some time later:
     * what is not there proves nothing.
     */
    default Outcome<LoggedDecision.Log> decisions(LoggedDecision.Wanted wanted) {
        return notOffered(PolicyCapability.DECISIONS);
    }

    /** Why it decides so, looked at with the strongest consistency. */
    default Outcome<Explanation> explain(AccessQuestion question) {
        return notOffered(PolicyCapability.EXPLAIN);
    }

    /** The resources of one type that a subject may do this to. */
    default Outcome<Reach<PolicyEntity>> resources(
            PolicySubject subject,
            String action,
            String resourceType,
            AccessQuestion.AccessContext context) {
        return notOffered(PolicyCapability.REACH_RESOURCES);
    }

    /** Which resources of one type a subject may do this to, as a rule on them. */
    default Outcome<ReachRule> rule(
            PolicySubject subject,
            String action,
            String resourceType,
            AccessQuestion.AccessContext context) {
        return notOffered(PolicyCapability.REACH_BY_RULE);
    }

    /** The subjects of one type that may do this to a resource. */
    default Outcome<Reach<PolicySubject>> subjects(
            PolicyEntity resource,
            String action,
            String subjectType,
            AccessQuestion.AccessContext context) {
        return notOffered(PolicyCapability.REACH_SUBJECTS);
    }

    /** Whether this relationship can be given an earlier end, and in how many transactions. */
    default Tightening tightening(Relationship relationship) {
        return Tightening.IMPOSSIBLE;
    }

    /**
     * Gives a relationship an earlier end. Never a later one: that fails.
     *
     * @param now the relationship as it was read; if it is not so any more, nothing is written and
     *     the failure is {@link Reason#CHANGED_MEANWHILE}
     * @return the relationship that took its place
     */
    default Outcome<Relationship> tighten(Relationship now, Instant notAfter) {
        return notOffered(PolicyCapability.TIGHTEN);
    }

    /** Ends a relationship. The same again does no harm. */
    default Outcome<Ending> end(Relationship relationship) {
        return notOffered(PolicyCapability.END);
    }

    /**
     * Puts a relationship back as it was; one between the same two with another end makes room for
     * it. The same again does no harm.
     */
    default Outcome<Relationship> restore(Relationship before) {
        return notOffered(PolicyCapability.END);
    }

    /** Asks again after {@link #end}. */
    default Outcome<Proof> proveEnded(Relationship ended) {
        return notOffered(PolicyCapability.END);
    }

    /** Asks again after {@link #tighten}: whether it reads back with the end it was given. */
    default Outcome<Proof> proveTightened(Relationship tightened) {
        return notOffered(PolicyCapability.TIGHTEN);
    }

    /** Denies a subject everything, at once and until it is lifted. */
    default Outcome<Quarantine> quarantine(PolicyEntity subject, Quarantine.Cause cause) {
        return notOffered(PolicyCapability.QUARANTINE);
    }

    /** Asks again after {@link #quarantine}: whether that very policy denies the subject. */
    default Outcome<Proof> proveQuarantined(PolicyEntity subject) {
        return notOffered(PolicyCapability.QUARANTINE);
    }

    /**
     * What its log of decisions shows of a quarantine, where it keeps one ({@link
     * PolicyCapability#DECISIONS}). Read as a whole from {@code from} on, which may take half a
     * minute.
     *
     * @param from on our clock, from a while before the quarantine was begun
     */
    default Outcome<QuarantineTrace> traceQuarantine(PolicyEntity subject, Instant from) {
        return notOffered(PolicyCapability.DECISIONS);
    }

    /** Takes a quarantine back; the subject then has what it had before. */
    default Outcome<Ending> lift(PolicyEntity subject) {
        return notOffered(PolicyCapability.QUARANTINE);
    }

    /** Ends calls in flight. Waits two seconds at most. */
    @Override
    void close();

    private <T> Outcome<T> notOffered(PolicyCapability wanted) {
        return Outcome.failed(Reason.NOT_OFFERED, target().display(), wanted.name());
    }

    /** What ending something came to. */
    enum Ending {
        ENDED,
        /** It was not there before. */
        ALREADY_GONE
    }

    /** How a relationship is given an earlier end. */
    enum Tightening {
        /** In one transaction: at no moment is it gone, or longer than it was. */
        AT_ONCE,
        /** Deleted, then written: gone for a moment, and for good should the second part fail. */
        GONE_BETWEEN,
        /** It has no end that could be moved: it can only be ended. */
        IMPOSSIBLE
    }
}

package dev.curfew.policy.openfga;

import dev.curfew.outcome.Outcome;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Explanation;
import dev.curfew.policy.Listing;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyChange;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyModel;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.PolicyWarning;
import dev.curfew.policy.Proof;
import dev.curfew.policy.Reach;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.RelationshipFilter;
import dev.curfew.policy.RelationshipListener;
import dev.curfew.policy.Timed;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** One store of an OpenFGA server. */
final class OpenFgaBackend implements PolicyBackend {
    private static final Set<PolicyCapability> ALL_BUT_POLICIES =
            Set.copyOf(
                    EnumSet.complementOf(
                            EnumSet.of(
                                    PolicyCapability.LIST_POLICIES,
                                    PolicyCapability.DECISIONS,
                                    PolicyCapability.REACH_BY_RULE,
                                    PolicyCapability.QUARANTINE)));

    private final PolicyTarget target;
    private final List<PolicyWarning> warnings;
    private final Store store;
    private final AtomicReference<Model> model;

    OpenFgaBackend(PolicyTarget target, List<PolicyWarning> warnings, Store store, Model model) {
        this.target = target;
        this.warnings = List.copyOf(warnings);
        this.store = store;
        this.model = new AtomicReference<>(model);
    }

    private Model newest() {
        return model.get();
    }

    @Override
    public PolicyTarget target() {
        return target;
    }

    @Override
    public Set<PolicyCapability> capabilities() {
        return ALL_BUT_POLICIES;
    }

    @Override
    public List<PolicyWarning> warnings() {
        return warnings;
    }

    @Override
    public long calls() {
        return store.channel().calls();
    }

    @Override
    public Outcome<Duration> ping() {
        return Timed.of(() -> OpenFga.named(store.channel(), store.id()));
    }

    @Override
    public Outcome<Listing> list(RelationshipFilter filter, RelationshipListener listener) {
        return new Reading(store, newest()).list(filter, listener);
    }

    @Override
    public Outcome<PolicyModel> model() {
        return OpenFga.model(store)
                .map(read -> {
                    model.set(read);
                    return read.shown();
                });
    }

    @Override
    public Outcome<PolicyChange.Page> changes(String from) {
        return new Reading(store, newest()).changes(from);
    }

    @Override
    public Outcome<Decision> check(AccessQuestion question, Consistency consistency) {
        return new Checking(store, newest()).check(question, consistency);
    }

    @Override
    public Outcome<List<Decision>> checkAll(
            List<AccessQuestion> questions, Consistency consistency) {
        return new Checking(store, newest()).checkAll(questions, consistency);
    }

    @Override
    public Outcome<Explanation> explain(AccessQuestion question) {
        return new Checking(store, newest())
                .check(question, Consistency.STRONGEST)
                .then(decision -> new Explaining(store, newest(), question).explain(decision));
    }

    @Override
    public Outcome<Reach<PolicyEntity>> resources(
            PolicySubject subject,
            String action,
            String resourceType,
            AccessQuestion.AccessContext context) {
        return new Reaching(store, newest()).resources(subject, action, resourceType, context);
    }

    @Override
    public Outcome<Reach<PolicySubject>> subjects(
            PolicyEntity resource,
            String action,
            String subjectType,
            AccessQuestion.AccessContext context) {
        return new Reaching(store, newest()).subjects(resource, action, subjectType, context);
    }

    @Override
    public Tightening tightening(Relationship relationship) {
        return new Levers(store, newest()).tightening(relationship);
    }

    @Override
    public Outcome<Relationship> tighten(Relationship now, Instant notAfter) {
        return new Levers(store, newest()).tighten(now, notAfter);
    }

    @Override
    public Outcome<Ending> end(Relationship relationship) {
        return new Levers(store, newest()).end(relationship);
    }

    @Override
    public Outcome<Relationship> restore(Relationship before) {
        return new Levers(store, newest()).restore(before);
    }

    @Override
    public Outcome<Proof> proveEnded(Relationship ended) {
        return new Proving(store, newest()).ended(ended);
    }

    @Override
    public Outcome<Proof> proveTightened(Relationship tightened) {
        return new Proving(store, newest()).tightened(tightened);
    }

    @Override
    public void close() {
        store.channel().close();
    }
}

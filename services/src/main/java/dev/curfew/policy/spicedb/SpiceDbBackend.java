package dev.curfew.policy.spicedb;

import dev.curfew.connect.BackendChannel;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** One SpiceDB server. */
final class SpiceDbBackend implements PolicyBackend {
    private static final Set<PolicyCapability> OFFERED =
            Set.copyOf(
                    EnumSet.complementOf(
                            EnumSet.of(
                                    PolicyCapability.LIST_POLICIES,
                                    PolicyCapability.REACH_BY_RULE,
                                    PolicyCapability.DECISIONS,
                                    PolicyCapability.QUARANTINE)));

    /** SpiceDB tells its version in a header, if it is asked to and was not told to be silent. */
    private static final String ASKS_VERSION = "io.spicedb.requestversion";

    private static final String TELLS_VERSION = "io.spicedb.debug.version";

    private final PolicyTarget target;
    private final List<PolicyWarning> warnings;
    private final Place place;
    private final AtomicReference<Schema> schema;
    private final AtomicReference<String> version = new AtomicReference<>("");
    private final BackendChannel telling;

    SpiceDbBackend(PolicyTarget target, List<PolicyWarning> warnings, Place place, Schema schema) {
        this.target = target;
        this.warnings = List.copyOf(warnings);
        this.place = place;
        this.schema = new AtomicReference<>(schema);
        telling = place.channel().asking(ASKS_VERSION, TELLS_VERSION, version::set);
    }

    @Override
    public PolicyTarget target() {
        return target;
    }

    @Override
    public Set<PolicyCapability> capabilities() {
        return OFFERED;
    }

    @Override
    public List<PolicyWarning> warnings() {
        return warnings;
    }

    @Override
    public Optional<String> version() {
        return Optional.of(version.get()).filter(told -> !told.isBlank());
    }

    @Override
    public long calls() {
        return place.channel().calls();
    }

    @Override
    public Outcome<Duration> ping() {
        return Timed.of(() -> SpiceDb.schema(telling));
    }

    @Override
    public Outcome<Listing> list(RelationshipFilter filter, RelationshipListener listener) {
        return new Reading(place).list(filter, schema.get(), listener);
    }

    @Override
    public Outcome<PolicyModel> model() {
        return SpiceDb.schema(place.channel())
                .map(read -> {
                    schema.set(read);
                    return read.shown();
                });
    }

    @Override
    public Outcome<PolicyChange.Page> changes(String from) {
        return new Watching(place).changes(from);
    }

    @Override
    public Outcome<Decision> check(AccessQuestion question, Consistency consistency) {
        return new Checking(place).check(question, consistency);
    }

    @Override
    public Outcome<List<Decision>> checkAll(
            List<AccessQuestion> questions, Consistency consistency) {
        return new Checking(place).checkAll(questions, consistency);
    }

    @Override
    public Outcome<Explanation> explain(AccessQuestion question) {
        return new Tracing(place, question).explain();
    }

    @Override
    public Outcome<Reach<PolicyEntity>> resources(
            PolicySubject subject,
            String action,
            String resourceType,
            AccessQuestion.AccessContext context) {
        return new Reaching(place).resources(subject, action, resourceType, context);
    }

    @Override
    public Outcome<Reach<PolicySubject>> subjects(
            PolicyEntity resource,
            String action,
            String subjectType,
            AccessQuestion.AccessContext context) {
        return new Reaching(place).subjects(resource, action, subjectType, context);
    }

    @Override
    public Tightening tightening(Relationship relationship) {
        return new Levers(place, schema.get()).tightening(relationship);
    }

    @Override
    public Outcome<Relationship> tighten(Relationship now, Instant notAfter) {
        return new Levers(place, schema.get()).tighten(now, notAfter);
    }

    @Override
    public Outcome<Relationship> restore(Relationship before) {
        return new Levers(place, schema.get()).restore(before);
    }

    @Override
    public Outcome<Ending> end(Relationship relationship) {
        return new Levers(place, schema.get()).end(relationship);
    }

    @Override
    public Outcome<Proof> proveEnded(Relationship ended) {
        return new Proving(place).ended(ended);
    }

    @Override
    public Outcome<Proof> proveTightened(Relationship tightened) {
        return new Proving(place).tightened(tightened);
    }

    @Override
    public void close() {
        place.channel().close();
    }
}

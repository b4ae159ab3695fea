package dev.curfew.policy.spicedb;

import com.authzed.api.v1.ObjectReference;
import com.authzed.api.v1.Relationship;
import com.authzed.api.v1.RelationshipFilter;
import com.authzed.api.v1.SubjectFilter;
import com.authzed.api.v1.SubjectReference;
import com.google.protobuf.Timestamp;
import dev.curfew.policy.PolicyCondition;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.context.ContextValues;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Relationships on SpiceDB's wire, and ours. */
final class Facts {
    private Facts() {}

    static dev.curfew.policy.Relationship read(Relationship wire) {
        return new dev.curfew.policy.Relationship(
                entity(wire.getResource()),
                wire.getRelation(),
                subject(wire.getSubject()),
                condition(wire),
                wire.hasOptionalExpiresAt()
                        ? Optional.of(instant(wire.getOptionalExpiresAt()))
                        : Optional.empty());
    }

    private static Optional<PolicyCondition> condition(Relationship wire) {
        if (!wire.hasOptionalCaveat() || wire.getOptionalCaveat().getCaveatName().isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> values = new TreeMap<>();
        wire.getOptionalCaveat()
                .getContext()
                .getFieldsMap()
                .forEach((name, value) -> values.put(name, ContextValues.text(value)));
        return Optional.of(new PolicyCondition(wire.getOptionalCaveat().getCaveatName(), values));
    }

    static PolicyEntity entity(ObjectReference wire) {
        return new PolicyEntity(wire.getObjectType(), wire.getObjectId());
    }

    private static PolicySubject subject(SubjectReference wire) {
        return new PolicySubject(
                entity(wire.getObject()),
                wire.getOptionalRelation().isEmpty()
                        ? Optional.empty()
                        : Optional.of(wire.getOptionalRelation()));
    }

    static Instant instant(Timestamp wire) {
        return Instant.ofEpochSecond(wire.getSeconds(), wire.getNanos());
    }

    static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    static ObjectReference write(PolicyEntity entity) {
        return ObjectReference.newBuilder()
                .setObjectType(entity.type())
                .setObjectId(entity.id())
                .build();
    }

    static SubjectReference write(PolicySubject subject) {
        return SubjectReference.newBuilder()
                .setObject(write(subject.entity()))
                .setOptionalRelation(subject.relation().orElse(""))
                .build();
    }

    /** Enough to delete it: conditions and ends are no part of what a relationship is. */
    static Relationship name(dev.curfew.policy.Relationship one) {
        return Relationship.newBuilder()
                .setResource(write(one.resource()))
                .setRelation(one.relation())
                .setSubject(write(one.subject()))
                .build();
    }

    static RelationshipFilter exactly(dev.curfew.policy.Relationship one) {
        return filter(dev.curfew.policy.RelationshipFilter.exactly(one), one.resource().type());
    }

    static RelationshipFilter filter(dev.curfew.policy.RelationshipFilter filter, String type) {
        RelationshipFilter.Builder wire = RelationshipFilter.newBuilder().setResourceType(type);
        filter.resourceId().ifPresent(wire::setOptionalResourceId);
        filter.relation().ifPresent(wire::setOptionalRelation);
        filter.subject()
                .ifPresent(subject ->
                        wire.setOptionalSubjectFilter(
                                SubjectFilter.newBuilder()
                                        .setSubjectType(subject.entity().type())
                                        .setOptionalSubjectId(subject.entity().id())
                                        .setOptionalRelation(
                                                SubjectFilter.RelationFilter.newBuilder()
                                                        .setRelation(
                                                                subject.relation().orElse("")))));
        return wire.build();
    }
}

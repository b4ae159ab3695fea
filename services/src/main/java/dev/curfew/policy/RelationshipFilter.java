package dev.curfew.policy;

import java.util.Optional;

/**
 * Which relationships are wanted; what is empty does not matter.
 *
 * @param resourceId only together with a type
 */
public record RelationshipFilter(
        Optional<String> resourceType,
        Optional<String> resourceId,
        Optional<String> relation,
        Optional<PolicySubject> subject) {

    public static final RelationshipFilter ALL =
            new RelationshipFilter(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static RelationshipFilter type(String type) {
        return new RelationshipFilter(
                Optional.of(type), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static RelationshipFilter of(PolicyEntity resource) {
        return new RelationshipFilter(
                Optional.of(resource.type()),
                Optional.of(resource.id()),
                Optional.empty(),
                Optional.empty());
    }

    public RelationshipFilter relation(String name) {
        return new RelationshipFilter(resourceType, resourceId, Optional.of(name), subject);
    }

    public RelationshipFilter subject(PolicySubject whose) {
        return new RelationshipFilter(resourceType, resourceId, relation, Optional.of(whose));
    }

    /** Exactly this one, if it is there. */
    public static RelationshipFilter exactly(Relationship one) {
        return of(one.resource()).relation(one.relation()).subject(one.subject());
    }

    public boolean fits(Relationship one) {
        return resourceType.map(one.resource().type()::equals).orElse(true)
                && resourceId.map(one.resource().id()::equals).orElse(true)
                && relation.map(one.relation()::equals).orElse(true)
                && subject.map(one.subject()::equals).orElse(true);
    }
}

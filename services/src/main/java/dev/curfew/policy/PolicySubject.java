package dev.curfew.policy;

import java.util.Optional;

/**
 * Who is related to a resource: one entity, or all that have a relation to it.
 *
 * @param relation empty: the entity itself; else everyone who has this relation to it
 */
public record PolicySubject(PolicyEntity entity, Optional<String> relation) {

    public static PolicySubject of(PolicyEntity entity) {
        return new PolicySubject(entity, Optional.empty());
    }

    public String display() {
        return entity.display() + relation.map(name -> "#" + name).orElse("");
    }
}

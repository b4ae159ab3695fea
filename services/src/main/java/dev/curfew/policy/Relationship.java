package dev.curfew.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * One fact that a backend keeps: this subject has this relation to this resource. OpenFGA calls it
 * a tuple.
 *
 * @param notAfter when the backend stops counting it, as far as the fact itself says; empty: it
 *     says nothing
 */
public record Relationship(
        PolicyEntity resource,
        String relation,
        PolicySubject subject,
        Optional<PolicyCondition> condition,
        Optional<Instant> notAfter) {

    public static Relationship lasting(
            PolicyEntity resource, String relation, PolicySubject subject) {
        return new Relationship(resource, relation, subject, Optional.empty(), Optional.empty());
    }

    /** As people write it: {@code delegation:d2#delegate@agent:acme.example/worker}. */
    public String display() {
        return resource.display() + "#" + relation + "@" + subject.display();
    }
}

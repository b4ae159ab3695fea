package dev.curfew.policy;

import dev.curfew.policy.AccessQuestion.AccessContext;
import java.util.Map;

/**
 * May this subject do this to this resource, in AuthZEN's words.
 *
 * @param action a relation or permission where the backend keeps relationships
 */
public record AccessQuestion(
        PolicySubject subject, String action, PolicyEntity resource, AccessContext context) {

    public static AccessQuestion of(PolicyEntity subject, String action, PolicyEntity resource) {
        return new AccessQuestion(
                PolicySubject.of(subject), action, resource, AccessContext.NOTHING);
    }

    public AccessQuestion with(AccessContext other) {
        return new AccessQuestion(subject, action, resource, other);
    }

    /** {@code agent:acme.example/planner can_use tool:search}. */
    public String display() {
        return subject.display() + " " + action + " " + resource.display();
    }

    /**
     * What a decision may depend on besides. Values are texts, numbers, booleans, lists and maps of
     * them, as in JSON.
     *
     * @param subject properties of the subject; Cerbos takes its roles from {@code roles}
     * @param resource properties of the resource
     * @param environment everything else; OpenFGA and SpiceDB give it to conditions, for Cerbos it
     *     joins the properties of the subject
     */
    public record AccessContext(
            Map<String, Object> subject,
            Map<String, Object> resource,
            Map<String, Object> environment) {
        public static final AccessContext NOTHING = new AccessContext(Map.of(), Map.of(), Map.of());

        public AccessContext {
            subject = Map.copyOf(subject);
            resource = Map.copyOf(resource);
            environment = Map.copyOf(environment);
        }

        public static AccessContext of(Map<String, Object> environment) {
            return new AccessContext(Map.of(), Map.of(), environment);
        }
    }
}

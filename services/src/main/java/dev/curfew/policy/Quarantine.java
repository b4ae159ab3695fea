package dev.curfew.policy;

import java.util.Set;

/**
 * A policy that denies a subject everything. What is predicted of it: whatever the subject asks for
 * by this very ID is denied, and nobody else is touched.
 *
 * @param policy the backend's name for it
 * @param gaps what it does not cover
 */
public record Quarantine(PolicyEntity subject, String policy, Set<Gap> gaps) {

    /**
     * Kept beside the policy, so that whoever finds it knows whom to ask.
     *
     * @param incident may be empty
     */
    public record Cause(String operator, String incident) {}

    public enum Gap {
        /** Whoever asks for the subject by another spelling of its ID is not stopped. */
        OTHER_SPELLING,
        /** Other instances on the same store have caches of their own. */
        OTHER_INSTANCES,
        /** Questions for another policy version or scope are decided by others. */
        OTHER_VERSIONS;

        /** The key of its sentence. */
        public String textKey() {
            return "policy.gap." + name();
        }
    }
}

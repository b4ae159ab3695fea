package dev.curfew.policy;

import java.util.List;

/**
 * A policy that denies a subject everything.
 *
 * @param policy the backend's name for it
 * @param gaps what it does not cover, as keys of texts
 */
public record Quarantine(PolicyEntity subject, String policy, List<String> gaps) {

    /**
     * Kept beside the policy, so that whoever finds it knows whom to ask.
     *
     * @param incident may be empty
     */
    public record Cause(String operator, String incident) {}
}

package dev.curfew.containment;

/**
 * An operator's word for a plan.
 *
 * @param operator who
 * @param reason why; may be empty
 * @param incident number; may be empty
 * @param typed what was typed to confirm
 */
public record Confirmation(String operator, String reason, String incident, String typed) {}

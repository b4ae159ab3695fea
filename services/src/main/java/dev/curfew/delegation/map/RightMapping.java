package dev.curfew.delegation.map;

/**
 * A relation that gives a right to an object: to whoever holds a hop, or to an agent as it stands.
 *
 * @param type of the object
 * @param action what may be done, such as {@code use} or {@code read}
 */
public record RightMapping(String type, String relation, String action) {}

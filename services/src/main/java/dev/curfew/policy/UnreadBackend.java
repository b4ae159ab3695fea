package dev.curfew.policy;

import dev.curfew.outcome.Failure;

/**
 * A saved policy backend that this Curfew does not understand, as one that a newer Curfew has
 * saved. It stays in the store as it is. Immutable.
 *
 * @param name empty where it has none
 * @param json as it stands in the store
 */
public record UnreadBackend(String name, String json, Failure why) {}

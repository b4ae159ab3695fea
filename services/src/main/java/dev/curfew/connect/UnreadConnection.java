package dev.curfew.connect;

import dev.curfew.outcome.Failure;

/**
 * A saved connection, to a server or a policy backend, that this Curfew does not understand, as one
 * that a newer Curfew has saved. It stays in the store as it is until it is forgotten. Immutable.
 *
 * @param name empty where it has none
 */
public record UnreadConnection(String name, Failure why) {}

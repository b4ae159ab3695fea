package dev.curfew.policy;

import java.util.List;

/**
 * What was found by following relationships.
 *
 * @param whole false: the backend stopped at its limit, so there may be more
 */
public record Reach<T>(List<T> found, boolean whole, Freshness freshness) {}

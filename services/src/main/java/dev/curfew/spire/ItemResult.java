package dev.curfew.spire;

import dev.curfew.outcome.Outcome;

/**
 * What became of one item of a batch.
 *
 * @param key the item as the caller knows it: an entry's id, a trust domain, the number of a draft
 */
public record ItemResult<T>(String key, Outcome<T> outcome) {}

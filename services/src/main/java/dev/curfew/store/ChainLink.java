package dev.curfew.store;

/**
 * A record's place in the chain, without what the record says.
 *
 * @param hash lower-case hex, as in {@link JournalRecord#hash()}
 */
public record ChainLink(long number, String hash) {}

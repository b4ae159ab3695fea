package dev.curfew.store;

import java.time.Instant;

/**
 * A journaled entry with what the journal added.
 *
 * @param number from 1, without gaps
 * @param hash lower-case hex SHA-256 over the previous record's hash and this record's fields
 */
public record JournalRecord(
        long number, Instant at, JournalEntry entry, String previousHash, String hash) {}

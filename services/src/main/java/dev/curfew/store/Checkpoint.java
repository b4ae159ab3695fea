package dev.curfew.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The journal sealed up to a record: whoever rewrites a record up to there, or cuts it off, needs
 * the signing key too. Immutable.
 *
 * @param number of the last record that is sealed
 * @param hash lower-case hex, of that record; it stands for all before it
 * @param at when it was sealed, to the microsecond, by the clock of the machine that sealed
 * @param key whose private half signed
 * @param signature lower-case hex, Ed25519 over {@link #message()}
 */
public record Checkpoint(long number, String hash, Instant at, SealKey key, String signature) {

    /** Whether its signature is that of its key over what it says. */
    public boolean holds() {
        return key.signed(message(number, hash, at, key), HexFormat.of().parseHex(signature));
    }

    public byte[] message() {
        return message(number, hash, at, key);
    }

    /** What is signed: five lines of text, so that it can be made again by hand. */
    public static byte[] message(long number, String hash, Instant at, SealKey key) {
        return """
        curfew checkpoint 1
        record %d
        hash %s
        at %s
        key %s
        """
                .formatted(number, hash, at, key.thumbprint())
                .getBytes(StandardCharsets.UTF_8);
    }
}

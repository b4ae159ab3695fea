package dev.curfew.lab.authority;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/**
 * A key that signs JWT-SVIDs.
 *
 * @param id its key id
 * @param keys its keys
 * @param issuedAt when it was made
 * @param notAfter nothing it signs lives longer
 */
public record JwtAuthority(String id, KeyPair keys, Instant issuedAt, Instant notAfter)
        implements Authority {
    private static final String ALPHABET =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    static JwtAuthority make(Instant now, Duration ttl) {
        var id = new StringBuilder(32);
        for (var i = 0; i < 32; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new JwtAuthority(id.toString(), Certificates.newKeys(), now, now.plus(ttl));
    }

    @Override
    public String toString() {
        return "JwtAuthority[" + id + "]";
    }
}

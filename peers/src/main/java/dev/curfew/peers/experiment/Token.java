package dev.curfew.peers.experiment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JWT-SVID that the workload got; the token itself is left out of the text.
 *
 * @param askedAt when the call that brought it was made
 */
record Token(String token, String audience, Instant askedAt, Instant issuedAt, Instant expiresAt) {

    static Token read(String token, String audience, Instant askedAt) {
        JsonNode claims =
                JsonMapper.shared()
                        .readTree(
                                new String(
                                        Base64.getUrlDecoder().decode(token.split("\\.")[1]),
                                        StandardCharsets.UTF_8));
        return new Token(
                token,
                audience,
                askedAt,
                Instant.ofEpochSecond(claims.path("iat").asLong()),
                Instant.ofEpochSecond(claims.path("exp").asLong()));
    }

    Duration life() {
        return Duration.between(issuedAt, expiresAt);
    }

    @Override
    public String toString() {
        return "Token[issued " + issuedAt + ", expires " + expiresAt + "]";
    }
}

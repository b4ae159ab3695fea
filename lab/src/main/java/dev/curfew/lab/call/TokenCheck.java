package dev.curfew.lab.call;

import dev.curfew.lab.agent.Trust;
import dev.curfew.lab.spiffe.SpiffeId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Verifies a bearer's token by signature, audience, end and holder, in this order. Any thread. */
final class TokenCheck {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TokenCheck() {}

    /** Why a token is not accepted; empty if it is. To the second, without any leeway. */
    static Optional<Denial> refuse(
            String token, SpiffeId audience, Set<SpiffeId> expected, Trust trust, Instant now) {
        try {
            var parts = token.split("\\.", -1);
            if (parts.length != 3 || !isSigned(parts, trust)) {
                return Optional.of(Denial.TOKEN_INVALID);
            }
            return refuse(read(parts[1]), audience, expected, now);
        } catch (IllegalArgumentException | JacksonException | GeneralSecurityException e) {
            return Optional.of(Denial.TOKEN_INVALID);
        }
    }

    private static Optional<Denial> refuse(
            JsonNode claims, SpiffeId audience, Set<SpiffeId> expected, Instant now) {
        if (claims.path("aud")
                .valueStream()
                .noneMatch(one -> one.asString("").equals(audience.toString()))) {
            return Optional.of(Denial.WRONG_AUDIENCE);
        }
        if (now.getEpochSecond() >= claims.path("exp").asLong(0)) {
            return Optional.of(Denial.TOKEN_ENDED);
        }
        return expected.contains(SpiffeId.parse(claims.path("sub").asString("")))
                ? Optional.empty()
                : Optional.of(Denial.NOT_ALLOWED);
    }

    private static boolean isSigned(String[] parts, Trust trust) throws GeneralSecurityException {
        var header = read(parts[0]);
        var key = trust.keys().get(header.path("kid").asString(""));
        if (key == null || !header.path("alg").asString("").equals("ES256")) {
            return false;
        }
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static JsonNode read(String part) {
        return JSON.readTree(Base64.getUrlDecoder().decode(part));
    }
}

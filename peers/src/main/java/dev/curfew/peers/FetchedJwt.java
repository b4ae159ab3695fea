package dev.curfew.peers;

import io.spiffe.spiffeid.SpiffeId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a JWT-SVID says, without the token. */
public record FetchedJwt(SpiffeId id, String keyId, Instant issuedAt, Instant expiresAt) {

    static List<FetchedJwt> readAll(String json) {
        return JsonMapper.shared()
                .readTree(json)
                .path(0)
                .path("svids")
                .valueStream()
                .map(svid -> read(svid.path("svid").asString()))
                .toList();
    }

    private static FetchedJwt read(String token) {
        String[] parts = token.split("\\.");
        JsonNode claims = part(parts[1]);
        return new FetchedJwt(
                SpiffeId.parse(claims.path("sub").asString()),
                part(parts[0]).path("kid").asString(),
                Instant.ofEpochSecond(claims.path("iat").asLong()),
                Instant.ofEpochSecond(claims.path("exp").asLong()));
    }

    private static JsonNode part(String encoded) {
        return JsonMapper.shared()
                .readTree(
                        new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
    }
}

package dev.curfew.lab.authority;

import dev.curfew.lab.spiffe.SpiffeId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A signed token. It has the claims aud, exp, iat and sub, and no jti, as the real server makes
 * them by default.
 *
 * @param token the token; a secret
 * @param keyId of the key that signed it
 * @param issuedAt in whole seconds
 * @param expiresAt in whole seconds
 */
public record JwtSvid(String token, String keyId, Instant issuedAt, Instant expiresAt) {

    static JwtSvid sign(
            JwtAuthority issuer, SpiffeId id, List<String> audience, Instant now, Instant end) {
        var header = "{\"alg\":\"ES256\",\"kid\":%s,\"typ\":\"JWT\"}".formatted(quote(issuer.id()));
        var claims =
                "{\"aud\":[%s],\"exp\":%d,\"iat\":%d,\"sub\":%s}"
                        .formatted(
                                audience.stream()
                                        .map(JwtSvid::quote)
                                        .collect(Collectors.joining(",")),
                                end.getEpochSecond(),
                                now.getEpochSecond(),
                                quote(id.toString()));
        var signed = encode(utf8(header)) + "." + encode(utf8(claims));
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(issuer.keys().getPrivate());
            signature.update(utf8(signed));
            return new JwtSvid(
                    signed + "." + encode(signature.sign()),
                    issuer.id(),
                    Instant.ofEpochSecond(now.getEpochSecond()),
                    Instant.ofEpochSecond(end.getEpochSecond()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "JwtSvid[issuedAt=" + issuedAt + ", expiresAt=" + expiresAt + "]";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String quote(String text) {
        var quoted = new StringBuilder("\"");
        text.chars()
                .forEach(c -> {
                    if (c == '"' || c == '\\') {
                        quoted.append('\\').append((char) c);
                    } else if (c < ' ' || c == '<' || c == '>' || c == '&') {
                        quoted.append("\\u%04x".formatted(c));
                    } else {
                        quoted.append((char) c);
                    }
                });
        return quoted.append('"').toString();
    }
}

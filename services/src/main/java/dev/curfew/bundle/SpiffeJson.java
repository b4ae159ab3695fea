package dev.curfew.bundle;

import dev.curfew.identity.Der;
import dev.curfew.identity.TrustBundle.JwtAuthority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bundle in SPIFFE's own form: a JWK set. Source: SPIFFE Trust Domain and Bundle, 4. */
final class SpiffeJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SpiffeJson() {}

    static GivenBundle read(String text) throws BadBundle {
        JsonNode json = tree(text);
        JsonNode keys = json.path("keys");
        if (!keys.isArray()) {
            throw new BadBundle("it has no list of keys, as a SPIFFE bundle has");
        }
        Roots roots = new Roots();
        List<JwtAuthority> jwt = new ArrayList<>();
        int number = 0;
        for (JsonNode key : keys) {
            number++;
            if (key.has("d")) {
                throw new BadBundle(PemRoots.PRIVATE);
            }
            switch (key.path("use").asString("")) {
                case "x509-svid" -> roots.add(certificate(key, number));
                case "jwt-svid" -> jwt.add(jwt(key, number));
                // The specification has others ignored.
                default -> {}
            }
        }
        return new GivenBundle(
                roots.all(),
                jwt,
                seconds(json, "spiffe_refresh_hint"),
                seconds(json, "spiffe_sequence"),
                roots.named());
    }

    private static JsonNode tree(String text) throws BadBundle {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new BadBundle(
                    line > 0 ? "its JSON is damaged in line " + line : "its JSON is damaged");
        }
    }

    private static byte[] certificate(JsonNode key, int number) throws BadBundle {
        JsonNode chain = key.path("x5c");
        if (!chain.isArray() || chain.size() != 1) {
            throw new BadBundle("key " + number + " has not exactly one certificate (x5c)");
        }
        try {
            return Base64.getDecoder().decode(chain.get(0).asString(""));
        } catch (IllegalArgumentException e) {
            throw new BadBundle("the certificate of key " + number + " is not in Base64");
        }
    }

    private static JwtAuthority jwt(JsonNode key, int number) throws BadBundle {
        String id = key.path("kid").asString("");
        if (id.isBlank()) {
            throw new BadBundle("key " + number + " is for JWTs and has no key ID (kid)");
        }
        // The form knows no end of a JWT key; SPIRE's 0 is that.
        return new JwtAuthority(id, Instant.EPOCH, false, new Der(JwtKeys.der(key, number)));
    }

    private static long seconds(JsonNode json, String name) {
        return Math.max(0, json.path(name).asLong(0));
    }
}

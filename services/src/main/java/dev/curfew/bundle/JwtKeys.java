package dev.curfew.bundle;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** A public key from its JWK form into the one of the wire. Source: RFC 7518, 6. */
final class JwtKeys {
    private JwtKeys() {}

    /** Its SubjectPublicKeyInfo. */
    static byte[] der(JsonNode key, int number) throws BadBundle {
        String kind = key.path("kty").asString("");
        try {
            KeySpec spec =
                    switch (kind) {
                        case "RSA" -> new RSAPublicKeySpec(value(key, "n"), value(key, "e"));
                        case "EC" ->
                                new ECPublicKeySpec(
                                        new ECPoint(value(key, "x"), value(key, "y")), curve(key));
                        default ->
                                BadBundle.refuse(
                                        "key "
                                                + number
                                                + " is for JWTs and neither an EC nor an RSA key");
                    };
            return KeyFactory.getInstance(kind).generatePublic(spec).getEncoded();
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new BadBundle("key " + number + " is damaged");
        }
    }

    private static ECParameterSpec curve(JsonNode key) throws GeneralSecurityException {
        String name =
                switch (key.path("crv").asString("")) {
                    case "P-256" -> "secp256r1";
                    case "P-384" -> "secp384r1";
                    case "P-521" -> "secp521r1";
                    default -> "";
                };
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(name));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static BigInteger value(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asString()));
    }
}

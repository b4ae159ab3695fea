package dev.curfew.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The public half of a key that seals: Ed25519. Two are equal if their keys are. Immutable; any
 * thread.
 */
public final class SealKey {
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----\n";
    private static final String END = "\n-----END PUBLIC KEY-----\n";

    private final PublicKey key;
    private final byte[] der;

    private SealKey(PublicKey key, byte[] der) {
        this.key = key;
        this.der = der;
    }

    /** Empty unless these bytes are the one encoding (SubjectPublicKeyInfo) of an Ed25519 key. */
    public static Optional<SealKey> ofDer(byte[] der) {
        try {
            PublicKey key =
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
            return Arrays.equals(key.getEncoded(), der)
                    ? Optional.of(new SealKey(key, der.clone()))
                    : Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Empty unless this is, to the letter, what {@link #pem()} gives. */
    public static Optional<SealKey> ofPem(String pem) {
        if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
            return Optional.empty();
        }
        try {
            String base64 = pem.substring(BEGIN.length(), pem.length() - END.length());
            return ofDer(Base64.getDecoder().decode(base64)).filter(key -> key.pem().equals(pem));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Names the key: lower-case hex SHA-256 over {@link #der()}. */
    public String thumbprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SubjectPublicKeyInfo, 44 bytes. */
    public byte[] der() {
        return der.clone();
    }

    /** As other programs read it, with a line end at the end. */
    public String pem() {
        return BEGIN + new String(Base64.getEncoder().encode(der), StandardCharsets.US_ASCII) + END;
    }

    /** Whether the private half of this key made the signature over the message. */
    public boolean signed(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (SignatureException | InvalidKeyException e) {
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealKey that && Arrays.equals(der, that.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }

    @Override
    public String toString() {
        return "Ed25519 " + thumbprint();
    }
}

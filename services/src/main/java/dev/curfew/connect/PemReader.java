package dev.curfew.connect;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * Reads certificates and private keys from PEM files. Messages name the file, never its content.
 */
final class PemReader {
    /** A chain or bundle is a few kilobytes; anything larger is not what it should be. */
    private static final int LARGEST = 1 << 20;

    private PemReader() {}

    /** All certificates of the file, in its order; at least one. */
    static Outcome<List<X509Certificate>> certificates(Path file) {
        return objects(file)
                .then(objects -> {
                    List<X509Certificate> found = new ArrayList<>();
                    try {
                        for (Object object : objects) {
                            if (object instanceof X509CertificateHolder holder) {
                                found.add(new JcaX509CertificateConverter().getCertificate(holder));
                            }
                        }
                    } catch (CertificateException e) {
                        return unreadable(file, "a certificate in it is damaged");
                    }
                    return found.isEmpty()
                            ? unreadable(file, "it holds no certificate in PEM form")
                            : Outcome.ok(found);
                });
    }

    /** The first private key of the file: PKCS#8, PKCS#1 or SEC 1, not encrypted. */
    static Outcome<PrivateKey> privateKey(Path file) {
        return objects(file)
                .then(objects -> {
                    for (Object object : objects) {
                        Optional<Outcome<PrivateKey>> key = privateKey(file, object);
                        if (key.isPresent()) {
                            return key.get();
                        }
                    }
                    return unreadable(file, "it holds no private key in PEM form");
                });
    }

    private static Optional<Outcome<PrivateKey>> privateKey(Path file, Object object) {
        return switch (object) {
            case PrivateKeyInfo info -> Optional.of(convert(file, info));
            case PEMKeyPair pair -> Optional.of(convert(file, pair.getPrivateKeyInfo()));
            case PEMEncryptedKeyPair _, PKCS8EncryptedPrivateKeyInfo _ ->
                    Optional.of(
                            unreadable(
                                    file,
                                    "its private key is encrypted; use a PKCS#12 key store for"
                                            + " that"));
            default -> Optional.empty();
        };
    }

    private static Outcome<PrivateKey> convert(Path file, PrivateKeyInfo info) {
        try {
            return Outcome.ok(new JcaPEMKeyConverter().getPrivateKey(info));
        } catch (IOException e) {
            return unreadable(file, "its private key is of a kind that can not be used");
        }
    }

    private static Outcome<List<Object>> objects(Path file) {
        List<Object> objects = new ArrayList<>();
        try (Reader text = text(file);
                PEMParser parser = new PEMParser(text)) {
            for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
                objects.add(next);
            }
            return Outcome.ok(objects);
        } catch (NoSuchFileException e) {
            return unreadable(file, "the file is not there");
        } catch (AccessDeniedException e) {
            return unreadable(file, "the file may not be read by this user");
        } catch (IOException | RuntimeException e) {
            // The parser throws both on damaged input, and its words may quote the input.
            return unreadable(file, "the file can not be read as PEM");
        }
    }

    private static Reader text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new IOException("larger than 1 MiB");
            }
            return new StringReader(new String(content, StandardCharsets.ISO_8859_1));
        }
    }

    private static <T> Outcome<T> unreadable(Path file, String detail) {
        return Outcome.failed(Reason.CREDENTIAL_UNREADABLE, file.toString(), detail);
    }
}

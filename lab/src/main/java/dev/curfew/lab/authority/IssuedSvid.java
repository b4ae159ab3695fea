package dev.curfew.lab.authority;

import dev.curfew.lab.spiffe.SpiffeId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;

/**
 * An X509-SVID with its key, for a client of the lab. The key never appears in {@link #toString}.
 *
 * @param id whose it is
 * @param chain the certificate and nothing else
 * @param key its key
 */
public record IssuedSvid(SpiffeId id, List<X509Certificate> chain, PrivateKey key) {

    /** Signs one with a fresh key. */
    public static IssuedSvid issue(X509Authorities authorities, SpiffeId id, Duration ttl) {
        return issue(authorities, id, ttl, List.of());
    }

    /** The same with DNS names. */
    public static IssuedSvid issue(
            X509Authorities authorities, SpiffeId id, Duration ttl, List<String> dnsNames) {
        var keys = Certificates.newKeys();
        var chain =
                authorities.sign(id, keys.getPublic(), ttl, Certificates.SVID_SUBJECT, dnsNames);
        return new IssuedSvid(id, chain, keys.getPrivate());
    }

    /** Its serial number, in lower-case hex. */
    public String serial() {
        return chain.getFirst().getSerialNumber().toString(16);
    }

    /** When it begins to be valid; the server dates it ten seconds back. */
    public Instant notBefore() {
        return chain.getFirst().getNotBefore().toInstant();
    }

    /** When it is dead. */
    public Instant notAfter() {
        return chain.getFirst().getNotAfter().toInstant();
    }

    /** Which authority signed it: the lower-case hex of its subject key id. */
    public String authorityId() {
        return Certificates.issuerKeyId(chain.getFirst());
    }

    /** The chain in PEM. */
    public String chainPem() {
        return pem(chain);
    }

    /** The key in PEM, PKCS #8. A secret. */
    public String keyPem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    /** Files with an SVID. */
    public record OnDisk(Path chain, Path key) {}

    /**
     * Writes svid.pem and key.pem into a folder, readable by their owner only. Files of that name
     * must not be there yet.
     */
    public OnDisk writeTo(Path folder) throws IOException {
        return new OnDisk(
                write(folder.resolve("svid.pem"), chainPem()),
                write(folder.resolve("key.pem"), keyPem()));
    }

    /** Certificates in PEM. */
    public static String pem(List<X509Certificate> certificates) {
        var all = new StringBuilder();
        for (var certificate : certificates) {
            try {
                all.append(pem("CERTIFICATE", certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        return all.toString();
    }

    private static String pem(String label, byte[] der) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, lines);
    }

    private static Path write(Path file, String text) throws IOException {
        var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, ownerOnly)) {
            channel.write(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        }
        return file;
    }

    @Override
    public String toString() {
        return "IssuedSvid[" + id + "]";
    }
}

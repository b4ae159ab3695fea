package dev.curfew.lab.authority;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * A self-signed authority.
 *
 * @param id lower-case hex of its subject key id
 * @param keys its keys
 * @param certificate its certificate
 * @param issuedAt when it was made
 */
public record X509Authority(String id, KeyPair keys, X509Certificate certificate, Instant issuedAt)
        implements Authority {

    /** Makes one with fresh keys. */
    public static X509Authority make(String trustDomain, Instant now, Duration ttl) {
        var keys = Certificates.newKeys();
        var certificate = Certificates.selfSigned(trustDomain, keys, now, now.plus(ttl));
        return new X509Authority(Certificates.keyId(keys.getPublic()), keys, certificate, now);
    }

    @Override
    public Instant notAfter() {
        return certificate.getNotAfter().toInstant();
    }

    @Override
    public String toString() {
        return "X509Authority[" + id + "]";
    }
}

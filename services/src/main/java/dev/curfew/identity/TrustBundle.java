package dev.curfew.identity;

import io.spiffe.spiffeid.TrustDomain;
import java.time.Instant;
import java.util.List;

/** The authorities of one trust domain, as a server hands them out. */
public record TrustBundle(
        TrustDomain trustDomain,
        List<X509Authority> x509Authorities,
        List<JwtAuthority> jwtAuthorities,
        long refreshHintSeconds,
        long sequenceNumber) {

    public TrustBundle {
        x509Authorities = List.copyOf(x509Authorities);
        jwtAuthorities = List.copyOf(jwtAuthorities);
    }

    /**
     * A root or upstream certificate.
     *
     * @param subjectKeyId lower-case hex; SPIRE's authority id
     * @param der the certificate itself, public
     */
    public record X509Authority(
            String subjectKeyId,
            String subject,
            String serial,
            Instant notBefore,
            Instant notAfter,
            boolean tainted,
            Der der) {}

    public record JwtAuthority(String keyId, Instant expiresAt, boolean tainted, Der publicKey) {}
}

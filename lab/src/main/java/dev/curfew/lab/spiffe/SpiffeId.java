package dev.curfew.lab.spiffe;

import dev.curfew.wire.spire.types.SPIFFEID;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A SPIFFE ID. The path is empty or begins with a slash.
 *
 * @param trustDomain the name, without a scheme
 * @param path what follows it
 */
public record SpiffeId(String trustDomain, String path) {
    private static final String SCHEME = "spiffe://";
    private static final Integer URI = 6;

    /** Checks both parts. */
    public SpiffeId {
        SpiffeRules.checkTrustDomainName(trustDomain);
        SpiffeRules.checkPath(path);
    }

    /**
     * Reads {@code spiffe://trust-domain/path}.
     *
     * @throws IllegalArgumentException with the real server's text
     */
    public static SpiffeId parse(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("cannot be empty");
        }
        if (!text.startsWith(SCHEME)) {
            throw new IllegalArgumentException("scheme is missing or invalid");
        }
        var slash = text.indexOf('/', SCHEME.length());
        var end = slash < 0 ? text.length() : slash;
        return new SpiffeId(text.substring(SCHEME.length(), end), text.substring(end));
    }

    /** Reads the wire form, whose trust domain may be a name or a whole ID. */
    public static SpiffeId of(SPIFFEID wire) {
        return new SpiffeId(SpiffeRules.trustDomainName(wire.getTrustDomain()), wire.getPath());
    }

    /**
     * The one URI of a certificate.
     *
     * @throws IllegalArgumentException if it has none, several, or one that is no SPIFFE ID
     */
    public static SpiffeId of(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            var uris =
                    names == null
                            ? List.<String>of()
                            : names.stream()
                                    .filter(name -> URI.equals(name.get(0)))
                                    .map(name -> (String) name.get(1))
                                    .toList();
            if (uris.size() != 1) {
                throw new IllegalArgumentException(
                        uris.isEmpty()
                                ? "client certificate has no URI SAN"
                                : "client certificate has more than one URI SAN");
            }
            return parse(uris.getFirst());
        } catch (CertificateParsingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The wire form. */
    public SPIFFEID toWire() {
        return SPIFFEID.newBuilder().setTrustDomain(trustDomain).setPath(path).build();
    }

    @Override
    public String toString() {
        return SCHEME + trustDomain + path;
    }
}

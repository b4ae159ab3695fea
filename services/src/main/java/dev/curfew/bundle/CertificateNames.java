package dev.curfew.bundle;

import io.spiffe.spiffeid.TrustDomain;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whose a certificate says that it is. */
final class CertificateNames {
    /** The type of a name that is a URI. Source: RFC 5280, 4.2.1.6. */
    private static final int URI = 6;

    private CertificateNames() {}

    static X509Certificate certificate(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }

    /**
     * The trust domains of its SPIFFE IDs; none for many a root.
     *
     * @throws CertificateException also where such a name is no SPIFFE ID
     */
    static Set<TrustDomain> trustDomains(X509Certificate certificate) throws CertificateException {
        Set<TrustDomain> found = new LinkedHashSet<>();
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        for (List<?> name : names == null ? List.<List<?>>of() : names) {
            String text = String.valueOf(name.get(1));
            if (name.get(0).equals(URI) && text.startsWith("spiffe:")) {
                found.add(trustDomain(text));
            }
        }
        return found;
    }

    private static TrustDomain trustDomain(String name) throws CertificateException {
        try {
            return TrustDomain.parse(name);
        } catch (IllegalArgumentException e) {
            throw new CertificateException("the name is no SPIFFE ID", e);
        }
    }
}

package dev.curfew.bundle;

import dev.curfew.identity.Der;
import dev.curfew.identity.TrustBundle.X509Authority;
import io.spiffe.spiffeid.TrustDomain;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The certificates of a bundle while it is read: each an authority, none of them twice. */
final class Roots {
    private final Map<Der, X509Authority> authorities = new LinkedHashMap<>();
    private final Set<TrustDomain> named = new LinkedHashSet<>();
    private int count;

    void add(byte[] der) throws BadBundle {
        count++;
        try {
            X509Authority authority = X509Authority.read(der, false);
            X509Certificate certificate = CertificateNames.certificate(der);
            if (certificate.getBasicConstraints() < 0) {
                throw new BadBundle(
                        "certificate " + count + " in it is no authority: it may not sign others");
            }
            authorities.putIfAbsent(authority.der(), authority);
            named.addAll(CertificateNames.trustDomains(certificate));
        } catch (CertificateException | RuntimeException e) {
            throw new BadBundle("certificate " + count + " in it is damaged");
        }
    }

    List<X509Authority> all() throws BadBundle {
        if (authorities.isEmpty()) {
            throw new BadBundle("it holds no X.509 authority");
        }
        return new ArrayList<>(authorities.values());
    }

    Set<TrustDomain> named() {
        return named;
    }
}

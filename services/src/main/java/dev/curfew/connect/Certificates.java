package dev.curfew.connect;

import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Outcome;
import io.spiffe.spiffeid.SpiffeId;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;

/** What a certificate says. Pure; any thread. */
public final class Certificates {
    /** The tag of a URI among the subject alternative names (RFC 5280, 4.2.1.6). */
    private static final int URI = 6;

    /** Attributes that SPIRE uses and the standard would have in hexadecimal. */
    private static final Map<String, String> READABLE_ATTRIBUTES =
            Map.of("2.5.4.5", "serialNumber");

    private Certificates() {}

    /** Its SPIFFE ID; empty unless it holds exactly one URI and that is a SPIFFE ID. */
    public static Optional<SpiffeId> spiffeId(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names == null) {
                return Optional.empty();
            }
            List<String> uris =
                    names.stream()
                            .filter(name -> name.get(0).equals(URI))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
            return uris.size() == 1
                            && SpiffeIds.parse(uris.getFirst())
                                    instanceof Outcome.Ok<SpiffeId>(var id)
                    ? Optional.of(id)
                    : Optional.empty();
        } catch (CertificateParsingException e) {
            return Optional.empty();
        }
    }

    /** Who signed it: SPIRE's authority id where it is told, and the issuer's name. */
    static String issuer(X509Certificate certificate) {
        String name =
                certificate
                        .getIssuerX500Principal()
                        .getName(X500Principal.RFC2253, READABLE_ATTRIBUTES);
        return authorityKeyId(certificate)
                .map(id -> "authority " + id + " (" + name + ")")
                .orElse(name);
    }

    /** The subject key id of whoever signed it, lower-case hex: SPIRE's authority id. */
    public static Optional<String> authorityKeyId(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.authorityKeyIdentifier.getId());
        if (extension == null) {
            return Optional.empty();
        }
        try {
            byte[] id =
                    AuthorityKeyIdentifier.getInstance(
                                    ASN1OctetString.getInstance(extension).getOctets())
                            .getKeyIdentifierOctets();
            return Optional.ofNullable(id).map(HexFormat.of()::formatHex);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

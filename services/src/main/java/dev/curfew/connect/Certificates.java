package dev.curfew.connect;

import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Outcome;
import io.spiffe.spiffeid.SpiffeId;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a certificate says. */
final class Certificates {
    /** The tag of a URI among the subject alternative names (RFC 5280, 4.2.1.6). */
    private static final int URI = 6;

    private Certificates() {}

    /** Its SPIFFE ID; empty unless it holds exactly one URI and that is a SPIFFE ID. */
    static Optional<SpiffeId> spiffeId(X509Certificate certificate) {
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
}

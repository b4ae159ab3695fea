package dev.curfew.peers;

import io.spiffe.spiffeid.SpiffeId;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** An X509-SVID as a workload got it, without its key. */
public record FetchedX509(SpiffeId id, X509Certificate leaf) {

    public BigInteger serial() {
        return leaf.getSerialNumber();
    }

    public Instant notBefore() {
        return leaf.getNotBefore().toInstant();
    }

    public Instant notAfter() {
        return leaf.getNotAfter().toInstant();
    }

    static List<FetchedX509> readAll(String json) {
        return JsonMapper.shared()
                .readTree(json)
                .path("svids")
                .valueStream()
                .map(svid -> {
                    byte[] chain = Base64.getDecoder().decode(svid.path("x509_svid").asString());
                    return new FetchedX509(
                            SpiffeId.parse(svid.path("spiffe_id").asString()), first(chain));
                })
                .toList();
    }

    /** The leaf comes first. */
    private static X509Certificate first(byte[] chain) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(chain));
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}

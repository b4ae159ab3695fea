package dev.curfew.lab.server;

import dev.curfew.lab.spiffe.SpiffeId;
import io.grpc.Attributes;
import io.grpc.Grpc;
import io.grpc.ServerTransportFilter;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Reads who is calling out of the certificate of each new connection, once. */
final class Callers extends ServerTransportFilter {
    /** Absent for a caller without a certificate and on the local socket. */
    static final Attributes.Key<SpiffeId> SPIFFE_ID = Attributes.Key.create("spiffe-id");

    @Override
    public Attributes transportReady(Attributes attributes) {
        var session = attributes.get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
        if (session == null) {
            return attributes;
        }
        try {
            var certificate = (X509Certificate) session.getPeerCertificates()[0];
            return attributes.toBuilder().set(SPIFFE_ID, SpiffeId.of(certificate)).build();
        } catch (SSLPeerUnverifiedException withoutCertificate) {
            return attributes;
        } finally {
            // Every new connection proves itself anew: nothing may be resumed.
            session.invalidate();
        }
    }
}

package dev.curfew.connect;

import io.spiffe.spiffeid.SpiffeId;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** The X509-SVID that Curfew shows to servers. Holds a private key: never to be printed or kept. */
record OwnSvid(SpiffeId id, List<X509Certificate> chain, PrivateKey key) {
    OwnSvid {
        chain = List.copyOf(chain);
    }

    X509Certificate leaf() {
        return chain.getFirst();
    }

    Instant expiresAt() {
        return leaf().getNotAfter().toInstant();
    }

    Instant validFrom() {
        return leaf().getNotBefore().toInstant();
    }

    @Override
    public String toString() {
        return id + " until " + expiresAt();
    }
}

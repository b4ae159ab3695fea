package dev.curfew.connect;

import dev.curfew.outcome.Outcome;
import io.spiffe.spiffeid.TrustDomain;
import java.security.cert.X509Certificate;
import java.util.Collection;

/**
 * Where each new connection takes its credential from: the newest there is. Any thread; quick,
 * since handshakes wait for it.
 */
interface CredentialSource extends AutoCloseable {
    Outcome<OwnSvid> svid();

    /** The authorities of that trust domain; a failure if there are none. */
    Outcome<Collection<X509Certificate>> authorities(TrustDomain trustDomain);

    /** Ends what keeps it fresh, and forgets the key. */
    @Override
    void close();
}

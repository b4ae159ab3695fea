package dev.curfew.lab.authority;

import dev.curfew.lab.spiffe.SpiffeId;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The server's own certificate for TLS. A new authority changes nothing; a taint of the one that
 * signed it does, at the next of the five-second looks. Any thread may call.
 */
public final class ServerIdentity implements TaintListener {
    private final X509Authorities authorities;
    private final InstantSource clock;
    private final SpiffeId id;
    private final Duration ttl;
    private volatile Current current;
    private volatile boolean tainted;

    /**
     * What the server presents now.
     *
     * @param chain the certificate and nothing else
     * @param key its key
     * @param authorityId of who signed it
     * @param issuedAt when
     */
    public record Current(
            List<X509Certificate> chain, PrivateKey key, String authorityId, Instant issuedAt) {
        @Override
        public String toString() {
            return "Current[authorityId=" + authorityId + ", issuedAt=" + issuedAt + "]";
        }
    }

    /** Takes a first certificate. */
    public ServerIdentity(
            String trustDomain, X509Authorities authorities, InstantSource clock, Duration ttl) {
        this.authorities = authorities;
        this.clock = clock;
        this.id = new SpiffeId(trustDomain, "/spire/server");
        this.ttl = ttl;
        this.current = issue();
    }

    /** What the server presents now. */
    public Current current() {
        return current;
    }

    @Override
    public void tainted(String authorityId) {
        if (current.authorityId().equals(authorityId)) {
            tainted = true;
        }
    }

    /** Takes a new certificate after half the life of the old one, or if that was tainted. */
    public void renewWhenDue() {
        var end = current.chain().getFirst().getNotAfter().toInstant();
        var half = current.issuedAt().plus(Duration.between(current.issuedAt(), end).dividedBy(2));
        if (tainted || clock.instant().isAfter(half)) {
            current = issue();
            tainted = false;
        }
    }

    private Current issue() {
        var keys = Certificates.newKeys();
        var authority = authorities.active().id();
        var chain = authorities.sign(id, keys.getPublic(), ttl);
        return new Current(chain, keys.getPrivate(), authority, clock.instant());
    }
}

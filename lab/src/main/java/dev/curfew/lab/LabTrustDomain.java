package dev.curfew.lab;

import dev.curfew.lab.authority.IssuedSvid;
import dev.curfew.lab.bundle.BundleReader;
import dev.curfew.lab.server.ServerParts;
import dev.curfew.lab.spiffe.SpiffeId;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

/**
 * The trust domain of a lab server, seen from inside: it hands out credentials without any call,
 * for the clients of a test or of the lab. Any thread may call.
 */
public final class LabTrustDomain {
    private final ServerParts parts;

    LabTrustDomain(ServerParts parts) {
        this.parts = parts;
    }

    /** Its name, such as {@code acme.test}. */
    public String name() {
        return parts.trustDomain();
    }

    /** The ID of a path in it. */
    public SpiffeId id(String path) {
        return new SpiffeId(name(), path);
    }

    /**
     * An X509-SVID from the active authority, with a fresh key.
     *
     * @param path any path, such as {@code /ops/console}
     * @param ttl cut to the end of the authority; may be negative for one that is dead already
     */
    public IssuedSvid issueX509(String path, Duration ttl) {
        return IssuedSvid.issue(parts.x509(), id(path), ttl);
    }

    /** A JWT-SVID from the active authority; a secret. */
    public String issueJwt(String path, List<String> audience, Duration ttl) {
        return parts.jwt().sign(id(path), audience, ttl).token();
    }

    /** The X.509 authorities in its bundle now, tainted ones included. */
    public List<X509Certificate> authorities() {
        return BundleReader.certificates(parts.bundles().own());
    }

    /** The same in PEM. */
    public String bundlePem() {
        return IssuedSvid.pem(authorities());
    }

    @Override
    public String toString() {
        return name();
    }
}

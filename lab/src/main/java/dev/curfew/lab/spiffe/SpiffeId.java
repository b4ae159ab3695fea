package dev.curfew.lab.spiffe;

import dev.curfew.wire.spire.types.SPIFFEID;

/**
 * A SPIFFE ID. The path is empty or begins with a slash.
 *
 * @param trustDomain the name, without a scheme
 * @param path what follows it
 */
public record SpiffeId(String trustDomain, String path) {
    private static final String SCHEME = "spiffe://";

    /** Checks both parts. */
    public SpiffeId {
        SpiffeRules.checkTrustDomainName(trustDomain);
        SpiffeRules.checkPath(path);
    }

    /**
     * Reads {@code spiffe://trust-domain/path}.
     *
     * @throws IllegalArgumentException with the real server's text
     */
    public static SpiffeId parse(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("cannot be empty");
        }
        if (!text.startsWith(SCHEME)) {
            throw new IllegalArgumentException("scheme is missing or invalid");
        }
        var slash = text.indexOf('/', SCHEME.length());
        var end = slash < 0 ? text.length() : slash;
        return new SpiffeId(text.substring(SCHEME.length(), end), text.substring(end));
    }

    /** Reads the wire form, whose trust domain may be a name or a whole ID. */
    public static SpiffeId of(SPIFFEID wire) {
        return new SpiffeId(SpiffeRules.trustDomainName(wire.getTrustDomain()), wire.getPath());
    }

    /** The wire form. */
    public SPIFFEID toWire() {
        return SPIFFEID.newBuilder().setTrustDomain(trustDomain).setPath(path).build();
    }

    @Override
    public String toString() {
        return SCHEME + trustDomain + path;
    }
}

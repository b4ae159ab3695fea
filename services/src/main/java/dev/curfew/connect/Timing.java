package dev.curfew.connect;

import java.time.Duration;
import java.util.Locale;

/** A setting of SPIRE that bounds depend on and that no RPC tells, with SPIRE's default. */
public enum Timing {
    /** The server's {@code cache_reload_interval}. */
    CACHE_RELOAD(Duration.ofSeconds(5)),
    /** The agents' {@code sync_interval}, without its 10 % jitter. */
    AGENT_SYNC(Duration.ofSeconds(5)),
    /** The server's {@code default_x509_svid_ttl}. */
    DEFAULT_X509_TTL(Duration.ofHours(1)),
    /** The server's {@code default_jwt_svid_ttl}. */
    DEFAULT_JWT_TTL(Duration.ofMinutes(5)),
    /** The server's {@code max_attested_node_info_staleness}: a ban is seen that much later. */
    NODE_STALENESS(Duration.ZERO),
    /**
     * The {@code refresh_hint} of the server's bundle; federated servers poll at a quarter of it.
     */
    FEDERATION_HINT(Duration.ofMinutes(5)),
    /** The server's {@code ca_ttl}: how long an authority lives. */
    CA_TTL(Duration.ofHours(24));

    private final Duration byDefault;

    Timing(Duration byDefault) {
        this.byDefault = byDefault;
    }

    public Duration byDefault() {
        return byDefault;
    }

    /** Zero is a meaning of its own only where SPIRE's default is zero. */
    public boolean mayBeZero() {
        return byDefault.isZero();
    }

    /** Its name in JSON: {@code cache_reload}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.curfew.connect;

import java.time.Duration;

/**
 * What no RPC tells and bounds need: settings of a connection, with SPIRE's defaults where nothing
 * else is known.
 *
 * @param cacheReload the server's {@code cache_reload_interval}
 * @param agentSync the agents' {@code sync_interval}, without its 10 % jitter
 * @param defaultX509Ttl {@code default_x509_svid_ttl}
 * @param defaultJwtTtl {@code default_jwt_svid_ttl}
 * @param assumed true: SPIRE's defaults, nobody has confirmed them for this server
 */
public record ServerTimings(
        Duration cacheReload,
        Duration agentSync,
        Duration defaultX509Ttl,
        Duration defaultJwtTtl,
        boolean assumed) {
    public static final ServerTimings SPIRE_DEFAULTS =
            new ServerTimings(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofHours(1),
                    Duration.ofMinutes(5),
                    true);
}

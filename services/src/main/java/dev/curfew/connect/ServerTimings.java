package dev.curfew.connect;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What no RPC tells and bounds need: settings of a connection, each with where it comes from, and
 * SPIRE's default where nothing else is known. Immutable.
 *
 * @param values one for each timing; what is missing is assumed
 */
public record ServerTimings(Map<Timing, TimingValue> values) {
    public static final ServerTimings SPIRE_DEFAULTS = new ServerTimings(Map.of());

    /** Those that every bound depends on. */
    private static final List<Timing> ORDINARY =
            List.of(
                    Timing.CACHE_RELOAD,
                    Timing.AGENT_SYNC,
                    Timing.DEFAULT_X509_TTL,
                    Timing.DEFAULT_JWT_TTL);

    public ServerTimings {
        Map<Timing, TimingValue> all = new EnumMap<>(Timing.class);
        for (Timing timing : Timing.values()) {
            TimingValue given = values.get(timing);
            all.put(timing, given == null ? TimingValue.assumed(timing) : given);
        }
        values = Map.copyOf(all);
    }

    /**
     * The four that every bound depends on; the others as SPIRE has them.
     *
     * @param assumed false: an operator declared the four
     */
    public ServerTimings(
            Duration cacheReload,
            Duration agentSync,
            Duration defaultX509Ttl,
            Duration defaultJwtTtl,
            boolean assumed) {
        this(
                Map.of(
                        Timing.CACHE_RELOAD, given(cacheReload, assumed),
                        Timing.AGENT_SYNC, given(agentSync, assumed),
                        Timing.DEFAULT_X509_TTL, given(defaultX509Ttl, assumed),
                        Timing.DEFAULT_JWT_TTL, given(defaultJwtTtl, assumed)));
    }

    private static TimingValue given(Duration value, boolean assumed) {
        return new TimingValue(
                value,
                assumed ? TimingValue.Source.ASSUMED : TimingValue.Source.DECLARED,
                Optional.empty());
    }

    public TimingValue of(Timing timing) {
        TimingValue value = values.get(timing);
        return value == null ? TimingValue.assumed(timing) : value;
    }

    public ServerTimings with(Timing timing, TimingValue value) {
        Map<Timing, TimingValue> changed = new EnumMap<>(values);
        changed.put(timing, value);
        return new ServerTimings(changed);
    }

    /** True while one of the four that every bound depends on was confirmed by nobody. */
    public boolean assumed() {
        return anyAssumed(ORDINARY);
    }

    public boolean anyAssumed(Collection<Timing> timings) {
        return timings.stream().anyMatch(timing -> of(timing).isAssumed());
    }

    public Duration cacheReload() {
        return of(Timing.CACHE_RELOAD).value();
    }

    public Duration agentSync() {
        return of(Timing.AGENT_SYNC).value();
    }

    public Duration defaultX509Ttl() {
        return of(Timing.DEFAULT_X509_TTL).value();
    }

    public Duration defaultJwtTtl() {
        return of(Timing.DEFAULT_JWT_TTL).value();
    }

    public Duration nodeStaleness() {
        return of(Timing.NODE_STALENESS).value();
    }

    public Duration federationHint() {
        return of(Timing.FEDERATION_HINT).value();
    }

    public Duration caTtl() {
        return of(Timing.CA_TTL).value();
    }
}

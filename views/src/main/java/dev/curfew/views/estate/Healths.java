package dev.curfew.views.estate;

import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.Link;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.outcome.Reason;
import dev.curfew.views.shell.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How a connection does, from what is known of its server. */
public final class Healths {
    private static final Set<Reason> SILENCE =
            Set.of(
                    Reason.NO_ANSWER,
                    Reason.NOTHING_LISTENING,
                    Reason.UNKNOWN_HOST,
                    Reason.SOCKET_MISSING,
                    Reason.WORKLOAD_API_FAILED,
                    Reason.CANCELLED);

    private Healths() {}

    public static Health of(ServerEstate server) {
        return of(server.link(), isPartial(server));
    }

    public static Health of(BackendEstate backend) {
        return of(backend.link(), isPartial(backend.grants().state()));
    }

    private static Health of(Link link, boolean partial) {
        return switch (link) {
            case Link.Connecting _ -> Health.CONNECTING;
            case Link.Up _ -> partial ? Health.PARTIAL : Health.UP;
            case Link.Down(var why, _, _) ->
                    SILENCE.contains(why.reason()) ? Health.NO_ANSWER : Health.REFUSED;
        };
    }

    public static Optional<Duration> latency(ServerEstate server) {
        return latency(server.link());
    }

    public static Optional<Duration> latency(BackendEstate backend) {
        return latency(backend.link());
    }

    private static Optional<Duration> latency(Link link) {
        return link instanceof Link.Up(var latency, _) ? Optional.of(latency) : Optional.empty();
    }

    /** Since when it does not answer, or will not have us. */
    public static Optional<Instant> downSince(Link link) {
        return link instanceof Link.Down(_, var since, _) ? Optional.of(since) : Optional.empty();
    }

    private static boolean isPartial(ServerEstate server) {
        return Stream.of(
                        server.entries().state(),
                        server.nodes().state(),
                        server.authorities().state(),
                        server.federation().state())
                .anyMatch(Healths::isPartial);
    }

    private static boolean isPartial(Reading.State state) {
        return state == Reading.State.PARTIAL || state == Reading.State.FAILED;
    }
}

package dev.curfew.views.estate;

import dev.curfew.estate.Link;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.outcome.Reason;
import dev.curfew.views.shell.Health;
import java.time.Duration;
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
        return switch (server.link()) {
            case Link.Connecting _ -> Health.CONNECTING;
            case Link.Up _ -> isPartial(server) ? Health.PARTIAL : Health.UP;
            case Link.Down(var why, _) ->
                    SILENCE.contains(why.reason()) ? Health.NO_ANSWER : Health.REFUSED;
        };
    }

    public static Optional<Duration> latency(ServerEstate server) {
        return server.link() instanceof Link.Up(var latency, _)
                ? Optional.of(latency)
                : Optional.empty();
    }

    private static boolean isPartial(ServerEstate server) {
        return Stream.of(
                        server.entries().state(),
                        server.nodes().state(),
                        server.authorities().state(),
                        server.federation().state())
                .anyMatch(state -> state == Reading.State.PARTIAL || state == Reading.State.FAILED);
    }
}

package dev.curfew.app.window;

import dev.curfew.connect.Arming;
import dev.curfew.connect.ClockSkew;
import dev.curfew.estate.Estate;
import dev.curfew.estate.Link;
import dev.curfew.estate.ServerEstate;
import dev.curfew.views.estate.Healths;
import dev.curfew.views.shell.ConnectionState;
import dev.curfew.views.shell.ShellState;
import dev.curfew.views.shell.ShellState.OldSource;
import dev.curfew.views.shell.ShellState.ServerClock;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the window's frame shows of an estate. Pure. */
final class ShellStates {
    /** A source that is this much older than the newest is named. */
    private static final Duration CLEARLY_OLDER = Duration.ofMinutes(1);

    private ShellStates() {}

    static ShellState of(Estate estate, Optional<String> current, Arming arming) {
        List<ServerEstate> servers = estate.servers();
        Optional<Instant> newest =
                servers.stream()
                        .flatMap(s -> s.entries().readAt().stream())
                        .max(Comparator.naturalOrder());
        return new ShellState(
                servers.stream().map(server -> connection(server, arming)).toList(),
                List.of(),
                newest,
                newest.flatMap(at -> oldest(servers, at)),
                current.flatMap(estate::server).flatMap(ShellStates::clock));
    }

    private static ConnectionState connection(ServerEstate server, Arming arming) {
        return new ConnectionState(
                server.name(),
                server.trustDomain().map(TrustDomain::getName).orElse(""),
                Healths.of(server),
                server.link() instanceof Link.Down(_, var since)
                        ? Optional.of(since)
                        : Optional.empty(),
                Healths.latency(server),
                arming.armedUntil(server.name()),
                "");
    }

    private static Optional<OldSource> oldest(List<ServerEstate> servers, Instant newest) {
        return servers.stream()
                .filter(s -> s.oldestReading().isPresent())
                .map(s -> new OldSource(s.name(), s.oldestReading().get()))
                .filter(s -> s.readAt().plus(CLEARLY_OLDER).isBefore(newest))
                .min(Comparator.comparing(OldSource::readAt));
    }

    /** The middle of what the skew may be; the screen of connections shows both ends. */
    private static Optional<ServerClock> clock(ServerEstate server) {
        return server.skew().map(skew -> new ServerClock(server.name(), middle(skew)));
    }

    private static Duration middle(ClockSkew skew) {
        return skew.low().plus(skew.high()).dividedBy(2);
    }
}

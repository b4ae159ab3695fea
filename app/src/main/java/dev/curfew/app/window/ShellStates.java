package dev.curfew.app.window;

import dev.curfew.connect.Arming;
import dev.curfew.connect.ClockSkew;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.Estate;
import dev.curfew.estate.Link;
import dev.curfew.estate.ServerEstate;
import dev.curfew.text.Texts;
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
import java.util.stream.Stream;

/** What the window's frame shows of an estate. Pure. */
final class ShellStates {
    /** A source that is this much older than the newest is named. */
    private static final Duration CLEARLY_OLDER = Duration.ofMinutes(1);

    private ShellStates() {}

    static ShellState of(Estate estate, Optional<String> current, Arming arming, Texts texts) {
        Optional<Instant> newest =
                Stream.concat(
                                estate.servers().stream().map(server -> server.entries().readAt()),
                                estate.backends().stream()
                                        .map(backend -> backend.grants().readAt()))
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder());
        return new ShellState(
                Stream.concat(
                                estate.servers().stream().map(server -> connection(server, arming)),
                                estate.backends().stream()
                                        .map(backend -> connection(backend, arming, texts)))
                        .toList(),
                List.of(),
                newest,
                newest.flatMap(at -> oldest(estate, at)),
                current.flatMap(estate::server).flatMap(ShellStates::clock));
    }

    private static ConnectionState connection(ServerEstate server, Arming arming) {
        return new ConnectionState(
                server.name(),
                server.trustDomain().map(TrustDomain::getName).orElse(""),
                Healths.of(server),
                Healths.downSince(server.link()),
                Healths.latency(server),
                arming.armedUntil(server.name()),
                "");
    }

    private static ConnectionState connection(BackendEstate backend, Arming arming, Texts texts) {
        boolean decidesOnly = backend.link() instanceof Link.Up && !backend.canBeChanged();
        return new ConnectionState(
                backend.name(),
                "",
                Healths.of(backend),
                Healths.downSince(backend.link()),
                Healths.latency(backend),
                arming.armedUntil(backend.name()),
                decidesOnly ? texts.get("arm.noLever") : "");
    }

    private static Optional<OldSource> oldest(Estate estate, Instant newest) {
        return Stream.concat(
                        estate.servers().stream().map(s -> source(s.name(), s.oldestReading())),
                        estate.backends().stream().map(b -> source(b.name(), b.grants().readAt())))
                .flatMap(Optional::stream)
                .filter(source -> source.readAt().plus(CLEARLY_OLDER).isBefore(newest))
                .min(Comparator.comparing(OldSource::readAt));
    }

    private static Optional<OldSource> source(String name, Optional<Instant> readAt) {
        return readAt.map(at -> new OldSource(name, at));
    }

    /** The middle of what the skew may be; the screen of connections shows both ends. */
    private static Optional<ServerClock> clock(ServerEstate server) {
        return server.skew().map(skew -> new ServerClock(server.name(), middle(skew)));
    }

    private static Duration middle(ClockSkew skew) {
        return skew.low().plus(skew.high()).dividedBy(2);
    }
}

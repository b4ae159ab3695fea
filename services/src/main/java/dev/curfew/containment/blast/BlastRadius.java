package dev.curfew.containment.blast;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a containment hits, in four groups. Derived from what was read; nothing of it is proved. */
public record BlastRadius(
        List<Hit> stopsNow, List<Hit> stopsLater, List<Hit> notReached, List<Hit> alsoHit) {
    public static final BlastRadius NONE =
            new BlastRadius(List.of(), List.of(), List.of(), List.of());

    public BlastRadius {
        stopsNow = List.copyOf(stopsNow);
        stopsLater = List.copyOf(stopsLater);
        notReached = List.copyOf(notReached);
        alsoHit = List.copyOf(alsoHit);
    }

    /** With what another part of the same containment hits. */
    public BlastRadius and(BlastRadius other) {
        return new BlastRadius(
                joined(other.stopsNow, stopsNow),
                joined(other.stopsLater, stopsLater),
                joined(notReached, other.notReached),
                joined(alsoHit, other.alsoHit));
    }

    private static List<Hit> joined(List<Hit> first, List<Hit> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    /**
     * One line.
     *
     * @param key of its sentence, {@code blast.KEY}
     * @param arguments for the gaps of the sentence
     * @param by when it is over at the latest; empty: there is no bound, or nobody knows one
     */
    public record Hit(String key, List<String> arguments, Optional<Instant> by) {
        public Hit {
            arguments = List.copyOf(arguments);
        }

        public static Hit of(String key, Object... arguments) {
            return new Hit(
                    key, Arrays.stream(arguments).map(String::valueOf).toList(), Optional.empty());
        }

        public Hit by(Optional<Instant> at) {
            return new Hit(key, arguments, at);
        }
    }
}

package dev.curfew.delegation;

import java.time.Instant;
import java.util.Optional;

/** When a grant ends by itself. */
public sealed interface End {
    record At(Instant when) implements End {}

    /** Nothing ends it but somebody. */
    record Never() implements End {}

    /** Nobody says; it is taken as going on, because a bound must not be too early. */
    record Unknown() implements End {}

    End NEVER = new Never();
    End UNKNOWN = new Unknown();

    static End at(Instant instant) {
        return new At(instant);
    }

    default Optional<Instant> instant() {
        return this instanceof At(var when) ? Optional.of(when) : Optional.empty();
    }

    default boolean isPast(Instant now) {
        return this instanceof At(var when) && !now.isBefore(when);
    }

    /** Whether this certainly ends after the other. An unknown end is not certain. */
    default boolean isAfter(End other) {
        return switch (this) {
            case At(var mine) -> other instanceof At(var theirs) && mine.isAfter(theirs);
            case Never _ -> other instanceof At;
            case Unknown _ -> false;
        };
    }
}

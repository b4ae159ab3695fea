package dev.curfew.estate;

import dev.curfew.outcome.Failure;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Something read from a server, with its age. Old values stay while they are read anew or cannot
 * be.
 *
 * @param readAt when the reading of this value ended, on our clock; empty: never read
 * @param failure why the last attempt ended early; the value is then partial or old
 */
public record Reading<T>(
        T value, State state, Optional<Instant> readAt, Optional<Failure> failure) {
    public enum State {
        NEVER_READ,
        /** Being read; the value is what there was before, or what has come so far. */
        READING,
        COMPLETE,
        /** The last attempt ended early: the value is what came until then. */
        PARTIAL,
        /** The last attempt failed: the value is the one of before, or nothing. */
        FAILED
    }

    public static <T> Reading<T> never(T empty) {
        return new Reading<>(empty, State.NEVER_READ, Optional.empty(), Optional.empty());
    }

    public Reading<T> reading() {
        return new Reading<>(value, State.READING, readAt, Optional.empty());
    }

    public Reading<T> soFar(T part) {
        return new Reading<>(part, State.READING, readAt, Optional.empty());
    }

    public Reading<T> complete(T whole, Instant at) {
        return new Reading<>(whole, State.COMPLETE, Optional.of(at), Optional.empty());
    }

    /** Keeps the value: an old one is better than none. */
    public Reading<T> failed(Failure why) {
        return new Reading<>(value, State.FAILED, readAt, Optional.of(why));
    }

    /** What was read until it broke off. */
    public Reading<T> partial(T part, Instant at, Failure why) {
        return new Reading<>(part, State.PARTIAL, Optional.of(at), Optional.of(why));
    }

    /** A few parts of the value were read again; its age stays that of the oldest part. */
    public Reading<T> patched(UnaryOperator<T> change) {
        return new Reading<>(change.apply(value), state, readAt, failure);
    }

    /** Everything there was came with the last attempt. */
    public boolean isWhole() {
        return state == State.COMPLETE;
    }

    public boolean isKnown() {
        return readAt.isPresent();
    }
}

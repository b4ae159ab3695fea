package dev.curfew.outcome;

import java.util.function.Function;

/**
 * What an operation gave: a value, or the reason why there is none. Callers switch over it, so that
 * the compiler finds a forgotten case. Bugs stay exceptions.
 */
public sealed interface Outcome<T> {
    record Ok<T>(T value) implements Outcome<T> {}

    record Failed<T>(Failure failure) implements Outcome<T> {}

    static <T> Outcome<T> ok(T value) {
        return new Ok<>(value);
    }

    static <T> Outcome<T> failed(Failure failure) {
        return new Failed<>(failure);
    }

    static <T> Outcome<T> failed(Reason reason, String subject, String detail) {
        return new Failed<>(new Failure(reason, subject, detail));
    }

    /** The same failure, or the value changed by a function that can not fail. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Ok<T>(var value) -> new Ok<>(change.apply(value));
            case Failed<T>(var failure) -> new Failed<>(failure);
        };
    }

    /** The same failure, or what the next operation gives. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Ok<T>(var value) -> next.apply(value);
            case Failed<T>(var failure) -> new Failed<>(failure);
        };
    }
}

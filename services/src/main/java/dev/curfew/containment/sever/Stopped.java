package dev.curfew.containment.sever;

import dev.curfew.identity.Node;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import java.util.List;

/** Ends a rotation from deep inside; caught where it began. */
final class Stopped extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Failure failure;
    private final transient List<Node> closedBy;

    Stopped(Failure failure, List<Node> closedBy) {
        super(failure.detail());
        this.failure = failure;
        this.closedBy = List.copyOf(closedBy);
    }

    static Stopped because(Reason reason, String connection, String detail) {
        return new Stopped(new Failure(reason, connection, detail), List.of());
    }

    Failure failure() {
        return failure;
    }

    List<Node> closedBy() {
        return closedBy;
    }

    static <T> T value(Outcome<T> outcome) throws Stopped {
        return switch (outcome) {
            case Ok<T>(var value) -> value;
            case Failed<T>(var failure) -> throw new Stopped(failure, List.of());
        };
    }
}

package dev.curfew.peers;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a workload got from its agent. */
public sealed interface Fetched<T> {
    record Issued<T>(List<T> svids) implements Fetched<T> {
        public Issued {
            svids = List.copyOf(svids);
        }
    }

    /** The agent's words, such as {@code rpc error: code = PermissionDenied desc = …}. */
    record Refused<T>(String text) implements Fetched<T> {}

    static <T> Fetched<T> of(Answer answer, Function<String, List<T>> reader) {
        return answer.ok()
                ? new Issued<>(reader.apply(answer.out()))
                : new Refused<>((answer.out() + answer.err()).strip());
    }

    /** The first SVID, if there is one. */
    default Optional<T> first() {
        return this instanceof Issued<T>(var svids) ? svids.stream().findFirst() : Optional.empty();
    }

    /** What the agent said instead; empty if it issued. */
    default String refusal() {
        return this instanceof Refused<T>(var text) ? text : "";
    }
}

package dev.curfew.lab.acting;

import dev.curfew.lab.call.Denial;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest calls, and whoever wants to hear of each. Any thread may call. */
final class CallLog {
    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

    /** About a quarter of an hour. */
    private static final int KEPT = 6_000;

    private final Deque<Call> calls = new ArrayDeque<>();
    private final List<Consumer<Call>> listeners = new CopyOnWriteArrayList<>();
    private long last;

    void add(Instant at, Lane lane, Optional<Denial> denial, boolean rightful) {
        Call call;
        synchronized (this) {
            call = new Call(++last, at, lane, denial, rightful);
            calls.add(call);
            if (calls.size() > KEPT) {
                calls.remove();
            }
        }
        for (var listener : listeners) {
            try {
                listener.accept(call);
            } catch (RuntimeException e) {
                LOG.warn("Someone who listens to calls of the lab failed", e);
            }
        }
    }

    synchronized List<Call> all() {
        return List.copyOf(calls);
    }

    boolean isHeard() {
        return !listeners.isEmpty();
    }

    Runnable subscribe(Consumer<Call> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}

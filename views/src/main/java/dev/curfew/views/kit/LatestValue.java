package dev.curfew.views.kit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands a stream's newest value to the JavaFX thread, at most ten times a second; values in between
 * are dropped. A value offered alone arrives at once. Any thread offers.
 */
public final class LatestValue<T> implements AutoCloseable {
    public static final Duration PACE = Duration.ofMillis(100);

    private final AtomicReference<@Nullable T> pending = new AtomicReference<>();
    private final FxThread fx;
    private final Consumer<? super T> sink;
    private final LongSupplier nanos;
    private volatile long earliestNext;
    private volatile boolean closed;

    public LatestValue(FxThread fx, Consumer<? super T> sink) {
        this(fx, sink, System::nanoTime);
    }

    public LatestValue(FxThread fx, Consumer<? super T> sink, LongSupplier nanos) {
        this.fx = fx;
        this.sink = sink;
        this.nanos = nanos;
        this.earliestNext = nanos.getAsLong();
    }

    public void offer(T value) {
        if (pending.getAndSet(value) == null) {
            fx.runAfter(Duration.ofNanos(earliestNext - nanos.getAsLong()), this::deliver);
        }
    }

    private void deliver() {
        earliestNext = nanos.getAsLong() + PACE.toNanos();
        T value = pending.getAndSet(null);
        if (value != null && !closed) {
            sink.accept(value);
        }
    }

    /** Nothing is delivered from here on. */
    @Override
    public void close() {
        closed = true;
    }
}

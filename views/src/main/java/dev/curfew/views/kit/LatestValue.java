package dev.curfew.views.kit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands a stream's newest value to the JavaFX thread, never more than ten times in any second;
 * values in between are dropped. After a rest the first few arrive at once: they are what an
 * operator waits for, such as the first rows of a list. Any thread offers.
 */
public final class LatestValue<T> implements AutoCloseable {
    /** How far apart they are in a long stream. */
    public static final Duration PACE = Duration.ofNanos(1_000_000_000L / 6);

    private static final int AT_ONCE = 4;

    private final AtomicReference<@Nullable T> pending = new AtomicReference<>();
    private final FxThread fx;
    private final Consumer<? super T> sink;
    private final LongSupplier nanos;

    /** When as many may arrive at once again as ever: each that arrives puts it off by a pace. */
    private volatile long restedAt;

    private volatile boolean closed;

    public LatestValue(FxThread fx, Consumer<? super T> sink) {
        this(fx, sink, System::nanoTime);
    }

    public LatestValue(FxThread fx, Consumer<? super T> sink, LongSupplier nanos) {
        this.fx = fx;
        this.sink = sink;
        this.nanos = nanos;
        this.restedAt = nanos.getAsLong();
    }

    public void offer(T value) {
        if (pending.getAndSet(value) == null) {
            long earliest = restedAt - (AT_ONCE - 1) * PACE.toNanos();
            fx.runAfter(Duration.ofNanos(earliest - nanos.getAsLong()), this::deliver);
        }
    }

    private void deliver() {
        long now = nanos.getAsLong();
        restedAt = Math.max(restedAt - now, 0) + now + PACE.toNanos();
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

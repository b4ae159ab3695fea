package dev.curfew.localstore.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes that wait for the one writer, in order. Those that wait together go to disk together: the
 * disk takes about as long for one as for ten. So one that nobody waits for yet stays a moment for
 * others to come. Each fails alone, unless the disk fails them all. Any thread.
 */
final class WriteQueue {
    /** What a crash may cost of what nobody waited for. */
    private static final Executor A_MOMENT_LATER =
            CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS, Runnable::run);

    private final Lane writer;
    private final Queue<Waiting<?>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean expected = new AtomicBoolean();

    WriteQueue(Lane writer) {
        this.writer = writer;
    }

    /** Done when on disk; failed when nothing of it was written. */
    <T> Future<T> add(Work<T> work) {
        Future<T> written = put(work);
        writer.later(this::drain);
        return written;
    }

    /** As {@link #add}, but not before the next one, {@link #flush}, or 10 ms. */
    <T> Future<T> addSoon(Work<T> work) {
        Future<T> written = put(work);
        if (!expected.getAndSet(true)) {
            A_MOMENT_LATER.execute(() -> {
                expected.set(false);
                flush();
            });
        }
        return written;
    }

    /** Sends all that waits to the writer, and goes on at once. */
    void flush() {
        if (!waiting.isEmpty()) {
            writer.later(this::drain);
        }
    }

    private <T> Future<T> put(Work<T> work) {
        Waiting<T> write = new Waiting<>(work);
        waiting.add(write);
        return write.done;
    }

    /** How many it took; none where an earlier turn took what this one was asked for. */
    private int drain(Handle handle) {
        List<Waiting<?>> together = new ArrayList<>();
        for (Waiting<?> next = waiting.poll(); next != null; next = waiting.poll()) {
            together.add(next);
        }
        if (together.isEmpty()) {
            return 0;
        }
        try {
            Transaction.on(
                    handle,
                    "BEGIN IMMEDIATE",
                    inside -> {
                        for (Waiting<?> write : together) {
                            write.run(inside);
                        }
                        return together;
                    });
            together.forEach(Waiting::committed);
        } catch (Throwable failed) {
            together.forEach(write -> write.done.completeExceptionally(failed));
        }
        return together.size();
    }

    private static final class Waiting<T> {
        private final Work<T> work;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private @Nullable T result;

        Waiting(Work<T> work) {
            this.work = work;
        }

        /**
         * @throws SQLException if SQLite gave up the transaction around it
         */
        void run(Handle handle) throws SQLException {
            try {
                result = Transaction.part(handle, work);
            } catch (Throwable failed) {
                done.completeExceptionally(failed);
                if (lost(failed)) {
                    throw new SQLException("the transaction was given up", failed);
                }
            }
        }

        @SuppressWarnings("NullAway") // What the work gave, null where it gives nothing.
        void committed() {
            done.complete(result);
        }

        /** The undoing of the part failed too: there is no transaction any more. */
        private static boolean lost(Throwable failed) {
            return failed.getSuppressed().length > 0;
        }
    }
}

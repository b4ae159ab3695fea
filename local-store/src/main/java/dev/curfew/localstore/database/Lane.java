package dev.curfew.localstore.database;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of platform threads with a connection each, opened when first needed. Callers of
 * any kind of thread wait here, so that no virtual one is pinned by SQLite.
 */
final class Lane implements AutoCloseable {
    private final String subject;
    private final ExecutorService threads;
    private final Supplier<Handle> opener;
    private final Queue<Handle> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param subject what a failure is said to concern: the file
     */
    Lane(String subject, String name, int width, Supplier<Handle> opener) {
        this.subject = subject;
        this.opener = opener;
        this.threads =
                Executors.newFixedThreadPool(
                        width, Thread.ofPlatform().daemon().name(name + "-", 1).factory());
    }

    /** One thread with a connection that is open already. */
    static Lane of(String subject, String name, Handle handle) {
        Lane lane = new Lane(subject, name, 1, () -> handle);
        lane.idle.add(handle);
        return lane;
    }

    /**
     * Does the work on one of the threads and waits for it, also when interrupted: a caller must
     * know whether its record is on disk. The interrupt is kept.
     *
     * @throws StoreException if SQLite failed
     */
    <T> T run(Work<T> work) {
        return await(threads.submit(() -> onThread(work)));
    }

    /** Does the work on one of the threads, and goes on at once. */
    void later(Work<?> work) {
        threads.execute(() -> {
            try {
                onThread(work);
            } catch (Exception e) {
                throw explained(e);
            }
        });
    }

    /**
     * Waits for something done on one of the threads, also when interrupted. The interrupt is kept.
     *
     * @throws StoreException if SQLite failed
     */
    <T> T await(Future<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw explained(e.getCause() == null ? e : e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for what runs, then closes the connections. */
    @Override
    public void close() {
        threads.close();
        idle.forEach(Handle::close);
        idle.clear();
    }

    private <T> T onThread(Work<T> work) throws Exception {
        // As many tasks run as there are threads, so never more handles than threads are open.
        @Nullable Handle free = idle.poll();
        Handle handle = free == null ? opener.get() : free;
        try {
            return work.on(handle);
        } finally {
            idle.add(handle);
        }
    }

    private RuntimeException explained(Throwable cause) {
        StoreException known = StoreException.from(subject, cause);
        if (known != null) {
            return known;
        }
        return cause instanceof RuntimeException bug ? bug : new IllegalStateException(cause);
    }
}

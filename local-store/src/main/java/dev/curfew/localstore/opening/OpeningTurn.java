package dev.curfew.localstore.opening;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps several Curfews on one store file out of each other's way: one at a time opens, whoever
 * opened stays as a user until closed, and only a Curfew that is alone may move a damaged file
 * away. Otherwise the other one's connection would, on closing, delete the log of the file that
 * took its place. The operating system frees the locks of a process that is killed.
 */
final class OpeningTurn implements AutoCloseable {
    private static final long BETWEEN_TRIES = Duration.ofMillis(5).toNanos();

    private final LockChannel channel;
    private final FileLock mutex;
    private @Nullable FileLock alone;

    private OpeningTurn(LockChannel channel, FileLock mutex) {
        this.channel = channel;
        this.mutex = mutex;
    }

    /** Waits until nobody else is opening; empty if that takes longer than {@code patience}. */
    static Optional<OpeningTurn> await(Path lockFile, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        LockChannel channel = LockChannel.hold(lockFile);
        boolean myTurn = false;
        FileLock mutex = null;
        try {
            myTurn = channel.turn().tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (myTurn) {
                mutex = poll(channel, deadline);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (mutex == null) {
                if (myTurn) {
                    channel.turn().release();
                }
                channel.letGo();
            }
        }
        return Optional.ofNullable(mutex).map(lock -> new OpeningTurn(channel, lock));
    }

    /** True if no other store is open on the file; it stays true until this turn ends. */
    boolean alone() throws IOException {
        if (alone == null) {
            alone = channel.tryAlone();
        }
        return alone != null;
    }

    /** Makes its caller a user of the file, until the given action is run. */
    Runnable stay() throws IOException {
        LockChannel.free(alone);
        alone = null;
        channel.addUser();
        return channel::removeUser;
    }

    @Override
    public void close() {
        LockChannel.free(alone);
        LockChannel.free(mutex);
        channel.turn().release();
        channel.letGo();
    }

    /** File locks have no timeout of their own. */
    private static @Nullable FileLock poll(LockChannel channel, long deadline) throws IOException {
        FileLock lock = channel.tryOpening();
        while (lock == null && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(BETWEEN_TRIES);
            lock = channel.tryOpening();
        }
        return lock;
    }
}

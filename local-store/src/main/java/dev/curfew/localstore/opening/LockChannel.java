package dev.curfew.localstore.opening;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The lock file of a store, opened once in this process: on POSIX, closing a second channel would
 * free the locks of the first. Closed when its last holder lets go. Any thread.
 */
final class LockChannel {
    private static final long OPENING = 0;
    private static final long USING = 1;
    private static final Map<Path, LockChannel> HELD = new HashMap<>();

    private final Path path;
    private final FileChannel channel;
    private final Semaphore turn = new Semaphore(1);
    private int holders;
    private int users;
    private @Nullable FileLock use;

    private LockChannel(Path path) throws IOException {
        this.path = path;
        this.channel = OwnerOnly.channel(path);
    }

    static LockChannel hold(Path path) throws IOException {
        synchronized (HELD) {
            LockChannel held = HELD.get(path);
            LockChannel channel = held == null ? new LockChannel(path) : held;
            HELD.put(path, channel);
            channel.holders++;
            return channel;
        }
    }

    void letGo() {
        synchronized (HELD) {
            holders--;
            if (holders == 0) {
                HELD.remove(path);
                closeQuietly();
            }
        }
    }

    /** One thread of this process at a time; between processes it is {@link #tryOpening()}. */
    Semaphore turn() {
        return turn;
    }

    @Nullable FileLock tryOpening() throws IOException {
        return channel.tryLock(OPENING, 1, false);
    }

    /** Null if a store is open on the file, here or in another process. */
    @Nullable FileLock tryAlone() throws IOException {
        synchronized (HELD) {
            return users > 0 ? null : channel.tryLock(USING, 1, false);
        }
    }

    /** Counts one more open store; holds the channel for it. */
    void addUser() throws IOException {
        synchronized (HELD) {
            if (users == 0) {
                use = channel.tryLock(USING, 1, true);
            }
            users++;
            holders++;
        }
    }

    void removeUser() {
        synchronized (HELD) {
            users--;
            if (users == 0) {
                free(use);
                use = null;
            }
        }
        letGo();
    }

    /** A lock that can not be freed goes with its channel, at the latest with the process. */
    static void free(@Nullable FileLock lock) {
        try {
            if (lock != null) {
                lock.release();
            }
        } catch (IOException alreadyGone) {
            assert !lock.isValid();
        }
    }

    private void closeQuietly() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            assert !channel.isOpen();
        }
    }
}

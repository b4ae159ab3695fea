package dev.curfew.app.wiring;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what it owns in reverse order; one that fails keeps no other open. One thread. */
public final class Closer implements AutoCloseable {
    private final Deque<AutoCloseable> owned = new ArrayDeque<>();

    public <T extends AutoCloseable> T own(T resource) {
        owned.push(resource);
        return resource;
    }

    @Override
    public void close() {
        IllegalStateException failed = new IllegalStateException("something did not close");
        while (!owned.isEmpty()) {
            try {
                owned.pop().close();
            } catch (Exception e) {
                failed.addSuppressed(e);
            }
        }
        if (failed.getSuppressed().length > 0) {
            throw failed;
        }
    }
}

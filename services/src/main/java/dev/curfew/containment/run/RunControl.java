package dev.curfew.containment.run;

/** Holds a run between its steps, lets it go on, or ends it there. Any thread. */
public final class RunControl {
    private enum Wish {
        GO,
        HOLD,
        ABORT
    }

    private Wish wish = Wish.GO;
    private boolean gateOverridden;
    private boolean left;

    /** The steps under way end, a rotation before its next call; no other begins until goOn. */
    public synchronized void hold() {
        if (wish == Wish.GO) {
            wish = Wish.HOLD;
        }
    }

    public synchronized void goOn() {
        if (wish == Wish.HOLD) {
            wish = Wish.GO;
            notifyAll();
        }
    }

    /** The steps under way end, a rotation before its next call; no other begins. For good. */
    public synchronized void abort() {
        wish = Wish.ABORT;
        notifyAll();
    }

    /**
     * The process ends: as an abort, but nobody wanted it, so the journal is not told that it ended
     * and the next process offers to go on.
     */
    public synchronized void leave() {
        left = wish != Wish.ABORT;
        abort();
    }

    synchronized boolean isLeft() {
        return left;
    }

    /**
     * Revokes an authority although nodes keep its gate closed. They are locked out by that;
     * whoever calls this has had it confirmed. Can not be taken back.
     */
    public synchronized void overrideGate() {
        gateOverridden = true;
        notifyAll();
    }

    synchronized boolean isGateOverridden() {
        return gateOverridden;
    }

    public synchronized boolean isHeld() {
        return wish == Wish.HOLD;
    }

    public synchronized boolean isAborted() {
        return wish == Wish.ABORT;
    }

    /** Waits while the run is held. True: the next step may begin; false: the run was ended. */
    synchronized boolean mayBegin() throws InterruptedException {
        while (wish == Wish.HOLD) {
            wait();
        }
        return wish == Wish.GO;
    }

    /** Waits before the next attempt, at most {@code millis}; an abort ends it early. */
    public synchronized void pause(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        long left = millis;
        while (left > 0 && wish != Wish.ABORT) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }
}

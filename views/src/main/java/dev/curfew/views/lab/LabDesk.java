package dev.curfew.views.lab;

import java.util.function.Consumer;

/**
 * The lab as its screen needs it; the application fills it. Any thread may call, none is waited
 * for.
 */
public interface LabDesk {
    /** What there is to see now. May block for a moment. */
    LabSnapshot look();

    /**
     * Tells of the lab after each call of its agents, on the thread that made the call.
     *
     * @return ends it
     */
    Runnable watch(Consumer<LabSnapshot> listener);

    /** Lets the agents act, or stops them. Blocks. */
    void act(boolean on);

    /** Switches a fault on or off. Blocks. */
    void set(LabFault fault, boolean on);

    /** Closes every connection that stays open. Blocks. */
    void closeStreams();
}

package dev.curfew.lab.fault;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Faults that a test or a trainer switches on at one server. Each holds from the next call on until
 * it is set again or everything is {@link #reset}. Methods are named as in the API, for instance
 * {@code ListEntries}; naming none means all. Any thread may call.
 */
public final class Faults {
    private static final long NEVER = Long.MIN_VALUE;

    private final ConnectionControl connections;
    private final AtomicLong callsUntilCut = new AtomicLong(NEVER);
    private final AtomicInteger hanging = new AtomicInteger();
    private volatile Methods hung = Methods.NONE;
    private volatile Methods delayed = Methods.NONE;
    private volatile Methods missing = Methods.NONE;
    private volatile Duration delay = Duration.ZERO;
    private volatile Duration clockOffset = Duration.ZERO;
    private volatile int largestPage = Integer.MAX_VALUE;
    private volatile boolean repeatsToken;
    private volatile boolean malformsIds;
    private volatile @Nullable Controller controller;

    /** Which methods a fault is about. */
    private record Methods(boolean any, Set<String> names) {
        static final Methods NONE = new Methods(false, Set.of());

        static Methods of(String... names) {
            return new Methods(names.length == 0, Set.of(names));
        }

        boolean contain(String name) {
            return any || names.contains(name);
        }
    }

    /** Faults of the server with these connections. */
    public Faults(ConnectionControl connections) {
        this.connections = connections;
    }

    /** Ends every fault. Calls that hang go on hanging until their callers give up. */
    public void reset() {
        hung = Methods.NONE;
        delayed = Methods.NONE;
        missing = Methods.NONE;
        delay = Duration.ZERO;
        clockOffset = Duration.ZERO;
        largestPage = Integer.MAX_VALUE;
        repeatsToken = false;
        malformsIds = false;
        callsUntilCut.set(NEVER);
        revertChanges(false);
        connections.sendNewOnesAwayAfter(Duration.ZERO);
    }

    /** Never answers these methods. */
    public void hang(String... methods) {
        hung = Methods.of(methods);
    }

    /** Answers again. Calls that hang already go on hanging. */
    public void stopHanging() {
        hung = Methods.NONE;
    }

    /** Whether the server accepts connections and answers nothing at all. */
    public boolean hangsAltogether() {
        return hung.any();
    }

    /** Whose controller it is; set once, by the server. */
    public void equip(Controller one) {
        controller = one;
    }

    /**
     * Lets a controller re-create what is deleted and change back what is changed, as often as
     * spire-controller-manager does.
     */
    public void revertChanges(boolean on) {
        var own = controller;
        if (own != null && !on) {
            own.stop();
        } else if (on) {
            revertChanges(Controller.EVERY);
        }
    }

    /** The same at another interval. */
    public void revertChanges(Duration every) {
        Objects.requireNonNull(controller, "this server has no controller").start(every);
    }

    /** Whether a controller puts back what is changed. */
    public boolean revertsChanges() {
        var own = controller;
        return own != null && own.runs();
    }

    /** Answers these methods later, by the wall clock. */
    public void delay(Duration by, String... methods) {
        delay = by;
        delayed = Methods.of(methods);
    }

    /** Answers so many more calls, then cuts all connections at the next one. Happens once. */
    public void cutConnectionsAfter(int calls) {
        callsUntilCut.set(calls);
    }

    /** Answers these methods like an older server that does not have them. */
    public void unimplemented(String... methods) {
        missing = Methods.of(methods);
    }

    /** Makes every page of a list name its own token as the next one. */
    public void repeatPageToken(boolean on) {
        repeatsToken = on;
    }

    /** Answers RESOURCE_EXHAUSTED to lists that ask for larger pages, or for no pages. */
    public void refusePagesAbove(int rows) {
        largestPage = rows;
    }

    /** Makes the server's clock differ from the real one. */
    public void clockOffset(Duration offset) {
        clockOffset = offset;
    }

    /** Makes the first row of every list have a SPIFFE ID that is none. */
    public void malformIds(boolean on) {
        malformsIds = on;
    }

    /** Sends all connections away now (GOAWAY): callers must open new ones. */
    public void sendConnectionsAway() {
        connections.sendAllAway();
    }

    /** Sends connections that are opened from now on away after this time, by the wall clock. */
    public void connectionAge(Duration age) {
        connections.sendNewOnesAwayAfter(age);
    }

    /** How many calls hang. */
    public int hangingCalls() {
        return hanging.get();
    }

    /** What the server's clock differs by. */
    public Duration clockOffset() {
        return clockOffset;
    }

    boolean hangs(String method) {
        return hung.contain(method);
    }

    AtomicInteger hanging() {
        return hanging;
    }

    Duration delayOf(String method) {
        return delayed.contain(method) ? delay : Duration.ZERO;
    }

    boolean isMissing(String method) {
        return missing.contain(method);
    }

    int largestPage() {
        return largestPage;
    }

    boolean repeatsToken() {
        return repeatsToken;
    }

    boolean malformsIds() {
        return malformsIds;
    }

    /** Counts a call; true if it is the one at which the connections are cut. */
    boolean cutsNow() {
        var before = callsUntilCut.getAndUpdate(left -> left > 0 ? left - 1 : NEVER);
        if (before == 0) {
            connections.cutAll();
            return true;
        }
        return false;
    }
}

package dev.curfew.views.connections;

import dev.curfew.connect.Capabilities;
import dev.curfew.connect.ClockSkew;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.UnreadConnection;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.timing.LearnedTimings;
import dev.curfew.views.kit.Tasks.Running;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * What the screen of connections asks for. Nothing here waits: answers come back later, once, on
 * the JavaFX thread, and what changes meanwhile shows in the properties and in the estate.
 */
public interface ConnectionDesk {
    /** The saved ones in the order of their names, and the lab's. */
    ReadOnlyObjectProperty<List<Saved>> savedProperty();

    /** Those that are saved and can not be read; a save leaves them alone. */
    ReadOnlyObjectProperty<List<UnreadConnection>> unreadProperty();

    /** The armed ones, and until when; those that have fallen back are left out. */
    ReadOnlyObjectProperty<Map<String, Instant>> armedProperty();

    /** Who Curfew is to that server now; empty on a local socket and while there is no channel. */
    Optional<OwnIdentity> own(String name);

    /**
     * Keeps it, read-only. An open connection of that name is opened anew with it.
     *
     * @param former the name it was saved under; empty for a new one
     * @param done empty: it is kept
     */
    void save(ConnectionProfile profile, Optional<String> former, Consumer<Optional<Failure>> done);

    /** Disconnects and forgets it, also one that can not be read. */
    void remove(String name, Consumer<Optional<Failure>> done);

    void connect(String name);

    void disconnect(String name);

    /** Reads everything of it again. */
    void readNow(String name);

    /** Opens a channel of its own, probes, and closes it; nothing is saved. */
    Running test(ConnectionProfile profile, Consumer<Outcome<TestResult>> done);

    /** Lets it write for {@link dev.curfew.connect.Arming#DEFAULT}; the question was asked. */
    void arm(String name);

    void disarm(String name);

    /** Mints a token that lives a second; the question was asked. */
    void measureClock(String name, Consumer<Outcome<ClockSkew>> done);

    /**
     * What an open connection shows of its timings, with a mint of one X509-SVID and one JWT-SVID
     * that the journal notes; the question was asked.
     */
    void learnTimings(String name, Consumer<Outcome<LearnedTimings>> done);

    /**
     * One connection.
     *
     * @param lab made by the lab: it can be neither edited nor removed
     */
    record Saved(ConnectionProfile profile, boolean lab) {
        public String name() {
            return profile.name();
        }
    }

    /** The X509-SVID that Curfew shows. */
    record OwnIdentity(SpiffeId id, Instant expiresAt) {}

    /** What a test found. The capabilities say who the server is. */
    record TestResult(Capabilities capabilities, Optional<OwnIdentity> own) {}
}

package dev.curfew.estate;

import dev.curfew.connect.ClockSkew;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.Relationship;
import dev.curfew.spire.SpireServer;
import io.spiffe.spiffeid.SpiffeId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Keeps what is known of every connected server and reads it anew when asked. Each connection works
 * on its own virtual threads, so one that hangs holds up no other. Nothing is rescanned by a timer.
 * Any thread; no method but {@link #connectNow} and {@link #rereadEntries} blocks.
 */
public final class EstateService implements AutoCloseable {
    /** Opens policy backends. Blocks. */
    @FunctionalInterface
    public interface BackendOpener {
        Outcome<PolicyBackend> open(PolicyProfile profile);
    }

    private final Connected.Connector connector;
    private final BackendOpener backendOpener;
    private final InstantSource clock;
    private final AtomicReference<Estate> estate = new AtomicReference<>(Estate.EMPTY);
    private final Map<String, ServerReader> readers = new ConcurrentHashMap<>();
    private final Map<String, BackendReader> backends = new ConcurrentHashMap<>();
    private final List<Consumer<Estate>> listeners = new CopyOnWriteArrayList<>();

    /** For SPIRE servers alone: no policy backend can be connected. */
    public EstateService(Connected.Connector connector, InstantSource clock) {
        this(
                connector,
                profile -> Outcome.failed(Reason.NOT_OFFERED, profile.target().display(), ""),
                clock);
    }

    public EstateService(
            Connected.Connector connector, BackendOpener backendOpener, InstantSource clock) {
        this.connector = connector;
        this.backendOpener = backendOpener;
        this.clock = clock;
    }

    public Estate estate() {
        return estate.get();
    }

    /**
     * Hears of every new estate, on whichever thread made it; must be quick. Closing the result
     * ends it.
     */
    public Subscription subscribe(Consumer<Estate> listener) {
        listeners.add(listener);
        listener.accept(estate.get());
        return () -> listeners.remove(listener);
    }

    /** Ends a subscription. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Lists a connection that is about to be opened, so that several stand in the order in which
     * they are wanted, whichever answers first. Does not block.
     */
    public void announce(ConnectionProfile profile) {
        update(known ->
                known.server(profile.name()).isPresent()
                        ? known
                        : known.with(ServerEstate.unknown(profile)));
    }

    /** Connects in the background and reads everything; a connection of that name is replaced. */
    public void connect(ConnectionProfile profile) {
        Thread.ofVirtual().name("connect-" + profile.name()).start(() -> connectNow(profile));
    }

    /** The same, on this thread: returns when everything was read or failed. */
    public ServerEstate connectNow(ConnectionProfile profile) {
        ServerReader reader =
                new ServerReader(profile, connector, clock, this::publish, () -> known(profile));
        ServerReader before = readers.put(profile.name(), reader);
        if (before != null) {
            before.close();
        }
        publish(reader, _ -> ServerEstate.unknown(profile));
        reader.connectAndRead();
        return known(profile);
    }

    /**
     * Connects a policy backend in the background and reads what it keeps; one of that name is
     * replaced.
     */
    public void connect(PolicyProfile profile) {
        Thread.ofVirtual().name("connect-" + profile.name()).start(() -> connectNow(profile));
    }

    /** The same, on this thread: returns when everything was read or failed. */
    public BackendEstate connectNow(PolicyProfile profile) {
        BackendReader reader = new BackendReader(profile, backendOpener, clock, this::publish);
        BackendReader before = backends.put(profile.name(), reader);
        if (before != null) {
            before.close();
        }
        publish(reader, _ -> BackendEstate.unknown(profile));
        reader.connectAndRead();
        return estate().backend(profile.name()).orElseGet(() -> BackendEstate.unknown(profile));
    }

    /** The client of a connected policy backend; connects first where there is none. Blocks. */
    public Outcome<PolicyBackend> backend(String name) {
        BackendReader reader = backends.get(name);
        return reader == null
                ? Outcome.failed(Reason.UNKNOWN_CONNECTION, name, "it is not connected")
                : reader.client();
    }

    /** Puts relationships that were just changed into the estate. */
    public void patchGrants(String name, Map<Relationship, Optional<Relationship>> changed) {
        BackendReader reader = backends.get(name);
        if (reader != null) {
            reader.patch(changed);
        }
    }

    private ServerEstate known(ConnectionProfile profile) {
        return estate().server(profile.name()).orElseGet(() -> ServerEstate.unknown(profile));
    }

    public void disconnect(String name) {
        ServerReader reader = readers.remove(name);
        if (reader != null) {
            reader.close();
        }
        BackendReader backend = backends.remove(name);
        if (backend != null) {
            backend.close();
        }
        update(known -> known.without(name));
    }

    /**
     * Reads everything of a server again, in the background; connects first where there is no
     * connection.
     */
    public void refresh(String name) {
        ServerReader reader = readers.get(name);
        if (reader != null) {
            Thread.ofVirtual().name("read-" + name).start(reader::connectAndRead);
        }
        BackendReader backend = backends.get(name);
        if (backend != null) {
            Thread.ofVirtual().name("read-" + name).start(backend::connectAndRead);
        }
    }

    /** The same, on this thread. */
    public void refreshNow(String name) {
        ServerReader reader = readers.get(name);
        if (reader != null) {
            reader.connectAndRead();
        }
        BackendReader backend = backends.get(name);
        if (backend != null) {
            backend.connectAndRead();
        }
    }

    /** Stops the running scan; what was read stays as partial. */
    public void cancel(String name) {
        ServerReader reader = readers.get(name);
        if (reader != null) {
            reader.cancel();
        }
        BackendReader backend = backends.get(name);
        if (backend != null) {
            backend.cancel();
        }
    }

    /** Reads these entries again and puts them into the estate. Blocks. */
    public void rereadEntries(String name, Collection<String> entryIds) {
        ServerReader reader = readers.get(name);
        if (reader != null) {
            reader.rereadEntries(entryIds);
        }
    }

    /** Puts entries that were just read into the estate; an empty one is gone. */
    public void patchEntries(String name, Map<String, Optional<RegistrationEntry>> changed) {
        ServerReader reader = readers.get(name);
        if (reader != null) {
            reader.patchEntries(changed);
        }
    }

    /** Puts nodes that were just read into the estate; an empty one is gone. */
    public void patchNodes(String name, Map<SpiffeId, Optional<Node>> changed) {
        ServerReader reader = readers.get(name);
        if (reader != null) {
            reader.patchNodes(changed);
        }
    }

    /** Reads all nodes again. Blocks. */
    public void rereadNodes(String name) {
        ServerReader reader = readers.get(name);
        if (reader != null) {
            reader.readNodes();
        }
    }

    /** Reads bundle, authorities and federation again. Blocks. */
    public void rereadTrust(String name) {
        ServerReader reader = readers.get(name);
        if (reader != null) {
            reader.readTrust();
        }
    }

    /**
     * A small call to every server and policy backend that is up or down: its answer tells latency
     * and health.
     */
    public void ping() {
        readers.values().forEach(reader -> Thread.startVirtualThread(reader::ping));
        backends.values().forEach(reader -> Thread.startVirtualThread(reader::ping));
    }

    /** Tries those again whose next attempt is due. To be called every second. */
    public void retry() {
        readers.values().forEach(reader -> Thread.startVirtualThread(reader::retry));
        backends.values().forEach(reader -> Thread.startVirtualThread(reader::retry));
    }

    /**
     * Measures the clock of a server by minting a token that lives a second and is thrown away.
     * Blocks.
     */
    public Outcome<ClockSkew> measureClock(String name) {
        ServerReader reader = readers.get(name);
        return reader == null
                ? Outcome.failed(Reason.UNKNOWN_CONNECTION, name, "it is not connected")
                : reader.measureClock();
    }

    /** Who Curfew is to a connected server. Blocks; may read a file. */
    public Optional<Connected.Own> own(String name) {
        ServerReader reader = readers.get(name);
        return reader == null ? Optional.empty() : reader.own();
    }

    /** The client of a connected server, for {@code containment} alone. */
    public Outcome<SpireServer> client(String name) {
        ServerReader reader = readers.get(name);
        return reader == null
                ? Outcome.failed(Reason.UNKNOWN_CONNECTION, name, "it is not connected")
                : reader.client();
    }

    /** A reader that was replaced meanwhile may not publish any more. */
    private void publish(ServerReader reader, UnaryOperator<ServerEstate> change) {
        update(known -> {
            if (readers.get(reader.profile().name()) != reader) {
                return known;
            }
            ServerEstate before =
                    known.server(reader.profile().name())
                            .orElse(ServerEstate.unknown(reader.profile()));
            return known.with(change.apply(before));
        });
    }

    private void publish(BackendReader reader, UnaryOperator<BackendEstate> change) {
        update(known -> {
            if (backends.get(reader.profile().name()) != reader) {
                return known;
            }
            BackendEstate before =
                    known.backend(reader.profile().name())
                            .orElse(BackendEstate.unknown(reader.profile()));
            return known.with(change.apply(before));
        });
    }

    private void update(UnaryOperator<Estate> change) {
        Estate changed = estate.updateAndGet(change);
        listeners.forEach(listener -> listener.accept(changed));
    }

    @Override
    public void close() {
        readers.keySet().forEach(this::disconnect);
        backends.keySet().forEach(this::disconnect);
        listeners.clear();
    }
}

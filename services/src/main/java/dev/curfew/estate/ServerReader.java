package dev.curfew.estate;

import dev.curfew.connect.Capabilities;
import dev.curfew.connect.ClockSkew;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Credentials;
import dev.curfew.connect.SecretRef;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.TrustBundle;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.EntryFilter;
import dev.curfew.spire.NodeFilter;
import dev.curfew.spire.Scan;
import dev.curfew.spire.ScanListener;
import dev.curfew.spire.SpireServer;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads one server and publishes what it has, part by part. All methods block; any thread. */
final class ServerReader {
    /** Takes changes of this server's estate. */
    interface Publisher {
        void publish(ServerReader reader, UnaryOperator<ServerEstate> change);
    }

    private final ConnectionProfile profile;
    private final Connected.Connector connector;
    private final InstantSource clock;
    private final Publisher publisher;
    private final Supplier<ServerEstate> known;

    /** One full reading at a time; a second one that is asked for meanwhile is not made. */
    private final ReentrantLock reading = new ReentrantLock();

    private final ReentrantLock opening = new ReentrantLock();
    private final Attempts attempts = new Attempts();
    private volatile @Nullable Connected connected;
    private volatile boolean wasRead;
    private volatile boolean cancelled;
    private volatile boolean closed;

    ServerReader(
            ConnectionProfile profile,
            Connected.Connector connector,
            InstantSource clock,
            Publisher publisher,
            Supplier<ServerEstate> known) {
        this.profile = profile;
        this.connector = connector;
        this.clock = clock;
        this.publisher = publisher;
        this.known = known;
    }

    ConnectionProfile profile() {
        return profile;
    }

    void connectAndRead() {
        connect(true);
    }

    /** Tries again to reach one that could not be reached, once it is time for that. */
    void retry() {
        if (!closed && attempts.isDue(clock.instant())) {
            connect(false);
        }
    }

    /**
     * @param anew reads also what was read before
     */
    private void connect(boolean anew) {
        if (!reading.tryLock()) {
            return;
        }
        try {
            cancelled = false;
            switch (open()) {
                case Failed<Connected>(var failure) -> down(failure);
                case Ok<Connected>(var connection) -> {
                    if (identify(connection) && (anew || !wasRead)) {
                        readAll(connection);
                    }
                }
            }
        } finally {
            reading.unlock();
        }
    }

    private Outcome<Connected> open() {
        opening.lock();
        try {
            Connected open = connected;
            if (open != null) {
                open.reconnectNow();
                return Outcome.ok(open);
            }
            Outcome<Connected> opened = connector.open(profile);
            if (opened instanceof Ok<Connected>(var connection)) {
                if (closed) {
                    connection.close();
                    return Outcome.failed(Reason.CANCELLED, profile.name(), "");
                }
                connected = connection;
            }
            return opened;
        } finally {
            opening.unlock();
        }
    }

    private void readAll(Connected connection) {
        Thread others =
                Thread.startVirtualThread(() -> {
                    readTrust();
                    readNodes();
                });
        Scan<RegistrationEntry> scan = scanEntries(connection.server());
        join(others);
        settle(scan);
        // Only now: asking for Debug makes the server count everything.
        probe(connection);
    }

    /** The bundle is the one thing that anyone may read: it tells whose server this is. */
    private boolean identify(Connected connection) {
        Instant asked = clock.instant();
        switch (connection.server().bundles().own()) {
            case Failed<TrustBundle>(var failure) -> {
                down(failure);
                return false;
            }
            case Ok<TrustBundle>(var bundle) -> {
                if (profile.trustDomain().isPresent()
                        && !profile.trustDomain().get().equals(bundle.trustDomain())) {
                    down(
                            new Failure(
                                    Reason.WRONG_TRUST_DOMAIN,
                                    profile.address().display(),
                                    "it serves "
                                            + bundle.trustDomain().getName()
                                            + ", not "
                                            + profile.trustDomain().get().getName()));
                    return false;
                }
                up(asked);
                publisher.publish(this, e -> e.withTrustDomain(bundle.trustDomain()));
                return true;
            }
        }
    }

    private void probe(Connected connection) {
        Capabilities capabilities = connection.probe();
        publisher.publish(this, e -> e.with(capabilities));
    }

    private Scan<RegistrationEntry> scanEntries(SpireServer server) {
        publisher.publish(this, e -> e.withEntries(e.entries().reading()));
        return server.entries().scan(EntryFilter.NONE, new EntryScan());
    }

    /**
     * Publishes what has come so far, unless an older and fuller table is on screen: the first page
     * at once, the others not each by itself. Whoever looks at the list sees the first rows, and
     * painting it again and again would only delay its end.
     */
    private final class EntryScan implements ScanListener<RegistrationEntry> {
        private static final Duration PACE = Duration.ofMillis(400);

        private EntryTable soFar = EntryTable.EMPTY;
        private Instant next = Instant.MIN;

        @Override
        public void page(List<RegistrationEntry> rows) {
            soFar = soFar.plus(rows);
            Instant now = clock.instant();
            if (now.isBefore(next)) {
                return;
            }
            next = now.plus(PACE);
            EntryTable shown = soFar;
            publisher.publish(
                    ServerReader.this,
                    e ->
                            e.entries().isKnown()
                                    ? e
                                    : e.withEntries(e.entries().soFar(EntryView.soFar(shown))));
        }

        @Override
        public boolean isCancelled() {
            return cancelled || closed;
        }
    }

    private void settle(Scan<RegistrationEntry> scan) {
        Instant now = clock.instant();
        EntryView view =
                EntryView.complete(
                        EntryTable.of(scan.rows()),
                        known.get().nodes().value(),
                        scan.unreadableCount(),
                        scan.unreadable());
        publisher.publish(this, e -> e.withEntries(Settled.of(e.entries(), scan, view, now)));
        wasRead |= scan.failure().isEmpty();
        scan.failure().ifPresent(this::downIfLost);
    }

    void readNodes() {
        withServer(server -> {
            publisher.publish(this, e -> e.withNodes(e.nodes().reading()));
            Scan<Node> scan = server.nodes().scan(NodeFilter.NONE, new Cancellable<>());
            Instant now = clock.instant();
            publisher.publish(
                    this,
                    e -> {
                        Reading<List<Node>> read = Settled.of(e.nodes(), scan, now);
                        return e.withNodes(read)
                                .withEntries(
                                        e.entries().patched(view -> view.withNodes(read.value())));
                    });
        });
    }

    void patchNodes(Map<SpiffeId, Optional<Node>> changed) {
        publisher.publish(
                this,
                e -> {
                    Reading<List<Node>> read = e.nodes().patched(nodes -> patched(nodes, changed));
                    return e.withNodes(read)
                            .withEntries(e.entries().patched(view -> view.withNodes(read.value())));
                });
    }

    private static List<Node> patched(List<Node> nodes, Map<SpiffeId, Optional<Node>> changed) {
        Map<SpiffeId, Node> byId = new LinkedHashMap<>();
        nodes.forEach(node -> byId.put(node.id(), node));
        changed.forEach((id, now) ->
                now.ifPresentOrElse(node -> byId.put(id, node), () -> byId.remove(id)));
        return List.copyOf(byId.values());
    }

    void readTrust() {
        withServer(server -> {
            publisher.publish(
                    this,
                    e ->
                            e.withAuthorities(e.authorities().reading())
                                    .withFederation(e.federation().reading()));
            Outcome<TrustBundle> bundle = server.bundles().own();
            Outcome<AuthoritySlots> x509 = server.authorities().slots(AuthoritySlots.Kind.X509);
            Outcome<AuthoritySlots> jwt = server.authorities().slots(AuthoritySlots.Kind.JWT);
            Instant now = clock.instant();
            publisher.publish(
                    this,
                    e ->
                            e.withAuthorities(
                                    Settled.authorities(e.authorities(), bundle, x509, jwt, now)));
            Scan<FederationRelationship> federation =
                    server.federations().scan(new Cancellable<>());
            Scan<TrustBundle> bundles = server.bundles().scanFederated(new Cancellable<>());
            Instant then = clock.instant();
            publisher.publish(
                    this,
                    e ->
                            e.withFederation(Settled.of(e.federation(), federation, then))
                                    .withFederatedBundles(
                                            Settled.of(e.federatedBundles(), bundles, then)));
        });
    }

    void rereadEntries(Collection<String> ids) {
        withServer(server -> {
            Map<String, Optional<RegistrationEntry>> changed = new LinkedHashMap<>();
            Map<String, Outcome<RegistrationEntry>> read = EntryReads.get(server, ids);
            for (Map.Entry<String, Outcome<RegistrationEntry>> one : read.entrySet()) {
                switch (one.getValue()) {
                    case Ok<RegistrationEntry>(var entry) ->
                            changed.put(one.getKey(), Optional.of(entry));
                    case Failed<RegistrationEntry>(var failure)
                            when failure.reason() == Reason.NOT_FOUND ->
                            changed.put(one.getKey(), Optional.empty());
                    case Failed<RegistrationEntry> _ -> {}
                }
            }
            patchEntries(changed);
            read.values().stream()
                    .flatMap(outcome -> failure(outcome).stream())
                    .filter(Unreachable::is)
                    .findFirst()
                    .ifPresent(this::down);
        });
    }

    void patchEntries(Map<String, Optional<RegistrationEntry>> changed) {
        publisher.publish(
                this,
                e ->
                        e.withEntries(
                                e.entries()
                                        .patched(
                                                view -> view.patched(changed, e.nodes().value()))));
    }

    /**
     * A small call to a connected one: its answer tells latency and health. What can not be reached
     * waits for its next attempt.
     */
    void ping() {
        Connected open = connected;
        if (open != null && !attempts.isWaiting()) {
            open.reconnectNow();
            identify(open);
        }
    }

    Outcome<ClockSkew> measureClock() {
        Optional<TrustDomain> trustDomain = known.get().trustDomain();
        if (trustDomain.isEmpty()) {
            return Outcome.failed(Reason.NOT_FOUND, "the trust domain", "it was not read yet");
        }
        SpiffeId probe = SpiffeId.fromSegments(trustDomain.get(), "curfew", "clock-probe");
        return client().then(
                        server -> {
                            Instant before = clock.instant();
                            return server.minting()
                                    .jwt(
                                            probe,
                                            List.of("curfew-clock-probe"),
                                            Duration.ofSeconds(1))
                                    .then(token ->
                                            ClockSkew.observed(
                                                            before,
                                                            token.issuedAt(),
                                                            clock.instant())
                                                    .map(Outcome::ok)
                                                    .orElseGet(() ->
                                                            Outcome.failed(
                                                                    Reason.CONTRADICTED,
                                                                    "the clock",
                                                                    "ours was set back meanwhile")));
                        })
                .map(skew -> {
                    publisher.publish(this, e -> e.with(skew));
                    return skew;
                });
    }

    Optional<Connected.Own> own() {
        Connected open = connected;
        return open == null ? Optional.empty() : open.own();
    }

    Outcome<SpireServer> client() {
        return open().map(Connected::server);
    }

    void cancel() {
        cancelled = true;
    }

    void close() {
        opening.lock();
        try {
            closed = true;
            Connected open = connected;
            if (open != null) {
                open.close();
            }
            connected = null;
        } finally {
            opening.unlock();
        }
    }

    private void withServer(Consumer<SpireServer> work) {
        Connected open = connected;
        if (open != null) {
            open.reconnectNow();
            work.accept(open.server());
        }
    }

    private void up(Instant asked) {
        attempts.end();
        Instant now = clock.instant();
        publisher.publish(this, e -> e.with(new Link.Up(Duration.between(asked, now), now)));
    }

    private void down(Failure why) {
        Instant now = clock.instant();
        Optional<Instant> next = nextAttempt(why, now);
        publisher.publish(
                this,
                e ->
                        e.with(
                                new Link.Down(
                                        why,
                                        e.link() instanceof Link.Down(_, var since, _)
                                                ? since
                                                : now,
                                        next)));
    }

    /** A refusal stays one, and nobody is to be asked for a passphrase by the clock. */
    private Optional<Instant> nextAttempt(Failure why, Instant now) {
        boolean asks =
                connected == null
                        && profile.credentials() instanceof Credentials.Pkcs12 store
                        && store.passphrase() instanceof SecretRef.Prompt;
        // An agent that is restarted, or has no entry for Curfew yet, may answer the next time.
        boolean passes = Unreachable.is(why) || why.reason() == Reason.WORKLOAD_API_FAILED;
        if (!passes || asks) {
            attempts.end();
            return Optional.empty();
        }
        return Optional.of(attempts.failed(now));
    }

    private void downIfLost(Failure why) {
        if (Unreachable.is(why)) {
            down(why);
        }
    }

    private final class Cancellable<T> implements ScanListener<T> {
        @Override
        public void page(List<T> rows) {}

        @Override
        public boolean isCancelled() {
            return cancelled || closed;
        }
    }

    private static Optional<Failure> failure(Outcome<?> outcome) {
        return outcome instanceof Failed<?>(var failure) ? Optional.of(failure) : Optional.empty();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.curfew.containment.sever;

import dev.curfew.containment.ChangePlan.Warning;
import dev.curfew.exposure.AuthorityExposure;
import dev.curfew.exposure.Bound;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.exposure.Facts;
import dev.curfew.exposure.SeverTimes;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.AuthoritySlots.Slot;
import dev.curfew.identity.Node;
import dev.curfew.identity.TrustBundle;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.Authorities;
import dev.curfew.spire.NodeFilter;
import dev.curfew.spire.Scan;
import dev.curfew.spire.ScanListener;
import dev.curfew.spire.SpireServer;
import dev.curfew.text.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Replaces one kind of authority on one server: prepare, wait until the nodes have the new root,
 * activate, taint the old one, wait at the gate, revoke it. Looks at the server before each call,
 * so it goes on wherever another process left off, and never calls in an order that the server
 * would refuse. One thread; blocks for as long as the gate is closed.
 */
public final class Rotation {
    /** What a rotation needs from whoever runs it. */
    public interface Host {
        /** Written to the journal before the next call; {@code phase} names what comes next. */
        void note(RotationNotes notes, String phase);

        /**
         * What it waits for now, a sentence {@code gate.KEY}; the nodes that keep the gate closed.
         */
        void waiting(Warning what, List<Node> closedBy);

        /** Waits; false: the operator ended the run. */
        boolean pause(Duration time) throws InterruptedException;

        /** The operator wants to revoke although the gate is closed. */
        boolean isGateOverridden();
    }

    /**
     * How it ended.
     *
     * @param bound from the revocation on; empty: nothing was revoked
     * @param failure why not
     * @param closedBy nodes that kept the gate closed to the end
     */
    public record Result(
            Optional<Instant> revokedAt,
            Optional<ExposureBound> bound,
            Optional<Failure> failure,
            List<Node> closedBy) {}

    /** A gate is looked at this often; each look reads the nodes of the server. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final SpireServer server;
    private final String connection;
    private final Kind kind;
    private final Function<Instant, Facts> facts;
    private final ToIntFunction<Node> entries;
    private final InstantSource clock;
    private final Duration patience;
    private final Host host;

    /**
     * @param facts of the server for something that happens at a moment
     * @param entries how many entries a node is authorised for at the most
     * @param patience how long the gate is waited at
     */
    public Rotation(
            SpireServer server,
            String connection,
            Kind kind,
            Function<Instant, Facts> facts,
            ToIntFunction<Node> entries,
            InstantSource clock,
            Duration patience,
            Host host) {
        this.server = server;
        this.connection = connection;
        this.kind = kind;
        this.facts = facts;
        this.entries = entries;
        this.clock = clock;
        this.patience = patience;
        this.host = host;
    }

    /**
     * @param earlier what another process noted; empty: it begins
     */
    public Result run(Optional<RotationNotes> earlier) throws InterruptedException {
        try {
            return new Steps(earlier).run();
        } catch (Stopped stopped) {
            return new Result(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(stopped.failure),
                    stopped.closedBy);
        }
    }

    /** Ends a rotation from deep inside. */
    private static final class Stopped extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Failure failure;
        private final transient List<Node> closedBy;

        Stopped(Failure failure, List<Node> closedBy) {
            super(failure.detail());
            this.failure = failure;
            this.closedBy = closedBy;
        }
    }

    private final class Steps {
        private final Authorities authorities = server.authorities();
        private RotationNotes notes;

        Steps(Optional<RotationNotes> earlier) throws Stopped {
            notes = earlier.isPresent() ? earlier.get() : begin();
        }

        private RotationNotes begin() throws Stopped {
            Slot active = active(slots());
            RotationNotes first =
                    active.upstreamSubjectKeyId().isEmpty()
                            ? RotationNotes.begin(active.authorityId(), false)
                            : RotationNotes.begin(active.upstreamSubjectKeyId(), true);
            host.note(first, "prepare");
            return first;
        }

        Result run() throws Stopped, InterruptedException {
            if (!isTrusted()) {
                // An earlier process revoked it and died before it could say so.
                return revoked(clock.instant());
            }
            if (signsNow(active(slots()))) {
                prepare();
                spread();
                activate();
            }
            if (!isTainted()) {
                taint();
            }
            gate();
            return revoked(revoke());
        }

        private boolean signsNow(Slot active) {
            return notes.upstream()
                    ? active.upstreamSubjectKeyId().equals(notes.retiring())
                    : active.authorityId().equals(notes.retiring());
        }

        private void prepare() throws Stopped {
            Optional<Slot> prepared = slots().prepared();
            if (prepared.isEmpty()) {
                // A second preparation would leave an orphan in the bundle: only where there is
                // none.
                Slot made = value(authorities.prepare(kind));
                prepared = Optional.of(made);
            }
            if (notes.upstream()
                    && prepared.get().upstreamSubjectKeyId().equals(notes.retiring())) {
                throw stopped(
                        Reason.WRONG_ORDER,
                        "the upstream authority is still the same; rotate it there first");
            }
            if (notes.prepared().isEmpty()) {
                notes = notes.prepared(prepared.get().authorityId(), clock.instant());
                host.note(notes, "spread");
            }
        }

        /** Agents must have the new root before anything is signed by it. */
        private void spread() throws Stopped, InterruptedException {
            Instant from = notes.preparedAt().orElseGet(clock::instant);
            Bound known = SeverTimes.preparedKnownBy(facts.apply(from));
            Instant until = known.at().orElseGet(() -> from.plus(Duration.ofMinutes(5)));
            host.waiting(Warning.of("spread", Moments.utc(until)), List.of());
            waitUntil(until);
        }

        private void activate() throws Stopped, InterruptedException {
            notes = notes.activating(serials(nodes()));
            host.note(notes, "activate");
            String id = notes.prepared().orElseThrow();
            if (active(slots()).authorityId().equals(id)) {
                return;
            }
            value(authorities.activate(kind, id));
            notes = notes.activated(serials(nodes()));
            host.note(notes, "taint");
        }

        private void taint() throws Stopped, InterruptedException {
            notes = notes.tainting(serials(nodes()));
            host.note(notes, "taint");
            if (notes.upstream()) {
                value(authorities.taintUpstream(notes.retiring()));
            } else {
                value(authorities.taint(kind, notes.retiring()));
            }
            notes = notes.tainted(clock.instant());
            host.note(notes, "gate");
        }

        private void gate() throws Stopped, InterruptedException {
            Instant tainted = notes.taintedAt().orElseGet(clock::instant);
            if (kind == Kind.X509) {
                serialGate(tainted);
            } else {
                timeGate(tainted);
            }
        }

        /**
         * For a key nothing changes that could be seen: agents have had their time, that is all.
         */
        private void timeGate(Instant tainted) throws Stopped, InterruptedException {
            Bound known = SeverTimes.serialsChangedBy(facts.apply(tainted));
            Instant until = known.at().orElseGet(() -> tainted.plus(Duration.ofMinutes(5)));
            host.waiting(Warning.of("keys", Moments.utc(until)), List.of());
            waitUntil(until);
        }

        private void serialGate(Instant tainted) throws Stopped, InterruptedException {
            Instant silentUntil =
                    SeverTimes.serialsChangedBy(facts.apply(tainted))
                            .at()
                            .orElseGet(() -> tainted.plus(Duration.ofMinutes(5)));
            Gate gate = new Gate(notes, silentUntil, entries);
            Instant giveUp = clock.instant().plus(patience);
            while (true) {
                List<Node> nodes = nodes();
                Instant now = clock.instant();
                Gate.Look look = gate.look(nodes, now);
                if (look.isOpen()) {
                    return;
                }
                host.waiting(
                        Warning.of("nodes", look.closedBy().size(), look.names()), look.closedBy());
                if (host.isGateOverridden()) {
                    notes = notes.overridden(now);
                    host.note(notes, "revoke without " + look.names());
                    return;
                }
                if (now.isAfter(giveUp)) {
                    throw new Stopped(
                            new Failure(Reason.GATE_CLOSED, connection, look.names()),
                            look.closedBy());
                }
                pause(LOOK);
            }
        }

        private Instant revoke() throws Stopped {
            host.note(notes, "revoke");
            if (notes.upstream()) {
                value(authorities.revokeUpstream(notes.retiring()));
            } else {
                value(authorities.revoke(kind, notes.retiring()));
            }
            Instant at = clock.instant();
            if (isTrusted()) {
                throw stopped(Reason.CONTRADICTED, "the authority is still in the bundle");
            }
            return at;
        }

        private Result revoked(Instant at) {
            Facts then = facts.apply(at);
            return new Result(
                    Optional.of(at),
                    Optional.of(
                            notes.upstream()
                                    ? AuthorityExposure.revokeUpstream(then)
                                    : AuthorityExposure.revoke(then, Set.of(kind))),
                    Optional.empty(),
                    List.of());
        }

        private AuthoritySlots slots() throws Stopped {
            return value(authorities.slots(kind));
        }

        private Slot active(AuthoritySlots slots) throws Stopped {
            return slots.active()
                    .orElseThrow(() -> stopped(Reason.REFUSED, "no authority is active"));
        }

        private boolean isTrusted() throws Stopped {
            TrustBundle bundle = value(server.bundles().own());
            return kind == Kind.X509
                    ? bundle.x509Authorities().stream()
                            .anyMatch(root -> root.subjectKeyId().equals(notes.retiring()))
                    : bundle.jwtAuthorities().stream()
                            .anyMatch(key -> key.keyId().equals(notes.retiring()));
        }

        private boolean isTainted() throws Stopped {
            TrustBundle bundle = value(server.bundles().own());
            return kind == Kind.X509
                    ? bundle.x509Authorities().stream()
                            .anyMatch(r -> r.subjectKeyId().equals(notes.retiring()) && r.tainted())
                    : bundle.jwtAuthorities().stream()
                            .anyMatch(k -> k.keyId().equals(notes.retiring()) && k.tainted());
        }

        private List<Node> nodes() throws Stopped {
            Scan<Node> scan = server.nodes().scan(NodeFilter.NONE, ScanListener.silent());
            if (scan.failure().isPresent()) {
                throw new Stopped(scan.failure().get(), List.of());
            }
            if (scan.unreadableCount() > 0) {
                // A node that can not be read can not be waited for.
                throw stopped(
                        Reason.UNREADABLE_ROWS, scan.unreadableCount() + " nodes make no sense");
            }
            return scan.rows();
        }

        private static Map<String, String> serials(List<Node> nodes) {
            Map<String, String> serials = new LinkedHashMap<>();
            nodes.forEach(node -> serials.put(node.id().toString(), node.serial()));
            return serials;
        }

        private void waitUntil(Instant at) throws Stopped, InterruptedException {
            Duration left = Duration.between(clock.instant(), at);
            if (left.isPositive()) {
                pause(left);
            }
        }

        private void pause(Duration time) throws Stopped, InterruptedException {
            if (!host.pause(time)) {
                throw stopped(Reason.CANCELLED, "the run was ended");
            }
        }

        private Stopped stopped(Reason reason, String detail) {
            return new Stopped(new Failure(reason, connection, detail), List.of());
        }

        private <T> T value(dev.curfew.outcome.Outcome<T> outcome) throws Stopped {
            return switch (outcome) {
                case Ok<T>(var value) -> value;
                case Failed<T>(var failure) -> throw new Stopped(failure, List.of());
            };
        }
    }
}

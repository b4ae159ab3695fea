package dev.curfew.containment.sever;

import dev.curfew.containment.ChangePlan.Warning;
import dev.curfew.exposure.AuthorityExposure;
import dev.curfew.exposure.Bound;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.exposure.Facts;
import dev.curfew.exposure.SeverTimes;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.Node;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.SpireServer;
import dev.curfew.text.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Replaces one kind of authority on all servers of a set at once: prepare, wait until the nodes
 * have the new roots, activate, taint the old ones, wait at the gate, revoke them. All at once,
 * because a node shows a new serial only when the authority that signed its own certificate is
 * tainted, and nobody tells which server of a set that was.
 *
 * <p>Looks at each server before each call, so it goes on wherever another process left off, and
 * never calls in an order that a server would refuse. One thread; blocks for as long as the gate is
 * closed.
 */
public final class Rotation {
    /**
     * What is to go.
     *
     * @param retiring ids of authorities before the active ones, which go alone; empty: the active
     *     ones are replaced
     */
    public record Aim(Kind kind, Set<String> retiring) {
        /** The active ones. */
        public Aim(Kind kind) {
            this(kind, Set.of());
        }
    }

    /** What a rotation needs from whoever runs it. */
    public interface Host {
        /** Written to the journal before the next call; {@code phase} names what comes next. */
        void note(RotationNotes notes, String phase);

        /**
         * What it waits for now, a sentence {@code gate.KEY}; the nodes that keep the gate closed.
         */
        void waiting(Warning what, List<Closing> closedBy);

        /** Waits, and longer while the run is held; false: the operator ended the run. */
        boolean pause(Duration time) throws InterruptedException;

        /** The operator wants to revoke although the gate is closed. */
        boolean isGateOverridden();
    }

    /**
     * What is known of the servers.
     *
     * @param facts of a connection for something that happens at a moment
     * @param entries how many entries a node is authorised for at the most
     * @param ofALaterOne whether a node's certificate is certainly of an authority after the ones
     *     before: then it need not change
     */
    public record Known(
            BiFunction<String, Instant, Facts> facts,
            ToIntFunction<Node> entries,
            Predicate<Node> ofALaterOne) {}

    /**
     * How it ended.
     *
     * @param bound from the last revocation on; empty: not all was revoked
     * @param failure why not
     * @param closedBy nodes that kept the gate closed to the end
     */
    public record Result(
            Optional<Instant> revokedAt,
            Optional<ExposureBound> bound,
            Optional<Failure> failure,
            List<Node> closedBy) {}

    /** A gate is looked at this often; each look reads the nodes of a server. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Where an interval of the agents is not known at all. */
    private static final Duration UNKNOWN_WAIT = Duration.ofMinutes(5);

    private final List<Member> members;
    private final Kind kind;
    private final Aim aim;
    private final Known known;
    private final InstantSource clock;
    private final Duration patience;
    private final Host host;

    /**
     * @param servers of one set, by the connections' names, in order
     * @param patience how long the gate is waited at
     */
    public Rotation(
            Map<String, SpireServer> servers,
            Aim aim,
            Known known,
            InstantSource clock,
            Duration patience,
            Host host) {
        this.members =
                servers.entrySet().stream()
                        .map(one -> new Member(one.getKey(), one.getValue(), aim.kind()))
                        .toList();
        this.kind = aim.kind();
        this.aim = aim;
        this.known = known;
        this.clock = clock;
        this.patience = patience;
        this.host = host;
    }

    /**
     * @param earlier what another process noted; empty: it begins
     */
    public Result run(Optional<RotationNotes> earlier) throws InterruptedException {
        try {
            return new Steps(earlier.isPresent() ? earlier.get() : begin()).run();
        } catch (Stopped stopped) {
            return new Result(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(stopped.failure()),
                    stopped.closedBy());
        }
    }

    private RotationNotes begin() throws Stopped {
        Map<String, RotationNotes.Member> retiring = new LinkedHashMap<>();
        for (Member member : members) {
            if (aim.retiring().isEmpty()) {
                retiring.put(member.connection(), member.begin());
            } else {
                member.before(aim.retiring())
                        .ifPresent(notes -> retiring.put(member.connection(), notes));
            }
        }
        refuseEmptied(retiring.values());
        RotationNotes first = RotationNotes.begin(retiring);
        host.note(first, aim.retiring().isEmpty() ? "prepare" : "taint");
        return first;
    }

    /** Whose slot was emptied since can not be revoked any more, and may still be trusted. */
    private void refuseEmptied(Collection<RotationNotes.Member> found) throws Stopped {
        for (String id : aim.retiring()) {
            RotationNotes.Member lost = RotationNotes.Member.of(id, false);
            if (found.stream().noneMatch(one -> one.retiring().equals(id))
                    && members.getFirst().isTrusted(lost)) {
                throw Stopped.because(
                        Reason.WRONG_ORDER,
                        members.getFirst().connection(),
                        "authority " + id + " is in no slot any more, and no call can revoke it");
            }
        }
    }

    private final class Steps {
        private final List<Member> concerned;
        private RotationNotes notes;

        Steps(RotationNotes notes) {
            this.notes = notes;
            this.concerned =
                    members.stream()
                            .filter(member -> notes.members().containsKey(member.connection()))
                            .toList();
        }

        Result run() throws Stopped, InterruptedException {
            List<Member> signing = new ArrayList<>();
            for (Member member : concerned) {
                if (member.signsWith(notes(member))) {
                    signing.add(member);
                }
            }
            if (!signing.isEmpty()) {
                prepare(signing);
                spread();
                activate(signing);
            }
            taint();
            if (!trusted().isEmpty()) {
                gate();
            }
            return revoke();
        }

        private RotationNotes.Member notes(Member member) {
            return notes.member(member.connection());
        }

        private List<Member> trusted() throws Stopped {
            List<Member> left = new ArrayList<>();
            for (Member member : concerned) {
                if (member.isTrusted(notes(member))) {
                    left.add(member);
                }
            }
            return left;
        }

        private void prepare(List<Member> signing) throws Stopped {
            for (Member member : signing) {
                String id = member.prepare(notes(member)).authorityId();
                if (notes(member).prepared().isEmpty()) {
                    notes = notes.prepared(member.connection(), id, clock.instant());
                }
            }
            host.note(notes, "spread");
        }

        /** Agents must have the new roots before anything is signed by them. */
        private void spread() throws Stopped, InterruptedException {
            Instant from =
                    notes.members().values().stream()
                            .flatMap(member -> member.preparedAt().stream())
                            .max(Comparator.naturalOrder())
                            .orElseGet(clock::instant);
            Instant until = latest(from, SeverTimes::preparedKnownBy);
            host.waiting(Warning.of("spread", Moments.utc(until)), List.of());
            waitUntil(until);
        }

        private void activate(List<Member> signing) throws Stopped, InterruptedException {
            host.note(notes, "activate");
            mayGoOn();
            for (Member member : signing) {
                member.activate(notes(member));
            }
            notes = notes.activated(serials());
            host.note(notes, "taint");
        }

        private void taint() throws Stopped, InterruptedException {
            List<Member> due = new ArrayList<>();
            for (Member member : trusted()) {
                if (!member.isTainted(notes(member))) {
                    due.add(member);
                }
            }
            if (due.isEmpty()) {
                return;
            }
            mayGoOn();
            if (notes.beforeTaint().isEmpty()) {
                notes = notes.tainting(serials());
                host.note(notes, "taint");
            }
            for (Member member : onePerAuthority(due)) {
                member.taint(notes(member));
            }
            notes = notes.tainted(clock.instant());
            host.note(notes, "gate");
        }

        private void gate() throws Stopped, InterruptedException {
            Instant tainted = notes.taintedAt().orElseGet(clock::instant);
            Instant synced = latest(tainted, SeverTimes::serialsChangedBy);
            if (kind == Kind.X509) {
                serialGate(new Gate(notes, synced, known.entries(), known.ofALaterOne()));
            } else {
                // For a key nothing changes that could be seen: agents have had their time.
                host.waiting(Warning.of("keys", Moments.utc(synced)), List.of());
                waitUntil(synced);
            }
        }

        private void serialGate(Gate gate) throws Stopped, InterruptedException {
            Instant giveUp = clock.instant().plus(patience);
            while (true) {
                List<Node> nodes = nodes();
                Instant now = clock.instant();
                Gate.Look look = gate.look(nodes, now);
                if (look.isOpen()) {
                    return;
                }
                host.waiting(
                        Warning.of("nodes", look.closedBy().size(), look.names()), look.closing());
                if (host.isGateOverridden()) {
                    notes = notes.overridden(now);
                    host.note(notes, "revoke without " + look.names());
                    return;
                }
                if (now.isAfter(giveUp)) {
                    throw new Stopped(
                            new Failure(
                                    Reason.GATE_CLOSED,
                                    members.getFirst().connection(),
                                    look.names()),
                            look.closedBy());
                }
                pause(LOOK);
            }
        }

        /** What another process revoked already is as wanted. */
        private Result revoke() throws Stopped, InterruptedException {
            host.note(notes, "revoke");
            mayGoOn();
            for (Member member : onePerAuthority(trusted())) {
                member.revoke(notes(member));
            }
            Instant at = clock.instant();
            List<ExposureBound> bounds = new ArrayList<>();
            for (Member member : members) {
                Facts then = known.facts().apply(member.connection(), at);
                bounds.add(
                        notes(member).upstream()
                                ? AuthorityExposure.revokeUpstream(then)
                                : AuthorityExposure.revoke(then, Set.of(kind)));
            }
            return new Result(
                    Optional.of(at),
                    Optional.of(ExposureBound.latest(bounds)),
                    Optional.empty(),
                    List.of());
        }

        /**
         * Servers of a set may stand below one root, which is tainted and revoked only once; a look
         * would not tell, because a server sees a second later what another one did.
         */
        private List<Member> onePerAuthority(List<Member> all) {
            Set<String> seen = new HashSet<>();
            return all.stream().filter(member -> seen.add(notes(member).retiring())).toList();
        }

        /** Servers of a set share their nodes: the first that answers tells of all. */
        private List<Node> nodes() throws Stopped {
            Stopped last = null;
            for (Member member : members) {
                try {
                    return member.nodes();
                } catch (Stopped stopped) {
                    last = stopped;
                }
            }
            if (last == null) {
                throw new IllegalStateException("a rotation of no server");
            }
            throw last;
        }

        private Map<String, String> serials() throws Stopped {
            Map<String, String> serials = new LinkedHashMap<>();
            nodes().forEach(node -> serials.put(node.id().toString(), node.serial()));
            return serials;
        }

        private Instant latest(Instant from, Function<Facts, Bound> bound) {
            return members.stream()
                    .map(member -> bound.apply(known.facts().apply(member.connection(), from)))
                    .map(b -> b.at().orElseGet(() -> from.plus(UNKNOWN_WAIT)))
                    .max(Comparator.naturalOrder())
                    .orElse(from);
        }

        private void waitUntil(Instant at) throws Stopped, InterruptedException {
            Duration left = Duration.between(clock.instant(), at);
            if (left.isPositive()) {
                pause(left);
            }
        }

        /** Held or ended in the middle of a rotation is held or ended before its next call. */
        private void mayGoOn() throws Stopped, InterruptedException {
            pause(Duration.ZERO);
        }

        private void pause(Duration time) throws Stopped, InterruptedException {
            if (!host.pause(time)) {
                throw Stopped.because(
                        Reason.CANCELLED, members.getFirst().connection(), "the run was ended");
            }
        }
    }
}

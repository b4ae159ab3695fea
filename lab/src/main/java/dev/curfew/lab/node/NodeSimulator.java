package dev.curfew.lab.node;

import dev.curfew.lab.authority.TaintListener;
import dev.curfew.lab.authority.X509Authorities;
import dev.curfew.lab.time.LabScheduler;
import dev.curfew.wire.spire.types.Agent;
import dev.curfew.wire.spire.types.SPIFFEID;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;

/**
 * The machines behind the nodes, as far as a server's administrator can see them: they renew their
 * SVIDs at about half of their life, take new ones some seconds after a taint, and come back after
 * an eviction if they can. A banned machine has stopped. One whose authority was revoked before it
 * had seen the taint is locked out for good, as happens with the real agent.
 *
 * <p>Every length of time is drawn from a fixed seed. Any thread may call.
 */
public final class NodeSimulator implements TaintListener {
    private static final int FASTEST_AFTER_TAINT_MILLIS = 1_600;
    private static final int SLOWEST_AFTER_TAINT_MILLIS = 8_800;
    private static final int SLOWEST_RETURN_MILLIS = 5_000;

    private final NodeStore nodes;
    private final X509Authorities authorities;
    private final InstantSource clock;
    private final LabScheduler scheduler;
    private final Random random;

    /**
     * Moves the nodes of a store; the caller schedules {@link #renewWhenDue}.
     *
     * @param seed of everything that is left to chance
     */
    public NodeSimulator(
            NodeStore nodes,
            X509Authorities authorities,
            InstantSource clock,
            LabScheduler scheduler,
            long seed) {
        this.random = new Random(seed);
        this.nodes = nodes;
        this.authorities = authorities;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** A serial number as the real server makes them: 128 random bits, decimal. */
    public static String newSerial(Random random) {
        return new BigInteger(128, random).add(BigInteger.ONE).toString();
    }

    /** Brings a machine in that has just attested. */
    public void attest(Agent node, Duration svidLife) {
        var fresh = new NodeLife(true, clock.instant(), svidLife, "");
        var row = renewed(new NodeRow(0, node, fresh));
        nodes.add(row.agent(), row.life());
    }

    /** Begins to move its part of the nodes. */
    public void start() {
        nodes.join(this);
    }

    /** Leaves the nodes to the other servers that share them. */
    public void stop() {
        nodes.leave(this);
    }

    /** Renews what has lived for about half of its life: an agent looks every five seconds. */
    public void renewWhenDue() {
        for (var row : nodes.rows()) {
            var id = row.agent().getId();
            if (!nodes.isDriven(id) && nodes.isHome(id, this) && isDue(row)) {
                renew(id);
            }
        }
    }

    /** The same for one node, for whoever runs its agent. */
    public void renewWhenDue(SPIFFEID id) {
        nodes.row(id).filter(this::isDue).ifPresent(row -> renew(id));
    }

    private boolean isDue(NodeRow row) {
        return row.life().running() && !halfLife(row).isAfter(clock.instant());
    }

    /** Whether this server still lets the node in on a new connection. */
    public boolean accepts(SPIFFEID id) {
        return nodes.row(id)
                .filter(row -> row.life().running())
                .filter(row -> authorities.trusts(row.life().authorityId()))
                .isPresent();
    }

    @Override
    public void tainted(String authorityId) {
        for (var row : nodes.rows()) {
            var simulated = row.life().running() && !nodes.isDriven(row.agent().getId());
            if (simulated && row.life().authorityId().equals(authorityId)) {
                scheduler.after(
                        between(FASTEST_AFTER_TAINT_MILLIS, SLOWEST_AFTER_TAINT_MILLIS),
                        () -> renewIfOn(authorityId, row.agent().getId()));
            }
        }
    }

    /** A node was deleted: if its machine runs and can attest again, it is soon back. */
    void evicted(NodeRow gone) {
        if (gone.life().running() && gone.agent().getCanReattest()) {
            scheduler.after(between(200, SLOWEST_RETURN_MILLIS), () -> comeBack(gone));
        }
    }

    private void comeBack(NodeRow gone) {
        if (nodes.row(gone.agent().getId()).isEmpty()) {
            var back = renewed(gone);
            nodes.add(back.agent(), back.life());
        }
    }

    /** Takes a new SVID if the one it has was signed by this authority. */
    public void renewIfOn(String authorityId, SPIFFEID id) {
        nodes.row(id)
                .filter(row -> row.life().authorityId().equals(authorityId))
                .ifPresent(row -> renew(id));
    }

    private void renew(SPIFFEID id) {
        nodes.change(
                id,
                row -> {
                    var life = row.life();
                    if (!life.running()) {
                        return row;
                    }
                    return authorities.trusts(life.authorityId())
                            ? renewed(row)
                            : new NodeRow(row.row(), row.agent(), life.stopped());
                });
    }

    private NodeRow renewed(NodeRow row) {
        var now = clock.instant();
        var authority = authorities.active();
        var life = new NodeLife(true, now, row.life().ttl(), authority.id());
        var end = now.plus(life.ttl());
        var agent =
                row.agent().toBuilder()
                        .setX509SvidSerialNumber(serial())
                        .setX509SvidExpiresAt(
                                (end.isAfter(authority.notAfter()) ? authority.notAfter() : end)
                                        .getEpochSecond())
                        .build();
        return new NodeRow(row.row(), agent, life);
    }

    /** Between 45 and 55 percent of the life, always the same for one SVID. */
    private static Instant halfLife(NodeRow row) {
        var life = row.life();
        var end = Instant.ofEpochSecond(row.agent().getX509SvidExpiresAt());
        var whole = Duration.between(life.issuedAt(), end).toMillis();
        var percent = 45 + Math.floorMod(row.agent().getX509SvidSerialNumber().hashCode(), 11);
        return life.issuedAt().plusMillis(whole * percent / 100);
    }

    private Duration between(int leastMillis, int mostMillis) {
        synchronized (random) {
            return Duration.ofMillis(random.nextInt(leastMillis, mostMillis));
        }
    }

    private String serial() {
        synchronized (random) {
            return newSerial(random);
        }
    }
}

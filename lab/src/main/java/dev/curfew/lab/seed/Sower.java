package dev.curfew.lab.seed;

import dev.curfew.lab.node.NodeLife;
import dev.curfew.lab.node.NodeSimulator;
import dev.curfew.lab.server.ServerParts;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.wire.spire.types.Agent;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.SPIFFEID;
import dev.curfew.wire.spire.types.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Puts nodes and entries into a server, with chance drawn from a fixed seed. */
final class Sower {
    static final Duration NODE_TTL = Duration.ofHours(1);

    private final ServerParts parts;
    private final Random random;
    private final Instant now;

    Sower(ServerParts parts, long seed) {
        this.parts = parts;
        this.random = new Random(seed);
        this.now = parts.clock().instant();
    }

    Random random() {
        return random;
    }

    /** Seconds since 1970, so much after the start. */
    long in(Duration time) {
        return now.plus(time).getEpochSecond();
    }

    SPIFFEID id(String path) {
        return new SpiffeId(parts.trustDomain(), path).toWire();
    }

    /** The same at every start. */
    String uuid() {
        var high = random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x4000L;
        var low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    String hex(int digits) {
        var text = new StringBuilder(digits);
        while (text.length() < digits) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }

    /** A selector written as {@code type:value}. */
    static Selector selector(String text) {
        var colon = text.indexOf(':');
        return Selector.newBuilder()
                .setType(text.substring(0, colon))
                .setValue(text.substring(colon + 1))
                .build();
    }

    /** An entry that may be somewhat old, as most are. */
    Entry entry(
            String path,
            String parentPath,
            UnaryOperator<Entry.Builder> more,
            String... selectors) {
        var entry =
                Entry.newBuilder()
                        .setId(uuid())
                        .setSpiffeId(id(path))
                        .setParentId(id(parentPath))
                        .setRevisionNumber(random.nextInt(4))
                        .setCreatedAt(in(Duration.ofHours(-1 - random.nextInt(400 * 24))));
        for (var selector : selectors) {
            entry.addSelectors(selector(selector));
        }
        var complete = more.apply(entry).build();
        parts.entries().add(complete);
        return complete;
    }

    Entry entry(String path, String parentPath, String... selectors) {
        return entry(path, parentPath, UnaryOperator.identity(), selectors);
    }

    /** A node that runs and renews. */
    String node(String attestor, String name, boolean canReattest, String... selectors) {
        var issued = now.minusSeconds(random.nextInt(25 * 60));
        var path = "/spire/agent/" + attestor + "/" + name;
        add(
                path,
                agent(attestor, path, canReattest, selectors)
                        .setX509SvidExpiresAt(issued.plus(NODE_TTL).getEpochSecond()),
                new NodeLife(true, issued, NODE_TTL, parts.x509().active().id()));
        return path;
    }

    /** A node whose agent stopped; its SVID ends, or ended, so much after the start. */
    String stopped(
            Duration end, String attestor, String name, boolean canReattest, String... selectors) {
        var path = "/spire/agent/" + attestor + "/" + name;
        add(
                path,
                agent(attestor, path, canReattest, selectors).setX509SvidExpiresAt(in(end)),
                new NodeLife(false, now.plus(end).minus(NODE_TTL), NODE_TTL, ""));
        return path;
    }

    /** A node that was banned some minutes ago. */
    String banned(String attestor, String name, boolean canReattest, String... selectors) {
        var path = "/spire/agent/" + attestor + "/" + name;
        add(
                path,
                agent(attestor, path, canReattest, selectors)
                        .clearX509SvidSerialNumber()
                        .setBanned(true)
                        .setX509SvidExpiresAt(in(Duration.ofMinutes(31))),
                new NodeLife(false, now.minusSeconds(29 * 60), NODE_TTL, ""));
        return path;
    }

    private Agent.Builder agent(
            String attestor, String path, boolean canReattest, String... selectors) {
        var agent =
                Agent.newBuilder()
                        .setId(id(path))
                        .setAttestationType(attestor)
                        .setX509SvidSerialNumber(NodeSimulator.newSerial(random))
                        .setCanReattest(canReattest)
                        .setAgentVersion(random.nextInt(5) == 0 ? "1.13.2" : "1.14.5");
        for (var selector : selectors) {
            agent.addSelectors(selector(selector));
        }
        return agent;
    }

    private void add(String path, Agent.Builder agent, NodeLife life) {
        if (!agent.getId().getPath().equals(path)) {
            throw new IllegalStateException(path);
        }
        parts.nodes().add(agent.build(), life);
    }
}

package dev.curfew.bench;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.SpireChannel;
import dev.curfew.connect.SpireChannels;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.Selector;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.peers.Binaries;
import dev.curfew.peers.RealSpire;
import dev.curfew.spire.ItemResult;
import dev.curfew.spire.SpireServer;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A real SPIRE server with many entries: 200 namespaces, a service account an entry, 40 pools of
 * nodes. Filling one takes minutes, so its data folder is kept beside the binaries and copied.
 */
final class BenchEstate {
    private static final TrustDomain TRUST_DOMAIN = TrustDomain.parse("acme.test");
    private static final int[] TTLS = {0, 300, 1800, 3600, 14400};

    /** Enough to fill the screen. */
    static final int FEW = 100;

    private BenchEstate() {}

    static RealSpire start(Binaries binaries, int entries) throws IOException {
        Path template = binaries.server().resolveSibling("bench-" + entries);
        if (!Files.isDirectory(template)) {
            System.err.printf("Filling a server with %,d entries, once ...%n", entries);
            fill(binaries, entries, template);
        }
        return RealSpire.builder(binaries).keepsKeys().data(template).start();
    }

    private static void fill(Binaries binaries, int entries, Path template) throws IOException {
        try (RealSpire spire = RealSpire.builder(binaries).keepsKeys().start();
                SpireChannel channel = open(spire.localProfile("fill"))) {
            SpireServer server =
                    new SpireServer(channel.grpc(), channel::failure, Duration.ofMinutes(2));
            create(server, drafts(entries));
            spire.kill();
            copy(spire.folder("server"), template);
        }
    }

    private static void create(SpireServer server, List<EntryDraft> drafts) {
        for (ItemResult<RegistrationEntry> result : server.entries().create(drafts)) {
            if (!(result.outcome() instanceof Ok<RegistrationEntry>)) {
                throw new IllegalStateException(result.toString());
            }
        }
    }

    private static SpireChannel open(ConnectionProfile profile) {
        return switch (SpireChannels.open(
                profile, (_, purpose) -> Outcome.failed(Reason.INVALID_INPUT, purpose, ""))) {
            case Ok<SpireChannel>(var channel) -> channel;
            case Outcome.Failed<SpireChannel>(var failure) ->
                    throw new IllegalStateException(failure.toString());
        };
    }

    private static List<EntryDraft> drafts(int entries) {
        Random random = new Random(7);
        return IntStream.range(0, entries)
                .mapToObj(n -> draft(n, TTLS[random.nextInt(TTLS.length)]))
                .toList();
    }

    private static EntryDraft draft(int n, int ttl) {
        String namespace = String.format("team-%03d", n % 200);
        String account = String.format("agent-%06d", n);
        return EntryDraft.plain(
                SpiffeId.fromSegments(TRUST_DOMAIN, "ns", namespace, "sa", account),
                SpiffeId.fromSegments(TRUST_DOMAIN, "nodes", String.format("pool-%02d", n % 40)),
                List.of(
                        new Selector("k8s", "ns:" + namespace),
                        new Selector("k8s", "sa:" + account)),
                ttl,
                0);
    }

    private static void copy(Path from, Path to) throws IOException {
        Path building = to.resolveSibling(to.getFileName() + ".new");
        Files.createDirectories(building);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, building.resolve(file.getFileName()));
            }
        }
        Files.move(building, to);
    }
}

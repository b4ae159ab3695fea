package dev.curfew.views.list;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.estate.EntryTable;
import dev.curfew.estate.EntryView;
import dev.curfew.estate.Estate;
import dev.curfew.estate.Link;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.Selector;
import dev.curfew.outcome.Failure;
import dev.curfew.views.testing.TestUi;
import io.spiffe.spiffeid.SpiffeId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Made-up servers in any state. */
public final class Estates {
    private Estates() {}

    public static Estate of(ServerEstate... servers) {
        return new Estate(List.of(servers));
    }

    public static ServerEstate named(String name) {
        return ServerEstate.unknown(ConnectionProfile.local(name, Path.of("/tmp/none.sock")));
    }

    public static ServerEstate complete(
            String name, List<RegistrationEntry> entries, List<Node> nodes) {
        ServerEstate unknown = named(name);
        return with(
                unknown,
                unknown.entries()
                        .complete(
                                EntryView.complete(EntryTable.of(entries), nodes, 0, List.of()),
                                TestUi.NOW),
                unknown.nodes().complete(nodes, TestUi.NOW));
    }

    public static ServerEstate reading(String name, EntryTable soFar) {
        ServerEstate unknown = named(name);
        return withEntries(unknown, unknown.entries().soFar(EntryView.soFar(soFar)));
    }

    /** The last reading failed; what there was stays. */
    public static ServerEstate failed(ServerEstate server, Failure why) {
        return with(server, server.entries().failed(why), server.nodes().failed(why));
    }

    /** Reading broke off after this many entries. */
    public static ServerEstate partial(ServerEstate server, int entries, Failure why) {
        EntryView part =
                EntryView.complete(
                        EntryTable.of(server.entries().value().entries().subList(0, entries)),
                        server.nodes().value(),
                        0,
                        List.of());
        return withEntries(server, Reading.never(EntryView.NONE).partial(part, TestUi.NOW, why));
    }

    public static ServerEstate unreadable(ServerEstate server, List<String> texts) {
        EntryView view = server.entries().value();
        return withEntries(
                server,
                server.entries()
                        .patched(old ->
                                new EntryView(
                                        view.entries(), view.derived(), texts.size(), texts)));
    }

    public static ServerEstate down(ServerEstate server, Failure why) {
        return copy(server, new Link.Down(why, TestUi.NOW), server.entries(), server.nodes());
    }

    public static ServerEstate withEntries(ServerEstate server, Reading<EntryView> entries) {
        return with(server, entries, server.nodes());
    }

    private static ServerEstate with(
            ServerEstate server, Reading<EntryView> entries, Reading<List<Node>> nodes) {
        return copy(server, new Link.Up(Duration.ofMillis(4), TestUi.NOW), entries, nodes);
    }

    private static ServerEstate copy(
            ServerEstate server, Link link, Reading<EntryView> entries, Reading<List<Node>> nodes) {
        return new ServerEstate(
                server.profile(),
                link,
                server.trustDomain(),
                server.capabilities(),
                entries,
                nodes,
                server.authorities(),
                server.federation(),
                server.federatedBundles(),
                Optional.empty());
    }

    public static RegistrationEntry entry(String id, String path, int x509Ttl) {
        return new RegistrationEntry(
                id,
                id(path),
                id("/pool"),
                List.of(new Selector("k8s", "sa:" + path.substring(1))),
                x509Ttl,
                0,
                List.of(),
                List.of(),
                "",
                false,
                false,
                false,
                false,
                0,
                1,
                TestUi.NOW.getEpochSecond() - 3600);
    }

    public static List<RegistrationEntry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> entry("e-" + i, "/agents/agent-" + i, i % 3 == 0 ? 0 : 600 * (i % 9)))
                .toList();
    }

    public static Node node(String name, boolean banned) {
        return new Node(
                id("/spire/agent/k8s_psat/eu/" + name),
                "k8s_psat",
                banned ? "" : "4711",
                TestUi.NOW.getEpochSecond() + 1800,
                List.of(
                        new Selector("k8s_psat", "cluster:eu"),
                        new Selector("k8s_psat", "agent_node_name:host-" + name)),
                banned,
                true,
                "1.14.5");
    }

    public static SpiffeId id(String path) {
        return SpiffeId.parse("spiffe://acme.test" + path);
    }
}

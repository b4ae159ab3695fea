package dev.curfew.estate;

import static dev.curfew.estate.EstateFixtures.admin;
import static dev.curfew.estate.EstateFixtures.entry;
import static dev.curfew.estate.EstateFixtures.node;
import static dev.curfew.estate.EstateFixtures.withTtls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.estate.Notable.Kind;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotablesTest {
    private static final Instant NOW = Instant.parse("2026-10-02T14:00:00Z");
    private static final Node NODE = node("/spire/agent/k8s_psat/a", "k8s_psat:cluster:a");
    private static final String NODE_PATH = "/spire/agent/k8s_psat/a";

    private static ServerEstate server(RegistrationEntry... entries) {
        return ServerEstate.unknown(ConnectionProfile.local("acme", Path.of("/run/api.sock")))
                .withNodes(Reading.never(List.<Node>of()).complete(List.of(NODE), NOW))
                .withEntries(
                        Reading.never(EntryView.NONE)
                                .complete(
                                        EntryView.complete(
                                                EntryTable.of(List.of(entries)),
                                                List.of(NODE),
                                                0,
                                                List.of()),
                                        NOW));
    }

    @Test
    void nothingStandsOutWhereAllIsAsItShouldBe() {
        assertThat(Notables.of(server(entry("1", "/a", NODE_PATH, "k8s:ns:a")), NOW)).isEmpty();
    }

    @Test
    void theMostImportantComesFirstAndEachCountIsItsQuerys() {
        ServerEstate server =
                server(
                        admin(entry("1", "/a", NODE_PATH, "k8s:ns:a")),
                        entry("2", "/a", NODE_PATH, "k8s:ns:b"),
                        withTtls(entry("3", "/b", NODE_PATH, "unix:uid:0"), 86_400, 0),
                        entry("4", "/c", "/gone", "k8s:ns:c"));
        List<Notable> found = Notables.of(server, NOW);
        assertThat(found)
                .extracting(Notable::kind, Notable::count)
                .containsExactly(
                        tuple(Kind.INHERITS_ADMIN, 1),
                        tuple(Kind.TTL_OF_DAYS, 1),
                        tuple(Kind.BOUND_TO_NODE, 1),
                        tuple(Kind.SHARED_IDENTITY, 2),
                        tuple(Kind.ORPHANED_ENTRY, 1));
        for (Notable notable : found) {
            assertThat(Notables.count(notable.kind().place(), server, notable.query(), NOW))
                    .isEqualTo(notable.count());
        }
    }
}

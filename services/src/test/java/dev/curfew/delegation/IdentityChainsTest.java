package dev.curfew.delegation;

import static dev.curfew.delegation.Given.NOW;
import static dev.curfew.delegation.Given.agent;
import static dev.curfew.delegation.Given.ids;
import static dev.curfew.delegation.Given.root;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityChainsTest {
    private static final Party SERVER =
            Party.of(Party.Kind.AUTHORITY, "spiffe://acme.test/spire/server");
    private static final Party NODE =
            Party.of(Party.Kind.NODE, "spiffe://acme.test/spire/agent/one");
    private static final Party ALIAS =
            Party.of(Party.Kind.NODE_ALIAS, "spiffe://acme.test/nodes/a");
    private static final Party PLANNER = agent("planner");
    private static final Party LONER = agent("loner");
    private static final Party ACME = Party.of(Party.Kind.TRUST_DOMAIN, "acme.test");
    private static final Party PARTNER = Party.of(Party.Kind.TRUST_DOMAIN, "partner.test");

    private final List<Grant> all =
            List.of(
                    chain("alias", Grant.Kind.ALIAS, NODE, ALIAS),
                    chain("parent", Grant.Kind.PARENT, ALIAS, PLANNER),
                    chain("mints", Grant.Kind.DOWNSTREAM, SERVER, PLANNER),
                    chain("peer", Grant.Kind.FEDERATES, PLANNER, PARTNER),
                    chain("peers", Grant.Kind.FEDERATES, ACME, PARTNER),
                    chain("other", Grant.Kind.PARENT, NODE, LONER),
                    root("grant", Party.user("alice"), PLANNER));

    private static Grant chain(String id, Grant.Kind kind, Party from, Party to) {
        return new Grant(
                id,
                kind,
                from,
                to,
                kind.name(),
                Hop.UNKNOWN,
                Source.observed(Source.Kind.ENTRY, "acme", id, NOW));
    }

    @Test
    void whatStandsAboveIsFoundUpToTheTopAndNothingElse() {
        assertThat(ids(IdentityChains.of(all, List.of(PLANNER))))
                .containsExactly("parent", "mints", "peer", "alias", "peers");
        assertThat(ids(IdentityChains.of(all, List.of(LONER)))).containsExactly("other", "peers");
        assertThat(IdentityChains.of(all, List.of(Party.user("alice"), Party.tool("mail"))))
                .isEmpty();
    }

    @Test
    void aBackendsOwnWordForATypeIsKept() {
        Party worded = new Party(Party.Kind.AGENT, "workload", PLANNER.id());
        assertThat(IdentityChains.of(all, List.of(worded)).getFirst().to()).isEqualTo(worded);
    }

    @Test
    void aRingOfParentsEnds() {
        List<Grant> ring =
                List.of(
                        chain("a", Grant.Kind.PARENT, PLANNER, LONER),
                        chain("b", Grant.Kind.PARENT, LONER, PLANNER));
        assertThat(ids(IdentityChains.of(ring, List.of(PLANNER)))).containsExactly("b", "a");
    }
}

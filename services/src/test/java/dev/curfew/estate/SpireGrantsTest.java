package dev.curfew.estate;

import static dev.curfew.estate.EstateFixtures.entry;
import static dev.curfew.estate.EstateFixtures.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.delegation.Given;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.check.CheckId;
import dev.curfew.delegation.check.CheckInput;
import dev.curfew.delegation.check.CheckResult;
import dev.curfew.delegation.check.CheckSettings;
import dev.curfew.delegation.check.DelegationChecks;
import dev.curfew.delegation.check.DelegationFinding;
import dev.curfew.delegation.rules.DelegationRules;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import io.spiffe.spiffeid.TrustDomain;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpireGrantsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
    private static final Node NODE = node("/spire/agent/one", "k8s_psat:cluster:a");
    private static final RegistrationEntry ALIAS =
            entry("alias", "/nodes/a", "/spire/server", "k8s_psat:cluster:a");
    private static final RegistrationEntry WEB = entry("web", "/web", "/nodes/a", "unix:uid:1");
    private static final RegistrationEntry OWN =
            entry("own", "/own", "/spire/agent/one", "unix:uid:2");
    private static final RegistrationEntry BELOW = entry("below", "/below", "/web", "unix:uid:3");
    private static final String AT = "spiffe://" + NODE.id().getTrustDomain().getName();

    private static ServerEstate server() {
        ServerEstate unknown = ServerEstate.unknown(ConnectionProfile.local("acme", Path.of("/s")));
        RegistrationEntry minting =
                new RegistrationEntry(
                        "mint",
                        OWN.spiffeId(),
                        NODE.id(),
                        OWN.selectors(),
                        0,
                        0,
                        List.of(TrustDomain.parse("partner.test")),
                        List.of(),
                        "",
                        false,
                        true,
                        false,
                        false,
                        0,
                        1,
                        0);
        EntryView view =
                EntryView.complete(
                        EntryTable.of(List.of(ALIAS, WEB, OWN, BELOW, minting)),
                        List.of(NODE),
                        0,
                        List.of());
        return new ServerEstate(
                unknown.profile(),
                unknown.link(),
                Optional.of(NODE.id().getTrustDomain()),
                Optional.empty(),
                Reading.never(EntryView.NONE).complete(view, NOW),
                Reading.<List<Node>>never(List.of()).complete(List.of(NODE), NOW),
                unknown.authorities(),
                Reading.<List<FederationRelationship>>never(List.of())
                        .complete(
                                List.of(
                                        new FederationRelationship(
                                                TrustDomain.parse("partner.test"),
                                                "https://partner.test/bundle",
                                                new FederationRelationship.Profile.HttpsWeb(),
                                                Optional.empty())),
                                NOW),
                unknown.federatedBundles(),
                unknown.skew());
    }

    private final List<Grant> grants = SpireGrants.of(new Estate(List.of(server())));

    private List<String> edges(Grant.Kind kind) {
        return grants.stream()
                .filter(grant -> grant.kind() == kind)
                .map(grant ->
                        grant.from().kind() + " " + grant.from().id() + " > " + grant.to().id())
                .toList();
    }

    @Test
    void eachChainOfSpiresOwnIsAGrantOfItsKind() {
        assertThat(edges(Grant.Kind.PARENT))
                .containsExactly(
                        "NODE_ALIAS " + AT + "/nodes/a > " + AT + "/web",
                        "NODE " + AT + "/spire/agent/one > " + AT + "/own",
                        "AGENT " + AT + "/web > " + AT + "/below",
                        "NODE " + AT + "/spire/agent/one > " + AT + "/own");
        assertThat(edges(Grant.Kind.ALIAS))
                .containsExactly("NODE " + AT + "/spire/agent/one > " + AT + "/nodes/a");
        assertThat(edges(Grant.Kind.DOWNSTREAM))
                .containsExactly("AUTHORITY " + AT + "/spire/server > " + AT + "/own");
        assertThat(edges(Grant.Kind.FEDERATES))
                .containsExactly(
                        "AGENT " + AT + "/own > partner.test",
                        "TRUST_DOMAIN " + NODE.id().getTrustDomain().getName() + " > partner.test");
    }

    @Test
    void anIdentityIsNoRightToATool() {
        GrantGraph graph = GrantGraph.of(grants);
        assertThat(graph.grants()).hasSameSizeAs(grants);
        assertThat(graph.reachOf(Party.of(Party.Kind.NODE, NODE.id().toString())).all()).isEmpty();
    }

    /** The window draws rights without SPIRE's own chains; it finds what the command line finds. */
    @Test
    void ofTheSameFactsTheSameIsFoundWithTheseChainsAndWithoutThem() {
        Estate estate = new Estate(List.of(server()));
        List<Grant> rights =
                List.of(
                        Given.root("a", Party.agent(AT + "/own"), Party.agent(AT + "/web")),
                        Given.below(
                                "a",
                                "b",
                                Party.agent(AT + "/web"),
                                Party.agent(AT + "/nobody"),
                                Given.use("deploy")),
                        Given.root("c", Party.agent(AT + "/below"), Given.foreign("far")),
                        Given.standing("d", Party.agent(AT + "/own"), Party.tool("deploy")));
        List<Grant> all = new ArrayList<>(rights);
        all.addAll(grants);
        List<CheckResult> found = checked(estate, rights);
        assertThat(checked(estate, all)).isEqualTo(found);
        assertThat(found)
                .filteredOn(CheckResult.Checked.class::isInstance)
                .flatExtracting(one -> ((CheckResult.Checked) one).findings())
                .extracting(finding -> ((DelegationFinding) finding).check())
                .contains(CheckId.D01, CheckId.D08, CheckId.D17);
    }

    private static List<CheckResult> checked(Estate estate, List<Grant> grants) {
        GrantGraph graph = GrantGraph.of(grants);
        return DelegationChecks.run(
                CheckInput.of(
                        graph,
                        Given.NOW,
                        DelegationRules.NONE,
                        DelegationFacts.of(estate, graph),
                        CheckSettings.DEFAULT));
    }

    @Test
    void nothingIsSaidOfAServerThatWasNeverRead() {
        ServerEstate unknown = ServerEstate.unknown(ConnectionProfile.local("a", Path.of("/s")));
        assertThat(SpireGrants.of(new Estate(List.of(unknown)))).isEmpty();
    }
}

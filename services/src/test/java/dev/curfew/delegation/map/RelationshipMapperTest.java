package dev.curfew.delegation.map;

import static dev.curfew.delegation.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Grant.State;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Permission;
import dev.curfew.delegation.Source;
import dev.curfew.policy.PolicyCondition;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyIds;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.Relationship;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RelationshipMapperTest {
    private static final Instant SOON = NOW.plus(Duration.ofMinutes(10));
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final Party PLANNER = Party.agent("spiffe://acme.test/planner");
    private static final Party WORKER = Party.agent("spiffe://acme.test/worker");

    private final List<Relationship> chain =
            List.of(
                    fact("delegation:d1", "delegator", "user:alice"),
                    fact("delegation:d1", "delegate", "agent:acme.test/planner"),
                    fact("delegation:d1", "root", "agent:*"),
                    lease("delegation:d1", "lease_a", SOON),
                    fact("delegation:d2", "delegator", "agent:acme.test/planner"),
                    fact("delegation:d2", "delegate", "agent:acme.test/worker"),
                    fact("delegation:d2", "parent", "delegation:d1"),
                    lease("delegation:d2", "lease_a", SOON),
                    lease("delegation:d2", "lease_b", LATER),
                    fact("tool:mail", "via", "delegation:d1"),
                    fact("dataset:crm", "write_via", "delegation:d2"),
                    fact("task:t1", "via", "delegation:d2"),
                    fact("task:t1", "initiator", "user:alice"),
                    fact("agent:acme.test/planner", "owner", "user:bob"),
                    fact("tool:mail", "standing", "agent:acme.test/worker"));

    private static Relationship fact(String object, String relation, String subject) {
        return Relationship.lasting(entity(object), relation, PolicySubject.of(entity(subject)));
    }

    private static Relationship lease(String object, String relation, Instant end) {
        return new Relationship(
                entity(object),
                relation,
                PolicySubject.of(entity("agent:*")),
                Optional.of(new PolicyCondition("live_until", Map.of("not_after", end.toString()))),
                Optional.of(end));
    }

    private static PolicyEntity entity(String text) {
        int colon = text.indexOf(':');
        return new PolicyEntity(text.substring(0, colon), text.substring(colon + 1));
    }

    private static MappedGrants map(GrantMapping mapping, List<Relationship> facts) {
        return RelationshipMapper.map(
                facts, mapping, AgentNames.of(PolicyIds.WITHOUT_SCHEME), "fga", NOW);
    }

    private final GrantGraph graph = GrantGraph.of(map(GrantMapping.AGENTS, chain).grants());

    private Grant grant(String id) {
        return graph.grant(id).orElseThrow();
    }

    @Test
    void aHopIsPutTogetherFromItsRelationships() {
        Grant hop = grant("fga delegation:d2");
        assertThat(hop.kind()).isEqualTo(Grant.Kind.DELEGATES);
        assertThat(hop.from()).isEqualTo(PLANNER);
        assertThat(hop.to()).isEqualTo(WORKER);
        assertThat(hop.parent()).contains("fga delegation:d1");
        assertThat(hop.hop().lineage().endsWithParent()).isTrue();
        assertThat(hop.hop().task()).contains(Party.of(Party.Kind.TASK, "t1"));
        assertThat(hop.hop().scope().orElseThrow().permissions())
                .containsExactly(new Permission("write", "dataset:crm"));
        assertThat(hop.hop().validity().end()).as("the later lease").isEqualTo(End.at(LATER));
        assertThat(hop.source().origin()).isEqualTo(Source.Origin.OBSERVED);
        assertThat(hop.source().reference()).isEqualTo("delegation:d2");
    }

    @Test
    void nothingIsLostAndNothingIsUnmapped() {
        MappedGrants mapped = map(GrantMapping.AGENTS, chain);
        assertThat(mapped.unmapped()).isEmpty();
        assertThat(mapped.grants())
                .extracting(Grant::kind)
                .containsExactlyInAnyOrder(
                        Grant.Kind.DELEGATES,
                        Grant.Kind.DELEGATES,
                        Grant.Kind.USES,
                        Grant.Kind.USES,
                        Grant.Kind.USES,
                        Grant.Kind.ANSWERS_FOR,
                        Grant.Kind.ANSWERS_FOR,
                        Grant.Kind.STANDING);
    }

    @Test
    void theWholeChainEndsWithItsFirstLease() {
        assertThat(graph.state(grant("fga delegation:d2"), SOON)).isEqualTo(State.CUT_ABOVE);
        assertThat(graph.at(SOON).reachOf(WORKER).find(Party.of(Party.Kind.DATASET, "crm")))
                .isEmpty();
        assertThat(graph.at(NOW).reachOf(WORKER).find(Party.of(Party.Kind.DATASET, "crm")))
                .isPresent();
    }

    @Test
    void aHopWithoutALeaseDoesNotCount() {
        GrantGraph cut =
                GrantGraph.of(
                        map(
                                        GrantMapping.AGENTS,
                                        chain.stream()
                                                .filter(fact ->
                                                        !fact.display()
                                                                .startsWith("delegation:d1#lease"))
                                                .toList())
                                .grants());
        assertThat(cut.state(cut.grant("fga delegation:d1").orElseThrow(), NOW))
                .isEqualTo(State.WITHDRAWN);
        assertThat(cut.state(cut.grant("fga delegation:d2").orElseThrow(), NOW))
                .isEqualTo(State.CUT_ABOVE);
    }

    @Test
    void aConditionThatNamesNoTimeIsNotTakenForAnEnd() {
        Relationship guarded =
                new Relationship(
                        entity("tool:mail"),
                        "standing",
                        PolicySubject.of(entity("agent:acme.test/worker")),
                        Optional.of(new PolicyCondition("office_hours", Map.of())),
                        Optional.empty());
        assertThat(map(GrantMapping.AGENTS, List.of(guarded)).grants())
                .singleElement()
                .satisfies(
                        grant -> assertThat(grant.hop().validity().end()).isEqualTo(End.UNKNOWN));
    }

    @Test
    void twoParentsAreTwoWaysToCount() {
        List<Relationship> facts = new java.util.ArrayList<>(chain);
        facts.add(fact("delegation:d2", "parent", "delegation:d0"));
        assertThat(map(GrantMapping.AGENTS, facts).grants())
                .filteredOn(grant -> grant.kind() == Grant.Kind.DELEGATES)
                .extracting(Grant::id, grant -> grant.parent().orElse(""))
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "fga delegation:d2", "fga delegation:d1"),
                        org.assertj.core.groups.Tuple.tuple(
                                "fga delegation:d2 2", "fga delegation:d0"));
    }

    @Test
    void aModelThatNobodyHasMappedIsShownAsItIs() {
        Relationship folder = fact("folder:plans", "viewer", "team:red");
        Relationship half = fact("delegation:d9", "delegate", "agent:acme.test/worker");
        MappedGrants foreign = map(GrantMapping.AGENTS, List.of(folder, half));
        assertThat(foreign.unmappedRelations())
                .containsExactly("delegation#delegate", "folder#viewer");
        assertThat(foreign.grants().getFirst().to())
                .isEqualTo(new Party(Party.Kind.OTHER, "folder", "plans"));
        assertThat(map(GrantMapping.NONE, chain).unmapped()).hasSameSizeAs(chain);
    }

    @Test
    void aForeignModelIsReadWithAMappingOfItsOwn() {
        String yaml =
                """
                types:
                  bot: agent
                  person: user
                  api: tool
                hops:
                  - type: mandate
                    from: giver
                    to: taker
                rights:
                  - type: api
                    relation: caller
                    action: use
                """;
        GrantMapping mapping =
                ((dev.curfew.outcome.Outcome.Ok<GrantMapping>) MappingText.read(yaml, "m.yaml"))
                        .value();
        GrantGraph read =
                GrantGraph.of(
                        map(
                                        mapping,
                                        List.of(
                                                fact("mandate:1", "giver", "person:eve"),
                                                fact("mandate:1", "taker", "bot:b1"),
                                                fact("api:pay", "caller", "mandate:1")))
                                .grants());
        Party eve = new Party(Party.Kind.USER, "person", "eve");
        assertThat(read.reachOf(eve).of(Party.Kind.TOOL)).hasSize(1);
        assertThat(MappingText.read(MappingText.write(mapping), "again"))
                .isEqualTo(dev.curfew.outcome.Outcome.ok(mapping));
    }

    @Test
    void agentsThatNobodyRegisteredAreNamed() {
        MappedGrants mapped = map(GrantMapping.AGENTS, chain);
        assertThat(mapped.unknownAgents(List.of(PLANNER.id()))).containsExactly(WORKER);
        assertThat(mapped.unknownAgents(List.of(PLANNER.id(), WORKER.id()))).isEmpty();
    }
}

package dev.curfew.containment.plan;

import static dev.curfew.delegation.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.ServerAddress;
import dev.curfew.containment.Change;
import dev.curfew.containment.Strength;
import dev.curfew.containment.blast.BlastRadius;
import dev.curfew.containment.plan.ContainmentRequest.Options;
import dev.curfew.containment.plan.PlannedStep.Work;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.containment.scope.Scope;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.PlannedChange;
import dev.curfew.delegation.PlannedChange.PutBack;
import dev.curfew.delegation.PlannedChange.Refuse;
import dev.curfew.delegation.PlannedChange.Shorten;
import dev.curfew.delegation.PlannedChange.TakeAway;
import dev.curfew.delegation.Validity;
import dev.curfew.delegation.map.GrantMapping;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.EntryTable;
import dev.curfew.estate.EntryView;
import dev.curfew.estate.Estate;
import dev.curfew.estate.EstateFixtures;
import dev.curfew.estate.GrantView;
import dev.curfew.estate.Link;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.exposure.Exposure;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.policy.PolicyCondition;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyIds;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.Relationship;
import io.spiffe.spiffeid.SpiffeId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanEffectTest {
    private static final Instant SOON = NOW.plus(Duration.ofMinutes(10));
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final SpiffeId PLANNER = SpiffeId.parse("spiffe://acme.test/planner");
    private static final SpiffeId WORKER = SpiffeId.parse("spiffe://acme.test/worker");

    private static final Relationship LEASE = lease("lease_a", LATER);
    private static final Relationship OTHER_LEASE = lease("lease_b", LATER);
    private static final Relationship SHORT_LEASE = lease("lease_b", SOON);
    private static final Relationship MAIL = fact("tool:mail", "via", "delegation:d1");
    private static final Relationship STANDING =
            fact("tool:mail", "standing", "agent:acme.test/planner");

    private static Relationship fact(String object, String relation, String subject) {
        return Relationship.lasting(entity(object), relation, PolicySubject.of(entity(subject)));
    }

    private static Relationship lease(String relation, Instant end) {
        return new Relationship(
                entity("delegation:d1"),
                relation,
                PolicySubject.of(entity("agent:*")),
                Optional.of(new PolicyCondition("live_until", Map.of("not_after", end.toString()))),
                Optional.of(end));
    }

    private static PolicyEntity entity(String text) {
        int colon = text.indexOf(':');
        return new PolicyEntity(text.substring(0, colon), text.substring(colon + 1));
    }

    /** d1 from alice to planner, who uses mail by it and by a standing right of its own. */
    private static BackendEstate backend(String name, Relationship... more) {
        List<Relationship> facts =
                Stream.concat(
                                Stream.of(
                                        fact("delegation:d1", "delegator", "user:alice"),
                                        fact(
                                                "delegation:d1",
                                                "delegate",
                                                "agent:acme.test/planner"),
                                        fact("delegation:d1", "root", "agent:*"),
                                        MAIL,
                                        STANDING),
                                Arrays.stream(more))
                        .toList();
        return new BackendEstate(
                profile(name),
                new Link.Connecting(),
                Set.of(),
                List.of(),
                Reading.never(GrantView.NONE)
                        .complete(
                                GrantView.of(
                                        name,
                                        GrantMapping.AGENTS,
                                        PolicyIds.WITHOUT_SCHEME,
                                        facts,
                                        NOW),
                                NOW));
    }

    private static PolicyProfile profile(String name) {
        return PolicyProfile.of(
                name,
                new PolicyTarget(
                        PolicyKind.OPENFGA,
                        new ServerAddress.Tcp("authz.acme.test", 8081),
                        Optional.empty()),
                new Tls.Plaintext(),
                new Key.None());
    }

    private static ServerEstate server(Reading<EntryView> entries) {
        ServerEstate unknown =
                ServerEstate.unknown(ConnectionProfile.local("acme", Path.of("/run/spire.sock")));
        return new ServerEstate(
                unknown.profile(),
                unknown.link(),
                unknown.trustDomain(),
                unknown.capabilities(),
                entries,
                unknown.nodes(),
                unknown.authorities(),
                unknown.federation(),
                unknown.federatedBundles(),
                unknown.skew());
    }

    private static Reading<EntryView> read(RegistrationEntry... entries) {
        return Reading.never(EntryView.NONE)
                .complete(EntryView.soFar(EntryTable.of(List.of(entries))), NOW);
    }

    private static ContainmentPlan plan(PlannedStep... steps) {
        ContainmentTarget target = new ContainmentTarget.Identities(List.of(PLANNER));
        return new ContainmentPlan(
                "c-1",
                NOW,
                new ContainmentRequest(
                        target, Strength.CONTAIN, Options.USUAL, List.of("acme", "fga")),
                new Scope(target, List.of(), List.of()),
                List.of(steps),
                BlastRadius.NONE,
                Exposure.grantsEnded(),
                List.of(),
                List.of(),
                new Approval(Approval.Kind.TYPED, "planner"),
                Optional.empty());
    }

    private static PlannedStep step(Lever lever, String connection, Change change) {
        return new PlannedStep(
                1,
                0,
                lever,
                List.of(connection),
                new Work.Apply(change),
                List.of(),
                List.of(),
                Exposure.grantsEnded());
    }

    private static PlannedStep ends(Relationship... gone) {
        return step(Lever.END_GRANTS, "fga", new Change.EndGrants(List.of(gone)));
    }

    private static PlannedStep tightens(Relationship... shortened) {
        return step(
                Lever.TIGHTEN_GRANTS, "fga", new Change.TightenGrants(List.of(shortened), SOON));
    }

    private static PlannedStep deletes(RegistrationEntry... entries) {
        return step(Lever.DELETE_ENTRIES, "acme", new Change.DeleteEntries(List.of(entries)));
    }

    private static List<PlannedChange> changes(PlannedStep step, Relationship... leases) {
        return PlanEffect.of(plan(step), new Estate(List.of(), List.of(backend("fga", leases))))
                .changes();
    }

    @Test
    void aGrantEndsWhenAllThatItRestsOnGoes() {
        assertThat(changes(ends(LEASE), LEASE)).containsExactly(new TakeAway("fga delegation:d1"));
        assertThat(changes(ends(LEASE), LEASE, OTHER_LEASE))
                .as("the other lease keeps it")
                .isEmpty();
        assertThat(changes(ends(LEASE, OTHER_LEASE), LEASE, OTHER_LEASE))
                .containsExactly(new TakeAway("fga delegation:d1"));
        assertThat(changes(ends(MAIL, STANDING), LEASE))
                .containsExactlyInAnyOrder(
                        new TakeAway("fga delegation:d1 " + MAIL.display()),
                        new TakeAway("fga " + STANDING.display()));
    }

    @Test
    void aGrantIsShortenedWhenNothingThatItRestsOnLastsLonger() {
        Shorten shorter = new Shorten("fga delegation:d1", SOON);
        assertThat(changes(tightens(LEASE), LEASE)).containsExactly(shorter);
        assertThat(changes(tightens(LEASE), LEASE, OTHER_LEASE)).isEmpty();
        assertThat(changes(tightens(LEASE), LEASE, SHORT_LEASE)).containsExactly(shorter);
        assertThat(changes(tightens(OTHER_LEASE), LEASE)).isEmpty();
    }

    @Test
    void whoIsQuarantinedIsRefusedByThatBackendAlone() {
        Estate estate =
                new Estate(List.of(), List.of(backend("fga", LEASE), backend("other", LEASE)));
        PlanEffect effect =
                PlanEffect.of(
                        plan(
                                step(
                                        Lever.QUARANTINE,
                                        "fga",
                                        new Change.Quarantine(List.of(PLANNER)))),
                        estate);
        assertThat(effect.changes())
                .containsExactlyInAnyOrder(
                        new Refuse("fga delegation:d1"),
                        new Refuse("fga delegation:d1 " + MAIL.display()),
                        new Refuse("fga " + STANDING.display()));
        assertThat(effect.leftOut()).containsExactly("other");
        assertThat(effect.beside()).isEmpty();
    }

    /** Without its lease the hop is there and does not count; the standing right is gone. */
    @Test
    void whatIsPutBackIsThereAsItWouldBe() {
        Relationship other = fact("tool:git", "standing", "agent:acme.test/planner");
        List<PlannedChange> back =
                changes(
                        step(
                                Lever.RESTORE_GRANTS,
                                "fga",
                                new Change.RestoreGrants(List.of(LEASE, other, STANDING))));
        assertThat(back)
                .allSatisfy(change -> assertThat(change).isInstanceOf(PutBack.class))
                .extracting(change -> ((PutBack) change).grant())
                .extracting(Grant::id, grant -> grant.hop().validity())
                .containsExactlyInAnyOrder(
                        tuple("fga delegation:d1", Validity.until(LATER)),
                        tuple("fga " + other.display(), Validity.LASTING));
    }

    @Test
    void aBackendThatWasNotReadIsNamed() {
        PlannedStep ends = ends(LEASE);
        PlanEffect effect =
                PlanEffect.of(
                        plan(ends),
                        new Estate(List.of(), List.of(BackendEstate.unknown(profile("fga")))));
        assertThat(effect.changes()).isEmpty();
        assertThat(effect.leftOut()).containsExactly("fga");
        assertThat(effect.beside()).containsExactly(ends);
    }

    @Test
    void anIdentityIsIssuedNoMoreWhenNoEntryIsLeftThatGivesIt() {
        RegistrationEntry planner = EstateFixtures.entry("e1", "/planner", "/node");
        RegistrationEntry worker = EstateFixtures.entry("e2", "/worker", "/node");
        RegistrationEntry again = EstateFixtures.entry("e3", "/worker", "/node");
        PlannedStep deletes = deletes(planner, worker);
        PlanEffect both = PlanEffect.of(plan(deletes), estate(read(planner, worker)));
        assertThat(both.unissued()).containsExactly(PLANNER, WORKER);
        assertThat(both.beside()).as("no grant ends by it").containsExactly(deletes);
        assertThat(both.changes()).isEmpty();
        assertThat(PlanEffect.of(plan(deletes), estate(read(planner, worker, again))).unissued())
                .containsExactly(PLANNER);
        assertThat(PlanEffect.of(plan(deletes), estate(read(planner, worker).reading())).unissued())
                .as("another may be there")
                .isEmpty();
    }

    private static Estate estate(Reading<EntryView> entries) {
        return new Estate(List.of(server(entries)));
    }
}

package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.failure;
import static dev.curfew.peers.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.BackendConnection;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Freshness;
import dev.curfew.policy.PolicyBackends;
import dev.curfew.policy.PolicyChange;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.Proof;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.RelationshipFilter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** SpiceDB is what the contract says, and what only it does. */
@NeedsSpiceDb
class RealSpiceDbContractTest extends RelationshipContract {
    @Override
    PolicyPeer start() {
        return new SpiceDbPeer(RealSpiceDb.keyed(PolicyPeer.KEY));
    }

    @Test
    void itsVersionIsToldWithItsAnswers() {
        assertThat(backend().version()).as("not asked yet").isEmpty();
        value(backend().ping());
        assertThat(backend().version().orElseThrow()).contains("1.56.0");
    }

    @Test
    void theClockIsTheBackends() {
        assertThat(
                        value(backend().check(chain().workerSearches(), Consistency.STRONGEST))
                                .freshness()
                                .clock())
                .isEqualTo(Freshness.Clock.BACKEND);
    }

    @Test
    void aTighteningIsReadBackAndItsEndIsNotClaimedToBeProved() {
        Instant sooner =
                Instant.now().plusSeconds(600).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        Relationship lease =
                list(RelationshipFilter.type("delegation").relation("lease")).getFirst();
        Relationship shorter = value(backend().tighten(lease, sooner));

        Proof proof = value(backend().proveTightened(shorter));
        assertThat(proof.verdict()).isEqualTo(Proof.Verdict.UNPROVED);
        assertThat(proof.standing()).contains(shorter);
        assertThat(value(backend().proveTightened(lease)).verdict())
                .isEqualTo(Proof.Verdict.CONTRADICTED);
    }

    @Test
    void aPlainGrantWhereEndsAreAllowedCanBeGivenOne() {
        Relationship standing = Chain.one(Chain.SEARCH, "standing", chain().worker);
        peer().write(List.of(standing));
        Instant end =
                Instant.now().plusSeconds(600).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);

        assertThat(value(backend().tighten(standing, end)).notAfter()).contains(end);
        assertThat(list(RelationshipFilter.type("tool").relation("standing")))
                .extracting(Relationship::notAfter)
                .containsExactly(Optional.of(end));
    }

    @Test
    void changesAreToldFromWhereOneBeganWithWhoMadeThem() {
        Relationship standing = Chain.one(Chain.SEARCH, "standing", chain().worker);
        PolicyChange.Page begin = value(backend().changes(""));
        assertThat(begin.changes()).as("it keeps no history").isEmpty();
        peer().write(List.of(standing));
        value(backend().end(standing));

        PolicyChange.Page page = value(backend().changes(begin.next()));
        assertThat(page.changes())
                .containsExactly(
                        new PolicyChange(
                                standing,
                                PolicyChange.Kind.WRITTEN,
                                Optional.empty(),
                                Optional.empty()),
                        new PolicyChange(
                                standing,
                                PolicyChange.Kind.DELETED,
                                Optional.empty(),
                                Optional.of("curfew")));
        PolicyChange.Page after = value(backend().changes(page.next()));
        assertThat(after.changes()).isEmpty();
        assertThat(after.next()).isEqualTo(page.next());
    }

    @Test
    void aPlaceThatMakesNoSenseIsRefused() {
        assertThat(failure(backend().changes("nowhere")).reason()).isEqualTo(Reason.REFUSED);
    }

    @Test
    void aWrongKeyIsRefusedAndTheRightOneRaisesNoAlarm() {
        PolicyProfile own = ((SpiceDbPeer) peer()).profile();
        assertThat(
                        failure(
                                        PolicyBackends.open(
                                                own,
                                                (_, _) -> Outcome.ok("wrong".toCharArray()),
                                                Clock.systemUTC()))
                                .reason())
                .isEqualTo(Reason.BACKEND_KEY_REFUSED);
        assertThat(
                        failure(
                                        PolicyBackends.open(
                                                PolicyProfile.of(
                                                        own.name(),
                                                        own.target(),
                                                        own.tls(),
                                                        new BackendConnection.Key.None()),
                                                PolicyPeer.SECRETS,
                                                Clock.systemUTC()))
                                .reason())
                .isEqualTo(Reason.BACKEND_KEY_REFUSED);
        assertThat(backend().warnings()).isEmpty();
    }

    @Test
    void itIsNotTakenForAnOpenFga() {
        PolicyProfile own = ((SpiceDbPeer) peer()).profile();
        PolicyProfile wrong =
                PolicyProfile.of(
                        "fga",
                        new PolicyTarget(
                                PolicyKind.OPENFGA, own.target().address(), Optional.empty()),
                        own.tls(),
                        own.key());
        assertThat(
                        failure(PolicyBackends.open(wrong, PolicyPeer.SECRETS, Clock.systemUTC()))
                                .reason())
                .isEqualTo(Reason.NOT_A_BACKEND);
    }
}

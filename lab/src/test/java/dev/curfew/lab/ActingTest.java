package dev.curfew.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.lab.acting.Call;
import dev.curfew.lab.acting.Lane;
import dev.curfew.lab.acting.Moment;
import dev.curfew.lab.agent.Credential;
import dev.curfew.lab.call.Denial;
import dev.curfew.lab.time.DrivenTime;
import dev.curfew.wire.spire.agent.BanAgentRequest;
import dev.curfew.wire.spire.agent.DeleteAgentRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActingTest {
    private Story story;

    @BeforeEach
    void start() throws Exception {
        story = new Story();
        story.pass(Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() throws Exception {
        story.close();
    }

    private static Predicate<Call> on(String... names) {
        var set = Set.of(names);
        return call ->
                set.contains(call.lane().from().path().substring("/agent/".length()))
                        || set.contains(call.lane().to().path().substring("/agent/".length()));
    }

    private static Predicate<Call> denied() {
        return call -> !call.ok();
    }

    @Test
    void renewsAtHalfOfTheLifeSoThatNobodyIsEverDenied() {
        story.pass(Duration.ofMinutes(1));

        assertThat(story.calls(denied())).isEmpty();
        var certificates =
                story.lab.activity().credentials().stream()
                        .filter(one -> one.kind() == Credential.Kind.X509)
                        .filter(one -> one.holder().path().equals("/agent/planner"))
                        .toList();
        // After fifteen of forty seconds, for it is dated ten back; plus up to a synchronisation.
        assertThat(certificates).hasSizeBetween(4, 6).doesNotHaveDuplicates();
        // Certificates end at whole seconds.
        assertThat(certificates)
                .allSatisfy(one ->
                        assertThat(Duration.between(one.got(), one.until()))
                                .isBetween(Story.X509.minusSeconds(1), Story.X509));
    }

    @Test
    void aBanStopsTheNodeFromIssuingAndWhatItHasIssuedLivesOn() {
        var banned = story.now();
        story.nodes()
                .banAgent(
                        BanAgentRequest.newBuilder()
                                .setId(story.node("prod-eu-n06").getId())
                                .build());
        story.pass(Duration.ofSeconds(6));

        // It has ended within a synchronisation, and nothing was signed after the ban.
        assertThat(story.momentsOf("planner"))
                .extracting(Moment::kind)
                .containsExactly(Moment.Kind.NODE_BANNED, Moment.Kind.AGENT_KNOWS);
        var end = story.end("planner", Credential.Kind.X509);
        assertThat(end).isBefore(banned.plus(Story.X509));

        story.pass(Story.X509);
        var calls = story.callsOf("planner", Lane.Kind.MTLS, banned);
        assertThat(calls)
                .filteredOn(call -> call.at().isBefore(end))
                .isNotEmpty()
                .allMatch(Call::ok)
                .noneMatch(Call::rightful);
        assertThat(calls)
                .filteredOn(call -> call.at().isAfter(end))
                .isNotEmpty()
                .extracting(Call::denial)
                .containsOnly(Optional.of(Denial.CERTIFICATE_ENDED));
        assertThat(story.calls(denied().and(on("code-reviewer", "support-triage")))).isEmpty();
    }

    @Test
    void whoIsCalledMustHaveALivingCertificateToo() {
        story.deleteEntry("ledger-reader");
        story.pass(Story.X509.plusSeconds(15));

        var end = story.end("ledger-reader", Credential.Kind.X509);
        assertThat(story.callsOf("support-triage", Lane.Kind.MTLS, end.plusMillis(1)))
                .isNotEmpty()
                .extracting(Call::denial)
                .containsOnly(Optional.of(Denial.CALLED_ENDED));
    }

    @Test
    void anEvictionHarmsNobody() {
        var node = story.node("prod-eu-n06");
        story.nodes().deleteAgent(DeleteAgentRequest.newBuilder().setId(node.getId()).build());
        story.pass(Duration.ofSeconds(50));

        assertThat(story.calls(denied())).isEmpty();
        assertThat(story.node("prod-eu-n06").getX509SvidSerialNumber())
                .isNotEqualTo(node.getX509SvidSerialNumber());
    }

    @Test
    void aRotationThatWaitsForTheNodesHarmsNobody() {
        var before = story.node("prod-eu-n06").getX509SvidSerialNumber();
        var old = story.rotate();
        story.taint(old);
        story.pass(Duration.ofSeconds(9));
        assertThat(story.node("prod-eu-n06").getX509SvidSerialNumber()).isNotEqualTo(before);
        // The node has more than a hundred entries, so there is a second batch.
        story.pass(Duration.ofSeconds(6));
        story.revoke(old);
        story.pass(Duration.ofSeconds(30));

        assertThat(story.calls(denied())).isEmpty();
    }

    @Test
    void aTaintAloneReplacesEverythingWithinTwoBatches() {
        var old = story.rotate();
        var tainted = story.now();
        story.taint(old);
        story.pass(Duration.ofMillis(5_500 + 5_000));

        assertThat(story.lab.activity().credentials())
                .filteredOn(one -> one.kind() == Credential.Kind.X509)
                .filteredOn(one -> !one.got().isBefore(tainted))
                .extracting(Credential::holder)
                .hasSizeGreaterThanOrEqualTo(8)
                .containsAll(
                        story.lab.activity().lanes().stream().map(Lane::from).distinct().toList());
        assertThat(story.calls(denied())).isEmpty();
    }

    @Test
    void revokingBeforeTheNodesHaveSeenTheTaintBreaksEverybody() {
        var old = story.rotate();
        story.taint(old);
        story.revoke(old);
        var serial = story.node("prod-us-n04").getX509SvidSerialNumber();
        story.pass(Duration.ofSeconds(6));
        assertThat(story.calls(denied()))
                .isNotEmpty()
                .extracting(call -> call.denial().orElseThrow())
                .isSubsetOf(Denial.UNKNOWN_AUTHORITY, Denial.CALLED_UNKNOWN);

        // On its open connection a node goes on; the next one is refused for good.
        story.pass(Duration.ofSeconds(30));
        assertThat(story.callsOf("support-triage", Lane.Kind.MTLS, story.now().minusSeconds(5)))
                .isNotEmpty()
                .allMatch(Call::ok);
        story.pass(Duration.ofMinutes(3).plus(Story.X509));
        assertThat(story.calls(call -> !call.at().isBefore(story.now().minusSeconds(5))))
                .filteredOn(call -> call.lane().kind() != Lane.Kind.STREAM)
                .isNotEmpty()
                .noneMatch(Call::ok);
        assertThat(story.node("prod-us-n04").getX509SvidSerialNumber()).isEqualTo(serial);
    }

    @Test
    void whileTheServerHangsEverybodyLivesOnWhatTheyHave() {
        story.lab.acme().faults().hang();
        var hung = story.now();
        story.pass(Story.X509.plusSeconds(10));
        assertThat(story.callsOf("support-triage", Lane.Kind.MTLS, story.now().minusSeconds(5)))
                .isNotEmpty()
                .noneMatch(Call::ok);
        assertThat(story.calls(call -> call.at().isBefore(hung.plusSeconds(5)))).allMatch(Call::ok);

        story.lab.acme().faults().stopHanging();
        // Its agents have backed off meanwhile.
        story.pass(Duration.ofSeconds(60));
        assertThat(story.callsOf("support-triage", Lane.Kind.MTLS, story.now().minusSeconds(5)))
                .isNotEmpty()
                .allMatch(Call::ok);
    }

    @Test
    void aServerWhoseClockIsBehindIssuesWhatIsDeadAlready() {
        story.lab.acme().faults().clockOffset(Duration.ofMinutes(-5));
        story.pass(Duration.ofSeconds(40));
        assertThat(story.callsOf("support-triage", Lane.Kind.MTLS, story.now().minusSeconds(5)))
                .isNotEmpty()
                .extracting(Call::denial)
                .isSubsetOf(
                        Optional.of(Denial.CERTIFICATE_ENDED), Optional.of(Denial.CALLED_ENDED));

        story.lab.acme().faults().clockOffset(Duration.ZERO);
        story.pass(Duration.ofSeconds(8));
        assertThat(story.callsOf("support-triage", Lane.Kind.MTLS, story.now().minusSeconds(2)))
                .allMatch(Call::ok);
    }

    @Test
    void tellsEveryCallToWhoeverListensAndNoneAfterwards() {
        var heard = new HashSet<Long>();
        var end = story.lab.activity().subscribe(call -> heard.add(call.number()));
        story.pass(Duration.ofSeconds(5));
        end.run();
        var last = story.lab.activity().calls().getLast().number();
        story.pass(Duration.ofSeconds(5));

        assertThat(heard).hasSizeGreaterThan(10).contains(last).doesNotContain(last + 1);
    }

    @Test
    void callsLessWhileNobodyListens() throws Exception {
        var time = new DrivenTime(story.now());
        try (var lab = Lab.start(LabOptions.ACTING, time)) {
            time.advance(Duration.ofSeconds(20));
            var unheard = lab.activity().calls().size();
            lab.activity().subscribe(call -> {});
            time.advance(Duration.ofSeconds(8));
            var heard = lab.activity().calls().size();
            time.advance(Duration.ofSeconds(20));

            assertThat(unheard).isBetween(10, 30);
            assertThat(lab.activity().calls().size() - heard).isGreaterThan(50);
        }
    }

    @Test
    void canBeStoppedAndStartedAgain() throws Exception {
        var activity = story.lab.activity();
        assertThat(activity.isRunning()).isTrue();
        activity.stop();
        var calls = activity.calls();
        story.pass(Duration.ofSeconds(10));
        assertThat(activity.isRunning()).isFalse();
        assertThat(activity.calls()).isEqualTo(calls);
        assertThat(activity.credentials()).isEmpty();

        activity.start();
        story.pass(Duration.ofSeconds(10));
        assertThat(activity.calls()).hasSizeGreaterThan(calls.size() + 20).allMatch(Call::ok);
    }

    @Test
    void actsByTheRealClockAndOnTwoServersAlike() throws Exception {
        try (var lab = Lab.start(LabOptions.ACTING.withPair())) {
            var lanes = new HashSet<>(lab.activity().lanes());
            var all = new CountDownLatch(1);
            lab.activity()
                    .subscribe(call -> {
                        synchronized (lanes) {
                            if (call.ok() && call.rightful() && lanes.remove(call.lane())) {
                                all.countDown();
                            }
                        }
                    });
            assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(lab.activity().calls()).allMatch(Call::ok);
        }
    }
}

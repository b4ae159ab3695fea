package dev.curfew.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.Node;
import dev.curfew.identity.TrustBundle;
import dev.curfew.lab.Lab;
import dev.curfew.localstore.LocalStore;
import dev.curfew.spire.NodeFilter;
import dev.curfew.spire.ScanListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sever whose process dies between any two records of its journal. An authority from before is
 * still trusted, so that it also has that one to revoke. Most of each run is waiting; they wait
 * beside each other.
 */
class LabKilledSeverTest {
    private static final String ACME = "acme";
    private static final String AGENT = "spiffe://acme.test/agent/web-researcher";
    private static final InstantSource CLOCK = InstantSource.system();
    private static final int AT_ONCE = 24;

    @TempDir Path folder;
    private final ExecutorService runs = Executors.newFixedThreadPool(AT_ONCE);

    @AfterEach
    void stop() {
        runs.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> itIsGoneOnWithWhereverItWasKilled() throws IOException {
        int records = recordsOfAWholeRun();
        assertThat(records).isGreaterThan(25);
        List<CompletableFuture<Void>> killed =
                IntStream.range(1, records)
                        .mapToObj(n -> CompletableFuture.runAsync(() -> killedAfter(n), runs))
                        .toList();
        return IntStream.range(1, records)
                .mapToObj(n ->
                        DynamicTest.dynamicTest(
                                "after " + n + " records", () -> killed.get(n - 1).join()));
    }

    private int recordsOfAWholeRun() throws IOException {
        try (Lab lab = Lab.start();
                Responder responder = responder("whole.db", Integer.MAX_VALUE)) {
            Map<String, String> before = prepareLab(responder, lab);
            ContainmentPlan plan = plan(responder);
            assertThat(plan.steps())
                    .extracting(PlannedStep::lever)
                    .containsExactly(
                            Lever.DELETE_ENTRIES,
                            Lever.RETIRE_X509,
                            Lever.RETIRE_JWT,
                            Lever.ROTATE_X509,
                            Lever.ROTATE_JWT);
            ContainmentState done = responder.run(plan);
            assertThat(done.steps())
                    .extracting(StepReport::state)
                    .containsOnly(StepState.CONFIRMED);
            assertSevered(responder, before);
            return (int) (long) Outcomes.value(responder.journal().verify());
        }
    }

    private void killedAfter(int records) {
        String file = records + ".db";
        try (Lab lab = Lab.start()) {
            String id;
            Map<String, String> before;
            try (Responder dying = responder(file, records)) {
                before = prepareLab(dying, lab);
                ContainmentPlan plan = plan(dying);
                id = plan.id();
                assertThat(catchThrowable(() -> dying.run(plan))).isNotNull();
            }
            try (Responder next = responder(file, Integer.MAX_VALUE)) {
                next.connect(profile(lab));
                assertThat(next.history(id).phase()).isEqualTo(Phase.CUT_OFF);

                ContainmentState done = next.resume(id);

                assertThat(done.steps())
                        .extracting(StepReport::state)
                        .containsOnly(StepState.CONFIRMED);
                assertSevered(next, before);
                assertThat(next.history(id).phase()).isEqualTo(Phase.ENDED);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * As after an undisturbed run. A second preparation would have left an orphan in the bundle; a
     * revocation before the gate would have locked out nodes, which then keep their serial.
     */
    private static void assertSevered(Responder responder, Map<String, String> before) {
        TrustBundle bundle = Outcomes.value(responder.server(ACME).bundles().own());
        assertThat(bundle.x509Authorities())
                .extracting(TrustBundle.X509Authority::subjectKeyId)
                .containsExactly(active(responder, Kind.X509));
        assertThat(bundle.jwtAuthorities())
                .extracting(TrustBundle.JwtAuthority::keyId)
                .containsExactly(active(responder, Kind.JWT));
        Map<String, String> after = serials(responder);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((id, serial) -> assertThat(after.get(id)).as(id).isNotEqualTo(serial));
    }

    private static String active(Responder responder, Kind kind) {
        return Outcomes.value(responder.server(ACME).authorities().slots(kind))
                .active()
                .orElseThrow()
                .authorityId();
    }

    /** Serials of the nodes that run. */
    private static Map<String, String> serials(Responder responder) {
        return nodes(responder).stream()
                .filter(node -> !node.banned() && !node.isExpired(CLOCK.instant()))
                .collect(Collectors.toMap(node -> node.id().toString(), Node::serial));
    }

    private static List<Node> nodes(Responder responder) {
        return responder.server(ACME).nodes().scan(NodeFilter.NONE, ScanListener.silent()).rows();
    }

    /**
     * Every kind of authority is replaced without the one before being touched; nodes that do not
     * run are banned.
     *
     * @return the serials of the others
     */
    private static Map<String, String> prepareLab(Responder responder, Lab lab) {
        responder.connect(profile(lab));
        var authorities = responder.server(ACME).authorities();
        for (Kind kind : List.of(Kind.X509, Kind.JWT)) {
            String next = Outcomes.value(authorities.prepare(kind)).authorityId();
            Outcomes.value(authorities.activate(kind, next));
        }
        Instant renewsLater =
                CLOCK.instant().plus(Duration.ofHours(1).multipliedBy(2).dividedBy(5));
        nodes(responder).stream()
                .filter(node -> !node.banned() && node.expiresAt().isBefore(renewsLater))
                .forEach(node -> Outcomes.value(responder.server(ACME).nodes().ban(node.id())));
        responder.refresh(ACME);
        return serials(responder);
    }

    private static ContainmentPlan plan(Responder responder) {
        return responder.plan(Responder.identity(AGENT), Strength.SEVER);
    }

    private Responder responder(String file, int records) {
        return new Responder(
                LocalStore.open(folder.resolve(file), CLOCK).store(),
                Responder.QUICK,
                journal -> new DyingJournal(journal, records));
    }

    /** What is waited for is as short as the lab's agents allow. */
    private static ConnectionProfile profile(Lab lab) {
        ConnectionProfile usual = LabContainmentTest.profile(ACME, lab.acme().unixTarget());
        ServerTimings timings = usual.timings();
        for (Timing timing : List.of(Timing.CACHE_RELOAD, Timing.AGENT_SYNC)) {
            timings =
                    timings.with(
                            timing,
                            new TimingValue(
                                    Duration.ofMillis(200),
                                    TimingValue.Source.DECLARED,
                                    Optional.empty()));
        }
        return new ConnectionProfile(
                usual.name(), usual.address(), usual.credentials(), usual.trustDomain(), timings);
    }
}

package dev.curfew.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.Strength;
import dev.curfew.containment.book.ContainmentBook;
import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.residual.Residuals;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.sighting.Sighting;
import dev.curfew.containment.sighting.Sighting.Verdict;
import dev.curfew.identity.EntryDraft;
import dev.curfew.probe.DeclaredEndpoint;
import dev.curfew.probe.Presented;
import dev.curfew.probe.Presented.Standing;
import io.spiffe.spiffeid.SpiffeId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workload that serves mTLS by an SVID of the real server, before and after its entry goes. */
@NeedsSpire
class RealSpireProbeTest {
    private static final String SERVER = "the server";
    private static final SpiffeId PLANNER = SpiffeId.parse("spiffe://acme.test/agent/planner");
    private static final int LIFE_SECONDS = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private RealSpire spire;
    private RealAgent agent;
    private RealWorkload workload;
    private Responder responder;

    @BeforeEach
    void start() {
        spire = RealSpire.builder(Binaries.find().orElseThrow()).start();
        agent = spire.startAgent("one");
        workload = agent.workload("planner");
        responder = new Responder();
        responder.connect(spire.localProfile(SERVER));
        Outcomes.values(responder.server(SERVER).entries().create(List.of(draft())));
        responder.refresh(SERVER);
    }

    @AfterEach
    void stop() {
        responder.close();
        spire.close();
    }

    private EntryDraft draft() {
        return Drafts.of(
                PLANNER.toString(),
                agent.nodeId(),
                workload.selector(),
                LIFE_SECONDS,
                LIFE_SECONDS);
    }

    private ContainmentState contain(ServingWorkload serving) {
        return responder.run(
                responder.plan(
                        Responder.identity(PLANNER.toString()),
                        Strength.CONTAIN,
                        List.of(new DeclaredEndpoint(PLANNER, serving.endpoint()))));
    }

    @Test
    void afterTheDeletionTheOldCertificateIsPresentedUntilItHasExpired() {
        Waiting.value("an SVID", PATIENCE, () -> workload.fetchX509().first());
        Path files = spire.folder("serving");
        workload.writeX509(files);
        try (ServingWorkload serving =
                new ServingWorkload(files.resolve("svid.0.pem"), files.resolve("svid.0.key"))) {
            ContainmentState done = contain(serving);

            assertThat(done.succeeded()).isTrue();
            assertThat(done.sightings())
                    .extracting(Sighting::verdict)
                    .containsExactly(Verdict.STILL_PRESENTED, Verdict.STILL_PRESENTED);
            Sighting sighting = done.sightings().getLast();
            Presented seen = sighting.seen().orElseThrow();
            assertThat(seen.standing()).isEqualTo(Standing.ACTIVE);
            assertThat(seen.notAfter()).isBeforeOrEqualTo(sighting.bound().orElseThrow());
            ContainmentBook book = responder.book();
            book.load();

            Sighting last =
                    Waiting.value(
                            "the end of the certificate",
                            PATIENCE,
                            () -> {
                                responder.keeper(book, InstantSource.system()).lookDue();
                                return book.find(done.id())
                                        .map(kept -> kept.state().sightings().getLast())
                                        .filter(one -> one.verdict() == Verdict.EXPIRED);
                            });

            assertThat(last.seen().orElseThrow().serial()).isEqualTo(seen.serial());
            assertThat(last.seen().orElseThrow().notAfter()).isEqualTo(seen.notAfter());
        }
    }

    @Test
    void aMintedCertificateThatOutlivesTheBoundContradictsIt() {
        // Minted past every entry: the entry's deletion has no hold on it.
        Path files = spire.folder("minted");
        spire.mint(PLANNER.getPath(), files);
        try (ServingWorkload serving =
                new ServingWorkload(files.resolve("svid.pem"), files.resolve("key.pem"))) {
            ContainmentState done = contain(serving);

            assertThat(done.sightings())
                    .extracting(Sighting::verdict)
                    .containsExactly(Verdict.OUTLIVES_BOUND, Verdict.OUTLIVES_BOUND);
            Sighting sighting = done.sightings().getLast();
            assertThat(sighting.seen().orElseThrow().notAfter())
                    .isAfter(sighting.bound().orElseThrow());
            assertThat(done.isContradicted()).isTrue();
            Instant later = sighting.bound().orElseThrow().plusSeconds(1);
            assertThat(Residuals.of(done, later))
                    .filteredOn(residual -> residual.kind() == Residual.Kind.X509_SVID)
                    .extracting(Residual::state)
                    .containsExactly(Residual.State.UNKNOWN);
        }
    }
}

package dev.curfew.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.run.Backoff;
import dev.curfew.containment.run.ContainmentRunner.Pace;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.AuthoritySlots.Slot;
import dev.curfew.identity.TrustBundle;
import dev.curfew.localstore.LocalStore;
import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two servers on one datastore, each with an agent: what an outage must not take down. */
@NeedsSpire
class RealSpireSetTest {
    private static final List<String> SERVERS = List.of("the first", "the second");
    private static final String VICTIM = "spiffe://acme.test/victim";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Responder responder =
            new Responder(
                    LocalStore.inMemory(InstantSource.system()),
                    new Pace(Backoff.USUAL, List.of(Duration.ZERO), Duration.ofMinutes(2)),
                    journal -> journal);

    @AfterEach
    void stop() {
        responder.close();
    }

    /** They are closed in the end, the one with the datastore last. */
    private final class Pair implements AutoCloseable {
        private final RealSpire first;
        private final RealSpire second;
        private final RealAgent ofFirst;
        private final RealWorkload one;
        private final RealWorkload two;

        Pair(RealSpire first) {
            this.first = first;
            second = RealSpire.builder(Binaries.find().orElseThrow()).besides(first).start();
            ofFirst = first.startAgent("one");
            RealAgent ofSecond = second.startAgent("two");
            responder.connect(first.localProfile(SERVERS.getFirst()));
            responder.connect(second.localProfile(SERVERS.getLast()));
            one = ofFirst.workload("crowd");
            two = ofSecond.workload("crowd");
            Outcomes.values(
                    responder
                            .server(SERVERS.getFirst())
                            .entries()
                            .create(
                                    List.of(
                                            Drafts.of(ofFirst, ofFirst.workload("victim"), VICTIM),
                                            Drafts.of(ofFirst, one, "spiffe://acme.test/crowd/1"),
                                            Drafts.of(
                                                    ofSecond, two, "spiffe://acme.test/crowd/2"))));
            SERVERS.forEach(responder::refresh);
            serials();
        }

        Set<BigInteger> serials() {
            return Stream.of(one, two)
                    .map(workload ->
                            Waiting.value("an SVID", PATIENCE, () -> workload.fetchX509().first()))
                    .map(FetchedX509::serial)
                    .collect(Collectors.toSet());
        }

        /** A server sees what another one revoked a second later. */
        TrustBundle bundleWithout(String server, Set<String> roots, Set<String> keys) {
            return Waiting.value(
                    "what was revoked is gone",
                    PATIENCE,
                    () ->
                            Optional.of(bundle(server))
                                    .filter(now -> roots(now).noneMatch(roots::contains))
                                    .filter(now -> keys(now).noneMatch(keys::contains)));
        }

        void allIsNewAndNobodyElseIsHarmed(Set<BigInteger> before) {
            Waiting.value("one that goes on", PATIENCE, () -> one.fetchJwt("after").first());
            Waiting.value("one that goes on", PATIENCE, () -> two.fetchJwt("after").first());
            assertThat(serials()).hasSize(2).doesNotContainAnyElementsOf(before);
            assertThat(ofFirst.workload("victim").fetchX509().refusal())
                    .contains("no identity issued");
        }

        @Override
        public void close() {
            second.close();
            first.close();
        }
    }

    private Slot active(String server, Kind kind) {
        return Outcomes.value(responder.server(server).authorities().slots(kind))
                .active()
                .orElseThrow();
    }

    private Set<String> active(Kind kind) {
        return SERVERS.stream()
                .map(server -> active(server, kind).authorityId())
                .collect(Collectors.toSet());
    }

    private TrustBundle bundle(String server) {
        return Outcomes.value(responder.server(server).bundles().own());
    }

    private static Stream<String> keys(TrustBundle bundle) {
        return bundle.jwtAuthorities().stream().map(TrustBundle.JwtAuthority::keyId);
    }

    private static Stream<String> roots(TrustBundle bundle) {
        return bundle.x509Authorities().stream().map(TrustBundle.X509Authority::subjectKeyId);
    }

    private static RealSpire server(boolean upstream) {
        RealSpire.Builder server = RealSpire.builder(Binaries.find().orElseThrow());
        return (upstream ? server.upstream() : server).start();
    }

    @Test
    void aSeverReplacesTheAuthoritiesOfBoth() {
        try (Pair pair = new Pair(server(false))) {
            Set<String> oldRoots = active(Kind.X509);
            Set<String> oldKeys = active(Kind.JWT);
            assertThat(oldRoots).hasSize(2);
            Set<BigInteger> before = pair.serials();
            ContainmentPlan plan = responder.plan(Responder.identity(VICTIM), Strength.SEVER);
            assertThat(plan.steps())
                    .extracting(PlannedStep::lever)
                    .containsExactly(Lever.DELETE_ENTRIES, Lever.ROTATE_X509, Lever.ROTATE_JWT);
            assertThat(plan.steps().get(1).connections()).isEqualTo(SERVERS);

            ContainmentState done = responder.run(plan);

            assertThat(done.steps())
                    .as("%s", done.steps())
                    .extracting(StepReport::state)
                    .containsOnly(StepState.CONFIRMED);
            for (String server : SERVERS) {
                TrustBundle now = pair.bundleWithout(server, oldRoots, oldKeys);
                assertThat(roots(now)).containsExactlyInAnyOrderElementsOf(active(Kind.X509));
                assertThat(keys(now)).containsExactlyInAnyOrderElementsOf(active(Kind.JWT));
            }
            pair.allIsNewAndNobodyElseIsHarmed(before);
        }
    }

    @Test
    void belowOneRootItIsTaintedAndRevokedOnce() {
        try (Pair pair = new Pair(server(true))) {
            String old = active(SERVERS.getFirst(), Kind.X509).upstreamSubjectKeyId();
            assertThat(active(SERVERS.getLast(), Kind.X509).upstreamSubjectKeyId()).isEqualTo(old);
            String next = pair.first.replaceUpstream();
            Set<BigInteger> before = pair.serials();

            ContainmentState done =
                    responder.run(responder.plan(Responder.identity(VICTIM), Strength.SEVER));

            assertThat(done.steps())
                    .as("%s", done.steps())
                    .extracting(StepReport::state)
                    .containsOnly(StepState.CONFIRMED);
            for (String server : SERVERS) {
                assertThat(active(server, Kind.X509).upstreamSubjectKeyId()).isEqualTo(next);
                assertThat(roots(pair.bundleWithout(server, Set.of(old), Set.of())))
                        .containsExactly(next);
            }
            pair.allIsNewAndNobodyElseIsHarmed(before);
        }
    }
}

package dev.curfew.containment.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ServerAddress;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.LoggedDecision;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.PolicyWarning;
import dev.curfew.policy.QuarantineTrace;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UseInQuarantineTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final SpiffeId ROGUE = SpiffeId.parse("spiffe://acme.test/agent/rogue");
    private static final SpiffeId OTHER = SpiffeId.parse("spiffe://acme.test/agent/other");

    /** Tells what it is given to tell, and asks for nothing else. */
    private static final class Telling implements PolicyBackend {
        final Map<String, QuarantineTrace> traces = new HashMap<>();
        Set<PolicyCapability> offered =
                Set.of(PolicyCapability.QUARANTINE, PolicyCapability.DECISIONS);

        @Override
        public Outcome<QuarantineTrace> traceQuarantine(PolicyEntity subject, Instant from) {
            assertThat(from).isEqualTo(NOON);
            QuarantineTrace known = traces.get(subject.id());
            return known == null
                    ? Outcome.failed(Reason.NO_ANSWER, "authz", "")
                    : Outcome.ok(known);
        }

        @Override
        public Set<PolicyCapability> capabilities() {
            return offered;
        }

        @Override
        public PolicyTarget target() {
            return new PolicyTarget(
                    PolicyKind.CERBOS,
                    new ServerAddress.Tcp("authz.acme.test", 3593),
                    Optional.empty());
        }

        @Override
        public List<PolicyWarning> warnings() {
            return List.of();
        }

        @Override
        public long calls() {
            return 0;
        }

        @Override
        public Outcome<Duration> ping() {
            throw new AssertionError();
        }

        @Override
        public Outcome<Decision> check(AccessQuestion question, Consistency consistency) {
            throw new AssertionError();
        }

        @Override
        public Outcome<List<Decision>> checkAll(
                List<AccessQuestion> questions, Consistency consistency) {
            throw new AssertionError();
        }

        @Override
        public void close() {}
    }

    private final Telling backend = new Telling();

    private UseInQuarantine look(SpiffeId... ids) {
        return UseInQuarantine.look(backend, List.of(ids), NOON);
    }

    private static LoggedDecision allowed(int second) {
        return new LoggedDecision(
                NOON.plusSeconds(second),
                "c" + second,
                ROGUE.toString(),
                "use",
                new PolicyEntity("tool", "search"),
                Decision.Verdict.ALLOWED,
                "resource.tool.vnext");
    }

    private static QuarantineTrace since(int second, LoggedDecision... allowed) {
        return new QuarantineTrace(Optional.of(NOON.plusSeconds(second)), List.of(allowed));
    }

    @Test
    void withoutALogNothingIsSaid() {
        backend.traces.put(ROGUE.toString(), since(1, allowed(2)));
        backend.offered = Set.of(PolicyCapability.QUARANTINE);
        assertThat(look(ROGUE)).isEqualTo(new UseInQuarantine(Optional.empty(), List.of()));
    }

    @Test
    void aLogThatCanNotBeReadSaysNothing() {
        assertThat(look(ROGUE)).isEqualTo(new UseInQuarantine(Optional.empty(), List.of()));
        // One of two alone does not tell of both.
        backend.traces.put(OTHER.toString(), since(1));
        assertThat(look(ROGUE, OTHER).deniedSince()).isEmpty();
    }

    @Test
    void allAreDeniedSinceTheLastOfThemIs() {
        backend.traces.put(ROGUE.toString(), since(4));
        backend.traces.put(OTHER.toString(), since(2));
        assertThat(look(ROGUE, OTHER).deniedSince()).contains(NOON.plusSeconds(4));
        assertThat(look(OTHER, ROGUE).deniedSince()).contains(NOON.plusSeconds(4));
        assertThat(look(ROGUE, OTHER).words()).isEmpty();
    }

    @Test
    void whatWasAllowedIsNamedAFewAtMost() {
        backend.traces.put(
                ROGUE.toString(),
                since(
                        1,
                        allowed(2),
                        allowed(3),
                        allowed(4),
                        allowed(5),
                        allowed(6),
                        allowed(7),
                        allowed(8)));
        assertThat(look(ROGUE).words())
                .startsWith(
                        "spiffe://acme.test/agent/rogue use tool:search at 2026-11-29T12:00:02Z"
                                + " (call c2), ")
                .endsWith("(call c6), and 2 more");
    }

    @Test
    void aLookThatFoundUseContradictsTheStepAndComesBackFromTheJournal() {
        StepReport before = StepReport.waiting(1).as(StepState.CONFIRMED);
        Proof proof =
                new Proof(
                        NOON,
                        "authz",
                        Proof.Verdict.USED,
                        1,
                        1,
                        "used",
                        Optional.empty(),
                        Optional.of(NOON));
        StepReport after = before.with(proof);
        assertThat(after.state()).isEqualTo(StepState.CONTRADICTED);
        assertThat(after.wasInForce()).isTrue();
        assertThat(before.as(StepState.CONTRADICTED).wasInForce()).isFalse();
        assertThat(StepJson.proof(StepJson.write(1, proof))).isEqualTo(proof);
        Proof later = new Proof(NOON, "authz", Proof.Verdict.HOLDS, 1, 1, "", Optional.empty());
        assertThat(after.with(later).state()).isEqualTo(StepState.CONTRADICTED);
    }
}

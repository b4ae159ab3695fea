package dev.curfew.policy.cerbos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.policy.Decision.Verdict;
import dev.curfew.policy.LoggedDecision;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.QuarantineTrace;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuarantineLogTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final PolicyEntity ROGUE =
            new PolicyEntity("agent", "spiffe://acme.test/agent/rogue");
    private static final String QUARANTINE = "principal.spiffe://acme.test/agent/rogue.vdefault";
    private static final PolicyEntity TOOL = new PolicyEntity("tool", "search");
    private static final PolicyEntity ANY = new PolicyEntity("curfew:any", "any");

    private static LoggedDecision use(int second, Verdict verdict, String because) {
        return decided(second, "use", TOOL, verdict, because);
    }

    private static LoggedDecision asked(int second, String because) {
        return decided(second, "curfew:ask", ANY, Verdict.DENIED, because);
    }

    private static LoggedDecision decided(
            int second, String action, PolicyEntity what, Verdict verdict, String because) {
        return new LoggedDecision(
                NOON.plusSeconds(second),
                "call-" + second,
                ROGUE.id(),
                action,
                what,
                verdict,
                because);
    }

    /** The oldest first, as one thinks of it. */
    private static QuarantineTrace trace(boolean whole, LoggedDecision... entries) {
        return QuarantineLog.of(
                new LoggedDecision.Log(Arrays.asList(entries).reversed(), whole, NOON), ROGUE);
    }

    @Test
    void aLogWithoutTheQuarantineSaysNothing() {
        assertThat(trace(true)).isEqualTo(QuarantineTrace.NONE);
        assertThat(trace(true, use(1, Verdict.ALLOWED, "resource.tool.vdefault")))
                .isEqualTo(QuarantineTrace.NONE);
        // Denied, and not by it.
        assertThat(trace(true, use(1, Verdict.DENIED, "resource.tool.vdefault")))
                .isEqualTo(QuarantineTrace.NONE);
    }

    @Test
    void theFirstDenialTellsSinceWhenItHolds() {
        assertThat(
                        trace(
                                true,
                                use(1, Verdict.ALLOWED, "resource.tool.vdefault"),
                                asked(2, ""),
                                asked(3, QUARANTINE),
                                use(4, Verdict.DENIED, QUARANTINE)))
                .isEqualTo(new QuarantineTrace(Optional.of(NOON.plusSeconds(3)), List.of()));
    }

    @Test
    void whatIsAllowedAfterThatContradictsIt() {
        LoggedDecision used = use(5, Verdict.ALLOWED, "resource.tool.vnext");
        assertThat(
                        trace(
                                true,
                                use(1, Verdict.ALLOWED, "resource.tool.vdefault"),
                                asked(3, QUARANTINE),
                                used,
                                use(6, Verdict.DENIED, QUARANTINE)))
                .isEqualTo(new QuarantineTrace(Optional.of(NOON.plusSeconds(3)), List.of(used)));
        // In the same moment nobody can tell which was first.
        assertThat(trace(true, asked(3, QUARANTINE), use(3, Verdict.ALLOWED, "x")).allowed())
                .isEmpty();
    }

    @Test
    void anOlderQuarantineThatWasLiftedIsNotThisOne() {
        assertThat(
                        trace(
                                true,
                                asked(1, QUARANTINE),
                                use(2, Verdict.ALLOWED, "resource.tool.vdefault"),
                                asked(3, ""),
                                asked(4, QUARANTINE)))
                .isEqualTo(new QuarantineTrace(Optional.of(NOON.plusSeconds(4)), List.of()));
    }

    @Test
    void whereTheOldestAreLeftOutNobodyKnowsSinceWhen() {
        LoggedDecision used = use(5, Verdict.ALLOWED, "resource.tool.vnext");
        assertThat(trace(false, asked(3, QUARANTINE), used))
                .isEqualTo(new QuarantineTrace(Optional.empty(), List.of(used)));
    }
}

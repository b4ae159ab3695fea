package dev.curfew.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.lab.Lab;
import dev.curfew.outcome.Outcome;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyBackends;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyTarget;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class LabHostTest {
    private static PolicyEntity entity(String type, String agent) {
        return new PolicyEntity(type, "acme.test/agent/" + agent);
    }

    @Test
    void itsPolicyBackendIsOneLikeAnyOther() throws Exception {
        try (Lab lab = Lab.start();
                LabHost host = new LabHost(lab)) {
            PolicyTarget target = host.policy().target();
            assertThat(PolicyTarget.parse(target.display())).isEqualTo(Outcome.ok(target));

            Outcome<PolicyBackend> opened =
                    PolicyBackends.open(
                            host.policy(),
                            (reference, purpose) -> {
                                throw new AssertionError("it asks for no key");
                            },
                            Clock.systemUTC());
            if (!(opened instanceof Outcome.Ok<PolicyBackend>(var backend))) {
                throw new AssertionError(opened);
            }
            try (backend) {
                assertThat(
                                backend.check(
                                                AccessQuestion.of(
                                                        entity("agent", "planner"),
                                                        "can_use",
                                                        entity("tool", "mcp-github")),
                                                Consistency.STRONGEST)
                                        .map(Decision::verdict))
                        .isEqualTo(Outcome.ok(Decision.Verdict.ALLOWED));
            }
        }
    }
}

package dev.curfew.views.lab;

import dev.curfew.views.lab.LabSnapshot.Call;
import dev.curfew.views.lab.LabSnapshot.Credential;
import dev.curfew.views.lab.LabSnapshot.Happening;
import dev.curfew.views.lab.LabSnapshot.Kind;
import dev.curfew.views.lab.LabSnapshot.Lane;
import dev.curfew.views.lab.LabSnapshot.Moment;
import dev.curfew.views.lab.LabSnapshot.Way;
import dev.curfew.views.testing.TestUi;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lab some minutes after web-researcher's entry was deleted: its certificate was accepted for
 * 112 s more, its token for 22 s, and its open connection still is.
 */
final class Incident {
    static final String AGENT = "spiffe://acme.test/agent/web-researcher";
    static final String OTHER = "spiffe://acme.test/agent/code-writer";
    static final Instant NOW = TestUi.NOW;
    static final Instant GONE = NOW.minusSeconds(150);
    static final Instant DEAD = GONE.plusSeconds(112);
    static final Instant TOKEN_DEAD = GONE.plusSeconds(22);
    private static final String TOOL = "spiffe://acme.test/agent/mcp-browser";
    private static final String GITHUB = "spiffe://acme.test/agent/mcp-github";
    static final List<Lane> LANES =
            List.of(
                    new Lane(AGENT, TOOL, Way.MTLS),
                    new Lane(AGENT, GITHUB, Way.JWT),
                    new Lane(AGENT, TOOL, Way.STREAM),
                    new Lane(OTHER, GITHUB, Way.MTLS),
                    new Lane("spiffe://acme.test/agent/support-triage", OTHER, Way.MTLS));

    private Incident() {}

    static LabSnapshot quiet() {
        return new LabSnapshot(
                true,
                LANES,
                calls(GONE),
                List.of(),
                List.of(credential(Kind.X509, GONE.minusSeconds(60), NOW.plusSeconds(40))),
                List.of(new LabSnapshot.Open(2, GONE.minusSeconds(200))),
                Set.of());
    }

    static LabSnapshot deleted() {
        return new LabSnapshot(
                true,
                LANES,
                calls(NOW),
                List.of(
                        new Moment(GONE, Happening.ENTRY_GONE, AGENT),
                        new Moment(GONE.plusSeconds(7), Happening.AGENT_KNOWS, AGENT),
                        new Moment(TOKEN_DEAD, Happening.JWT_DIED, AGENT),
                        new Moment(DEAD, Happening.X509_DIED, AGENT)),
                List.of(
                        credential(Kind.X509, GONE.minusSeconds(63), GONE.plusSeconds(57)),
                        credential(Kind.X509, GONE.minusSeconds(8), DEAD),
                        credential(Kind.JWT, GONE.minusSeconds(8), TOKEN_DEAD)),
                List.of(new LabSnapshot.Open(2, GONE.minusSeconds(200))),
                Set.of(LabFault.CONTROLLER));
    }

    private static Credential credential(Kind kind, Instant got, Instant until) {
        return new Credential(
                AGENT,
                kind,
                "5d0e84a1c2ff97a3b1d4405e6f7702" + until.getEpochSecond() % 97,
                got,
                until);
    }

    /** Each lane calls every other second, or less, but a tenth later than the one before. */
    private static List<Call> calls(Instant until) {
        List<Call> calls = new ArrayList<>();
        for (int lane = 0; lane < LANES.size(); lane++) {
            Instant at = NOW.minusSeconds(240).plusMillis(100L * lane);
            for (; at.isBefore(until); at = at.plus(Duration.ofSeconds(2 + lane / 3))) {
                boolean rightful = lane > 2 || at.isBefore(GONE);
                calls.add(new Call(0, at, lane, denial(lane, at), rightful));
            }
        }
        calls.sort(Comparator.comparing(Call::at));
        List<Call> numbered = new ArrayList<>();
        for (Call call : calls) {
            numbered.add(
                    new Call(
                            numbered.size() + 1L,
                            call.at(),
                            call.lane(),
                            call.denial(),
                            call.rightful()));
        }
        return List.copyOf(numbered);
    }

    private static Optional<LabDenial> denial(int lane, Instant at) {
        if (lane == 0 && !at.isBefore(DEAD)) {
            return Optional.of(LabDenial.CERTIFICATE_ENDED);
        }
        return lane == 1 && !at.isBefore(TOKEN_DEAD)
                ? Optional.of(LabDenial.TOKEN_ENDED)
                : Optional.empty();
    }
}

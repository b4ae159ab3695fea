package dev.curfew.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Credentials;
import dev.curfew.containment.Strength;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.TrustBundle;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A console that reaches the server over mutual TLS, and replaces what signed its own SVID. */
@NeedsSpire
class RealSpireSeverOverTlsTest {
    private static final String SERVER = "the server";
    private static final String VICTIM = "spiffe://acme.test/victim";

    @Test
    void itGoesOnWithTheSvidThatItsAgentRenews() throws IOException {
        try (RealSpire spire = RealSpire.builder(Binaries.find().orElseThrow()).start();
                Responder responder = new Responder()) {
            RealAgent agent = spire.startAgent("one");
            OwnIdentity.admit(spire, agent);
            ConnectionProfile profile =
                    spire.tcpProfile(SERVER, new Credentials.WorkloadApi(agent.endpoint()));
            responder.connect(profile);
            String old = active(responder);
            Outcomes.values(
                    responder
                            .server(SERVER)
                            .entries()
                            .create(List.of(Drafts.of(agent, agent.workload("victim"), VICTIM))));
            responder.refresh(SERVER);

            ContainmentState done =
                    responder.run(responder.plan(Responder.identity(VICTIM), Strength.SEVER));

            assertThat(done.steps())
                    .extracting(StepReport::state)
                    .containsOnly(StepState.CONFIRMED);
            // A new connection shows the new SVID to a server that has a new one, too.
            responder.connect(profile);
            assertThat(Outcomes.value(responder.server(SERVER).bundles().own()).x509Authorities())
                    .extracting(TrustBundle.X509Authority::subjectKeyId)
                    .containsExactly(active(responder))
                    .doesNotContain(old);
        }
    }

    private static String active(Responder responder) {
        return Outcomes.value(responder.server(SERVER).authorities().slots(Kind.X509))
                .active()
                .orElseThrow()
                .authorityId();
    }
}

package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.identity.Selector;
import io.spiffe.spiffeid.SpiffeId;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** The administrator's identity for this process, from an agent. */
final class OwnIdentity {
    private static final SpiffeId CONSOLE = SpiffeId.parse("spiffe://acme.test/curfew/console");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private OwnIdentity() {}

    /** For all of this user's processes; returns when the agent hands it out. */
    static void admit(RealSpire spire, RealAgent agent) throws IOException {
        String user = "uid:" + Files.getAttribute(spire.folder("ours"), "unix:uid");
        try (Console console = Console.live()) {
            console.connect(spire.localProfile(Console.NAME));
            value(
                    console.server()
                            .entries()
                            .create(
                                    List.of(
                                            Drafts.of(
                                                    CONSOLE.toString(),
                                                    agent.nodeId(),
                                                    new Selector("unix", user),
                                                    0,
                                                    0)))
                            .getFirst()
                            .outcome());
        }
        RealWorkload anyone = agent.workload("anyone");
        assertThat(
                        Waiting.until(
                                PATIENCE,
                                () ->
                                        anyone.fetchX509()
                                                .first()
                                                .filter(svid -> svid.id().equals(CONSOLE))
                                                .isPresent()))
                .isTrue();
    }
}

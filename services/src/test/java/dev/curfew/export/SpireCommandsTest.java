package dev.curfew.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.Selector;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpireCommandsTest {
    private static final EntryDraft ENTRY =
            new EntryDraft(
                    SpiffeId.parse("spiffe://acme.test/agent/triage"),
                    SpiffeId.parse("spiffe://acme.test/node/one"),
                    List.of(
                            new Selector("unix", "uid:1000"),
                            new Selector("unix", "user:o'hara x")),
                    300,
                    0,
                    List.of(TrustDomain.parse("partner.test")),
                    List.of("triage.acme.test"),
                    "",
                    true,
                    false,
                    false,
                    false,
                    1_800_000_000);

    @Test
    void anEntryInFull() {
        assertThat(SpireCommands.createEntry(ENTRY))
                .isEqualTo(
                        "spire-server entry create -spiffeID spiffe://acme.test/agent/triage"
                                + " -parentID spiffe://acme.test/node/one -selector unix:uid:1000"
                                + " -selector 'unix:user:o'\\''hara x' -x509SVIDTTL 300"
                                + " -entryExpiry 1800000000 -federatesWith spiffe://partner.test"
                                + " -dns triage.acme.test -admin");
        assertThat(SpireCommands.updateEntry("a b", ENTRY))
                .startsWith("spire-server entry update -entryID 'a b' -spiffeID ");
    }

    @Test
    void theShortOnes() {
        assertThat(SpireCommands.deleteEntry("$(x)"))
                .isEqualTo("spire-server entry delete -entryID '$(x)'");
        assertThat(SpireCommands.banNode(ENTRY.parentId()))
                .isEqualTo("spire-server agent ban -spiffeID spiffe://acme.test/node/one");
        assertThat(
                        SpireCommands.addFederation(
                                new FederationRelationship(
                                        TrustDomain.parse("partner.test"),
                                        "https://spire.partner.test:8443",
                                        new FederationRelationship.Profile.HttpsWeb(),
                                        Optional.empty())))
                .isEqualTo(
                        "spire-server federation create -trustDomain partner.test"
                                + " -bundleEndpointURL https://spire.partner.test:8443"
                                + " -bundleEndpointProfile https_web");
    }
}

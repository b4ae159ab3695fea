package dev.curfew.peers;

import static dev.curfew.containment.ItemReport.State.CONFIRMED;
import static dev.curfew.peers.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.Change;
import dev.curfew.containment.ChangeReport;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.identity.TrustBundle;
import dev.curfew.spire.Bundles;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two real servers that trust each other's bundle. */
@NeedsSpire
class RealSpireFederationTest {

    @Test
    void aRelationshipFetchesTheOthersBundleAndItsNextOne() {
        Binaries binaries = Binaries.find().orElseThrow();
        try (RealSpire acme = RealSpire.builder(binaries).start();
                RealSpire partner =
                        RealSpire.builder(binaries)
                                .trustDomain("partner.test")
                                .bundleEndpoint()
                                .start();
                Console here = Console.live();
                Console there = Console.live()) {
            here.connect(acme.localProfile(Console.NAME));
            there.connect(partner.localProfile(Console.NAME));
            TrustBundle first = value(there.server().bundles().own());

            ChangeReport added =
                    here.run(
                            new Change.AddFederation(
                                    new FederationRelationship(
                                            partner.trustDomain(),
                                            partner.bundleEndpointUrl(),
                                            new FederationRelationship.Profile.HttpsSpiffe(
                                                    SpiffeIds.server(partner.trustDomain())),
                                            Optional.of(first))));
            assertThat(Console.states(added)).containsExactly(CONFIRMED);

            value(there.server().authorities().prepare(AuthoritySlots.Kind.X509));
            assertThat(authorities(here, partner)).isEqualTo(1);
            ChangeReport refreshed = here.run(new Change.RefreshFederation(partner.trustDomain()));
            assertThat(Console.states(refreshed)).containsExactly(CONFIRMED);
            assertThat(authorities(here, partner)).isEqualTo(2);

            ChangeReport removed =
                    here.run(
                            new Change.RemoveFederation(
                                    value(here.server().federations().get(partner.trustDomain())),
                                    Optional.of(Bundles.DeleteMode.RESTRICT)));
            assertThat(Console.states(removed)).containsExactly(CONFIRMED);
            assertThat(Outcomes.failure(here.server().bundles().federated(partner.trustDomain())))
                    .extracting(failure -> failure.detail())
                    .isEqualTo("bundle not found");
        }
    }

    private static int authorities(Console here, RealSpire partner) {
        return value(here.server().bundles().federated(partner.trustDomain()))
                .x509Authorities()
                .size();
    }
}

package dev.curfew.uitests;

import static dev.curfew.uitests.Console.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.identity.TrustBundle;
import dev.curfew.peers.Answer;
import dev.curfew.peers.Binaries;
import dev.curfew.peers.NeedsSpire;
import dev.curfew.peers.RealSpire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two real servers: one learns from a file whom it meets at the other one's endpoint. */
@NeedsSpire
class RealSpireFederationWindowTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"spiffe", "pem"})
    void theFirstBundleFromAFileLetsTheServerFetchTheNextOnes(String format)
            throws IOException, TimeoutException {
        Binaries binaries = Binaries.find().orElseThrow();
        try (RealSpire acme = RealSpire.builder(binaries).start();
                RealSpire partner =
                        RealSpire.builder(binaries)
                                .trustDomain("partner.test")
                                .bundleEndpoint()
                                .start();
                Console console = Console.on(acme.localProfile("acme"), folder)) {
            Answer bundle = partner.cli("bundle", "show", "-format", format);
            Path file = Files.writeString(folder.resolve("partner." + format), bundle.text());
            console.arm();

            federate(console, partner.bundleEndpointUrl(), file);

            assertThat(console.hand().text("report-counts")).isEqualTo("1 confirmed");
            assertThat(console.newestAction()).isEqualTo(Console.WENT_WELL);
            assertThat(authorities(console, partner)).hasSize(1);

            partner.cli("localauthority", "x509", "prepare").text();
            value(console.server().federations().refresh(partner.trustDomain()));

            assertThat(authorities(console, partner)).hasSize(2);
        }
    }

    private static void federate(Console console, String url, Path bundle) {
        Hand hand = console.hand();
        hand.click("rail-trust");
        hand.click("trust-tabs-1");
        hand.click("trust-add");
        hand.type("federation-td", "partner.test");
        hand.type("federation-url", url);
        console.desk().willChoose(bundle);
        hand.click("federation-bundle-choose");
        hand.awaitText("federation-bundle-summary", "Of partner.test. X.509 authorities: 1,");
        hand.click("form-preview");
        hand.awaitText("preview-items", "X.509 authority");
        console.confirm();
    }

    private static List<TrustBundle.X509Authority> authorities(Console console, RealSpire partner) {
        return value(console.server().bundles().federated(partner.trustDomain())).x509Authorities();
    }

    @Test
    void withoutItNothingIsFetched() throws TimeoutException {
        Binaries binaries = Binaries.find().orElseThrow();
        try (RealSpire acme = RealSpire.builder(binaries).start();
                Console console = Console.on(acme.localProfile("acme"), folder)) {
            console.arm();
            Hand hand = console.hand();
            hand.click("rail-trust");
            hand.click("trust-tabs-1");
            hand.click("trust-add");
            hand.type("federation-td", "partner.test");
            hand.type("federation-url", "https://127.0.0.1:1");
            hand.awaitText("federation-note", "until then nothing is fetched");
            hand.click("form-preview");
            hand.awaitText("preview-sentences", "without its bundle nothing can be fetched");
        }
    }
}

package dev.curfew.views.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.TrustBundle;
import dev.curfew.outcome.Outcome;
import dev.curfew.store.JournalEntry;
import dev.curfew.text.Moments;
import dev.curfew.views.testing.Fx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.RadioButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first bundle of a new federation: given, said what is in it, sent, and found there. */
class FederationBundleTest {
    private static final String PARTNER = "partner.test";

    @TempDir Path folder;

    private static void with(Consumer<ActionLab> steps) {
        Fx.run(() -> {
            try (ActionLab lab = new ActionLab()) {
                steps.accept(lab.armed());
                assertThat(lab.crashes).isEmpty();
            }
        });
    }

    /** The very bundle of the lab's other trust domain, from its own server. */
    private static TrustBundle partner(ActionLab lab) {
        lab.backend.estates.connectNow(
                ConnectionProfile.local(
                        PARTNER,
                        Path.of(
                                lab.backend
                                        .lab
                                        .partner()
                                        .unixTarget()
                                        .substring("unix:".length()))));
        return value(value(lab.backend.estates.client(PARTNER)).bundles().own());
    }

    private static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Ok<T>(var value) -> value;
            case Outcome.Failed<T>(var why) -> throw new AssertionError(why.toString());
        };
    }

    private static String pem(TrustBundle bundle) {
        StringBuilder pem = new StringBuilder();
        bundle.x509Authorities()
                .forEach(authority ->
                        pem.append("-----BEGIN CERTIFICATE-----\n")
                                .append(
                                        Base64.getMimeEncoder()
                                                .encodeToString(authority.der().bytes()))
                                .append("\n-----END CERTIFICATE-----\n"));
        return pem.toString();
    }

    private static void unfederate(ActionLab lab) {
        lab.flow.removeFederation(lab.federation(PARTNER));
        lab.find("unfederate-dissociate", RadioButton.class).setSelected(true);
        lab.press("form-preview");
        lab.type("preview-typed", PARTNER);
        lab.press("preview-run");
        lab.press("report-close");
        assertThat(lab.server().federatedBundles().value())
                .noneMatch(one -> one.trustDomain().getName().equals(PARTNER));
    }

    private static void fill(ActionLab lab, String trustDomain) {
        lab.flow.addFederation();
        lab.type("federation-td", trustDomain);
        lab.type("federation-url", "https://spire.partner.test:8443");
    }

    @Test
    void aBundleInAFileIsSaidPreviewedSentAndFoundOnTheServer() {
        with(lab -> {
            TrustBundle bundle = partner(lab);
            TrustBundle.X509Authority root = bundle.x509Authorities().getFirst();
            unfederate(lab);
            fill(lab, PARTNER);
            lab.dialogs.willChoose(Optional.of(write("partner.pem", pem(bundle))));
            lab.press("federation-bundle-choose");
            assertThat(lab.text("federation-bundle-file")).endsWith("partner.pem");
            assertThat(lab.text("federation-bundle-summary"))
                    .startsWith(
                            "Of partner.test. X.509 authorities: %d,"
                                    .formatted(bundle.x509Authorities().size()));

            lab.press("form-preview");
            assertThat(lab.find("preview-items", PlainTable.class).getItems().toString())
                    .contains(
                            "field=X.509 authority, change=%s, until %s"
                                    .formatted(root.subjectKeyId(), Moments.utc(root.notAfter())));
            assertThat(lab.words()).doesNotContain("without its bundle nothing can be fetched");
            lab.press("preview-run");

            assertThat(lab.words()).contains("1 confirmed");
            FederationRelationship there =
                    value(lab.client().federations().get(bundle.trustDomain()));
            assertThat(there.bundle().orElseThrow().x509Authorities())
                    .extracting(TrustBundle.X509Authority::der)
                    .contains(root.der());
            assertThat(lab.journal.entries())
                    .extracting(JournalEntry::sent)
                    .anyMatch(sent -> sent.contains(root.subjectKeyId()));
        });
    }

    @Test
    void whatIsPastedIsReadAtOnceAndWhatIsWrongIsSaid() {
        with(lab -> {
            TrustBundle bundle = partner(lab);
            fill(lab, "supplier.test");
            lab.type("federation-bundle", "see attachment");
            assertThat(lab.text("federation-bundle-problem"))
                    .isEqualTo(
                            "This text is no trust bundle: it is neither a SPIFFE bundle (JSON) nor"
                                    + " certificates in PEM form.");
            lab.press("form-preview");
            assertThat(lab.shows("preview-run")).isFalse();

            lab.type("federation-bundle", pem(bundle));
            assertThat(lab.text("federation-bundle-problem"))
                    .isEqualTo("The bundle is of partner.test, and not of supplier.test.");
            lab.press("form-preview");
            assertThat(lab.shows("preview-run")).isFalse();

            lab.type("federation-bundle", "");
            assertThat(lab.text("federation-bundle-problem")).isEmpty();
            assertThat(lab.words()).contains("needs the other bundle");
        });
    }

    @Test
    void aFileThatIsNoBundleIsNamedAndCanBeTakenAway() {
        with(lab -> {
            fill(lab, "supplier.test");
            lab.dialogs.willChoose(Optional.of(write("key.pem", "-----BEGIN PRIVATE KEY-----\n")));
            lab.press("federation-bundle-choose");
            assertThat(lab.text("federation-bundle-problem"))
                    .startsWith("key.pem is no trust bundle: ");
            lab.press("federation-bundle-remove");
            assertThat(lab.text("federation-bundle-problem")).isEmpty();
        });
    }

    @Test
    void theWayBackFromThePreviewKeepsTheBundle() {
        with(lab -> {
            TrustBundle bundle = partner(lab);
            unfederate(lab);
            fill(lab, PARTNER);
            lab.type("federation-bundle", pem(bundle));
            lab.press("form-preview");
            lab.press("preview-back");
            assertThat(lab.text("federation-bundle-summary")).startsWith("Of partner.test.");
        });
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.curfew.views.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.SecretRef;
import dev.curfew.evidence.KeyPlace;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.OverlayPane;
import dev.curfew.views.screens.FakeEvidence;
import dev.curfew.views.testing.FakeDialogs;
import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.TestUi;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

class EvidenceExportTest {
    private final FakeEvidence desk = new FakeEvidence();
    private final FakeDialogs dialogs = new FakeDialogs();

    private final class Form {
        private final OverlayPane root = new OverlayPane(TestUi.texts());
        private final EvidenceExport export;

        Form() {
            Ui ui = TestUi.with(new InlineTasks(), dialogs, root);
            Scene scene = new Scene(root, 900, 700);
            new Look(true, 1).apply(scene);
            export = new EvidenceExport(desk, crash -> {}, ui);
        }

        Form open(String operation) {
            export.ask(operation);
            root.applyCss();
            root.layout();
            return this;
        }

        boolean isOpen() {
            return root.lookup("#evidence-key") != null;
        }

        TextField field(String id) {
            return (TextField) root.lookup("#" + id);
        }

        Form press(String id) {
            ((Button) root.lookup("#" + id)).fire();
            return this;
        }

        Form choose(int from) {
            ((ToggleButton) root.lookup("#evidence-from-" + from)).fire();
            return this;
        }

        String refusal() {
            ActionButton button = (ActionButton) root.lookup("#evidence-export");
            return button.isRefused() ? button.getAccessibleHelp() : "";
        }
    }

    private void use(Consumer<Form> steps) {
        Fx.run(() -> steps.accept(new Form()));
    }

    @Test
    void withoutAKeyTheButtonSaysWhy() {
        use(form -> {
            form.open("op-1");
            assertThat(form.refusal())
                    .isEqualTo("No signing key is set up. Choose its file, or make one.");
            form.field("evidence-key").setText("/keys/a.p12");
            assertThat(form.refusal()).isEqualTo("Choose where the pack goes.");
            form.choose(1);
            assertThat(form.refusal()).isEqualTo("Say which variable or file has the passphrase.");
            form.field("evidence-place").setText("PASS");
            form.field("evidence-file").setText("/out/a.zip");
            assertThat(form.refusal()).isEmpty();
            form.field("evidence-file").setText(" \0 ");
            assertThat(form.refusal()).isEqualTo("Choose where the pack goes.");
            form.press("evidence-export");
            assertThat(form.isOpen()).isTrue();
            assertThat(desk.asked).isEmpty();
        });
    }

    @Test
    void whatWasUsedLastIsFilledIn() {
        desk.known =
                Optional.of(
                        new KeyPlace(
                                Path.of("/keys/a.p12"), new SecretRef.SecretFile(Path.of("/p"))));
        dialogs.willChoose(Optional.of(Path.of("/out/a.zip")));
        use(form -> {
            form.open("op-1");
            assertThat(form.field("evidence-key").getText()).isEqualTo("/keys/a.p12");
            assertThat(form.field("evidence-place").getText()).isEqualTo("/p");
            form.press("evidence-file-choose").press("evidence-export");
            assertThat(form.isOpen()).isFalse();
        });
        assertThat(desk.asked)
                .containsExactly(
                        "export op-1 KeyPlace[file=/keys/a.p12,"
                                + " passphrase=SecretFile[path=/p]] to /out/a.zip, over it");
        assertThat(dialogs.told())
                .extracting(Notice::text)
                .containsExactly(
                        "Evidence is in a.zip. Signed by the key " + FakeEvidence.KEY.thumbprint());
    }

    @Test
    void aNameThatWasTypedDoesNotReplaceAFile() {
        use(form -> {
            form.open("c-1/3");
            form.field("evidence-key").setText("/keys/a.p12");
            form.field("evidence-file").setText("/out/a.zip");
            form.press("evidence-export");
        });
        // Of a step the whole containment is exported.
        assertThat(desk.asked)
                .containsExactly(
                        "export c-1 KeyPlace[file=/keys/a.p12, passphrase=Prompt[]]"
                                + " to /out/a.zip");
    }

    @Test
    void aKeyIsMadeAndFilledIn() {
        dialogs.willChoose(Optional.of(Path.of("/keys/new.p12")));
        use(form -> {
            form.open("op-1");
            form.choose(1).press("evidence-key-make");
            assertThat(form.field("evidence-key").getText()).isEqualTo("/keys/new.p12");
            assertThat(form.refusal()).isEqualTo("Choose where the pack goes.");
        });
        assertThat(desk.asked)
                .containsExactly("make KeyPlace[file=/keys/new.p12, passphrase=Prompt[]]");
        dialogs.told().getFirst().action().orElseThrow().run().run();
        assertThat(dialogs.clipboard()).isEqualTo(FakeEvidence.KEY.thumbprint());
    }

    @Test
    void aFailureIsToldInItsSentences() {
        desk.failure =
                Optional.of(
                        new Failure(
                                Reason.CREDENTIAL_UNREADABLE,
                                "/keys/a.p12",
                                "the passphrase is wrong"));
        use(form -> {
            form.open("op-1");
            form.field("evidence-key").setText("/keys/a.p12");
            form.field("evidence-file").setText("/out/a.zip");
            form.press("evidence-export");
        });
        assertThat(dialogs.told())
                .extracting(Notice::text)
                .containsExactly(
                        "The credential /keys/a.p12 can not be read. the passphrase is wrong."
                                + " Check path, format (PEM or PKCS#12), passphrase and file"
                                + " permissions.");
    }

    @Test
    void notesAndStoresInMemoryHaveNothingToExport() {
        use(form -> {
            assertThat(form.export.whyNot("op-1")).isEmpty();
            assertThat(form.export.whyNot("")).isEqualTo("This record belongs to no operation.");
            desk.keeps = false;
            assertThat(form.export.whyNot("op-1"))
                    .isEqualTo(
                            "This journal is in memory: nothing could be held against it later.");
        });
    }
}

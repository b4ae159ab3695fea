package dev.curfew.views.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.timing.LearnedTimings;
import dev.curfew.views.connections.ConnectionFormViewModel.Trial;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.OverlayPane;
import dev.curfew.views.screens.FakeDesk;
import dev.curfew.views.testing.FakeDialogs;
import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.TestUi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

/** The form in a scene without a display. */
class ConnectionFormTest {
    private final FakeDesk desk = new FakeDesk();
    private int saved;

    private final class Form {
        private final OverlayPane root = new OverlayPane(TestUi.texts());
        private final FakeDialogs dialogs = new FakeDialogs();
        private final ConnectionFormViewModel model;

        Form(Optional<ConnectionProfile> edited) {
            Ui ui = TestUi.with(new InlineTasks(), dialogs, root);
            Scene scene = new Scene(root, 900, 800);
            new Look(true, 1).apply(scene);
            model = new ConnectionFormViewModel(edited, desk, Set.of("policies"), () -> TestUi.NOW);
            ConnectionForm.open(model, "", () -> saved++, ui);
            root.applyCss();
            root.layout();
        }

        <N extends Node> N find(String id, Class<N> type) {
            return type.cast(root.lookup("#" + id));
        }

        Form type(String id, String text) {
            find(id, TextField.class).setText(text);
            return this;
        }

        Form press(String id) {
            find(id, Button.class).fire();
            root.applyCss();
            root.layout();
            return this;
        }

        String problem(String id) {
            Label label = find(id + "-problem", Label.class);
            return label.getParent().isVisible() && label.getParent().getParent().isVisible()
                    ? label.getText()
                    : "";
        }

        String note(String id) {
            Label label = find(id + "-note", Label.class);
            return label.getParent().isVisible() ? label.getText() : "";
        }

        boolean isOpen() {
            return root.isCovered();
        }
    }

    @Test
    void saysNothingBeforeAnythingWasTyped() {
        Fx.run(() -> {
            Form form = new Form(Optional.empty());
            assertThat(form.problem("connection-name")).isEmpty();
            assertThat(form.problem("connection-address")).isEmpty();
        });
    }

    @Test
    void saysBesideEachFieldWhatIsWrong() {
        Fx.run(() -> {
            desk.saved().set(List.of(new ConnectionDesk.Saved(local("acme"), false)));
            Form form =
                    new Form(Optional.empty())
                            .type("connection-name", "acme")
                            .type("connection-address", "spire.test")
                            .type("connection-jwt-ttl", "5 x");
            assertThat(form.problem("connection-name"))
                    .isEqualTo("Another connection has this name.");
            form.type("connection-name", "policies");
            assertThat(form.problem("connection-name"))
                    .isEqualTo("Another connection has this name.");
            assertThat(form.problem("connection-address")).isEqualTo("The port is missing.");
            assertThat(form.problem("connection-jwt-ttl"))
                    .isEqualTo("X is not a unit; the units are d, h, m and s.");
            form.type("connection-address", "spire.test:8081");
            assertThat(form.problem("connection-address")).contains("admin SVID");
            form.find("connection-kind-2", ToggleButton.class).fire();
            assertThat(form.problem("connection-address")).isEmpty();
            assertThat(
                            form.find("connection-certificates", TextField.class)
                                    .getParent()
                                    .getParent()
                                    .isVisible())
                    .isTrue();
        });
    }

    @Test
    void savingAsksForWhatIsMissingAndKeepsWhatIsWhole() {
        Fx.run(() -> {
            Form form = new Form(Optional.empty()).press("connection-save");
            assertThat(form.problem("connection-name")).isEqualTo("Give it a name.");
            assertThat(form.isOpen()).isTrue();
            form.type("connection-name", "prod")
                    .type("connection-address", "unix:/run/api.sock")
                    .press("connection-save");
            assertThat(desk.kept()).containsExactly(local("prod"));
            assertThat(form.isOpen()).isFalse();
            assertThat(saved).isEqualTo(1);
        });
    }

    @Test
    void aRefusedSaveStaysOpenAndSaysWhy() {
        Fx.run(() -> {
            desk.willRefuse(new Failure(Reason.STORE_BUSY, "curfew.db", "locked"));
            Form form = new Form(Optional.of(local("prod"))).press("connection-save");
            assertThat(form.isOpen()).isTrue();
            assertThat(form.model.trialProperty().get()).isInstanceOf(Trial.Failed.class);
        });
    }

    @Test
    void aTestSavesNothingAndIsForgottenWhenSomethingChanges() {
        Fx.run(() -> {
            Form form = new Form(Optional.of(local("prod"))).press("connection-test");
            assertThat(form.model.trialProperty().get()).isInstanceOf(Trial.Testing.class);
            desk.answerTest(Outcome.failed(Reason.SOCKET_MISSING, "unix:/run/api.sock", "gone"));
            assertThat(form.find("connection-trial", Node.class).getAccessibleText())
                    .contains("There is no socket at unix:/run/api.sock.");
            assertThat(desk.kept()).isEmpty();
            form.type("connection-address", "unix:/run/other.sock");
            assertThat(form.model.trialProperty().get()).isInstanceOf(Trial.None.class);
        });
    }

    @Test
    void eachTimingSaysWhereItComesFromAndWhatIsTypedIsDeclared() {
        Fx.run(() -> {
            Form form = new Form(Optional.of(local("prod")));
            assertThat(form.note("connection-jwt-ttl")).isEqualTo("SPIRE's default, assumed");
            form.type("connection-jwt-ttl", "10 m");
            assertThat(form.note("connection-jwt-ttl")).isEqualTo("declared, 0 s ago");
            assertThat(form.note("connection-x509-ttl")).isEqualTo("SPIRE's default, assumed");
            form.type("connection-jwt-ttl", "never");
            assertThat(form.note("connection-jwt-ttl")).isEmpty();
        });
    }

    @Test
    void whatWasLearnedStandsInItsFieldsAndIsKeptWhenItIsSaved() {
        Fx.run(() -> {
            Form form =
                    new Form(Optional.of(local("prod")))
                            .type("connection-agent-sync", "7 s")
                            .press("connection-learn");
            assertThat(form.model.trialProperty().get()).isInstanceOf(Trial.None.class);
            form.dialogs.confirmLast();
            assertThat(form.model.trialProperty().get()).isInstanceOf(Trial.Learning.class);
            desk.answerLearning(
                    Outcome.ok(
                            new LearnedTimings(
                                    Map.of(
                                            Timing.DEFAULT_X509_TTL,
                                            TimingValue.learned(Duration.ofHours(4), TestUi.NOW)),
                                    Optional.empty())));
            assertThat(form.find("connection-x509-ttl", TextField.class).getText())
                    .isEqualTo("4 h");
            assertThat(form.note("connection-x509-ttl"))
                    .isEqualTo("learned from the server, 0 s ago");
            assertThat(form.find("connection-trial", Node.class).getAccessibleText())
                    .contains("1 timings were learned.");
            form.press("connection-save");
            ServerTimings kept = desk.kept().getFirst().timings();
            assertThat(kept.of(Timing.DEFAULT_X509_TTL))
                    .isEqualTo(TimingValue.learned(Duration.ofHours(4), TestUi.NOW));
            assertThat(kept.of(Timing.AGENT_SYNC))
                    .isEqualTo(TimingValue.declared(Duration.ofSeconds(7), TestUi.NOW));
            assertThat(kept.of(Timing.CA_TTL)).isEqualTo(TimingValue.assumed(Timing.CA_TTL));
        });
    }

    @Test
    void learningThatFailsChangesNoField() {
        Fx.run(() -> {
            Form form = new Form(Optional.of(local("prod"))).press("connection-learn");
            form.dialogs.confirmLast();
            desk.answerLearning(Outcome.failed(Reason.NO_ANSWER, "prod", "timeout"));
            assertThat(form.model.trialProperty().get()).isInstanceOf(Trial.Failed.class);
            assertThat(form.find("connection-x509-ttl", TextField.class).getText())
                    .isEqualTo("1 h");
        });
    }

    @Test
    void aSecretIsHandedOnOnceAndClearedFromTheField() {
        Fx.run(() -> {
            OverlayPane root = new OverlayPane(TestUi.texts());
            Scene scene = new Scene(root, 900, 800);
            new Look(true, 1).apply(scene);
            Ui ui = TestUi.with(new InlineTasks(), new FakeDialogs(), root);
            List<String> answers = new ArrayList<>();
            new SecretQuestion(ui)
                    .ask(
                            "the key store",
                            secret -> answers.add(secret.map(String::new).orElse("-")));
            PasswordField field = (PasswordField) root.lookup("#secret-field");
            field.setText("open sesame");
            ((Button) root.lookup("#secret-use")).fire();
            assertThat(answers).containsExactly("open sesame");
            assertThat(field.getText()).isEmpty();
            assertThat(root.isCovered()).isFalse();
        });
    }

    private static ConnectionProfile local(String name) {
        return ConnectionProfile.local(name, Path.of("/run/api.sock"));
    }
}

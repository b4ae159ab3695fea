package dev.curfew.views.backends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.map.GrantMapping;
import dev.curfew.estate.BackendTrial;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyWarning;
import dev.curfew.views.backends.BackendFormViewModel.Trial;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.OverlayPane;
import dev.curfew.views.screens.FakeBackends;
import dev.curfew.views.testing.FakeDialogs;
import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.TestUi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

/** The form in a scene without a display. */
class BackendFormTest {
    private final FakeBackends desk = FakeBackends.with(FakeBackends.policies());
    private int saved;

    private final class Form {
        private final OverlayPane root = new OverlayPane(TestUi.texts());
        private final FakeDialogs dialogs = new FakeDialogs();
        private final BackendFormViewModel model;

        Form(Optional<PolicyProfile> edited) {
            Ui ui = TestUi.with(new InlineTasks(), dialogs, root);
            Scene scene = new Scene(root, 900, 800);
            new Look(true, 1).apply(scene);
            model = new BackendFormViewModel(edited, desk, Set.of("prod"));
            BackendForm.open(model, () -> saved++, ui);
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

        Form choose(String id) {
            find(id, ToggleButton.class).fire();
            return this;
        }

        boolean isAsked(String id) {
            return find(id, TextField.class).getParent().getParent().isVisible();
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

        String said(String id) {
            return find(id, Node.class).getAccessibleText();
        }

        boolean isOpen() {
            return root.isCovered();
        }
    }

    private Form whole() {
        return new Form(Optional.empty())
                .type("backend-name", "policies")
                .type("backend-address", "authz.acme.test:8081");
    }

    private static BackendTrial found(
            int relationships, int grants, List<String> unmapped, List<PolicyWarning> warnings) {
        return new BackendTrial(
                Duration.ofMillis(4),
                EnumSet.complementOf(
                        EnumSet.of(PolicyCapability.LIST_POLICIES, PolicyCapability.QUARANTINE)),
                warnings,
                relationships,
                grants,
                new TreeSet<>(unmapped),
                true,
                Optional.empty());
    }

    @Test
    void saysNothingBeforeAnythingWasTypedAndThenBesideEachField() {
        Fx.run(() -> {
            Form form = new Form(Optional.empty());
            assertThat(form.problem("backend-name")).isEmpty();
            assertThat(form.problem("backend-address")).isEmpty();
            form.type("backend-name", "policies-eu").type("backend-address", "authz");
            assertThat(form.problem("backend-name")).isEqualTo("Another connection has this name.");
            assertThat(form.problem("backend-address")).isEqualTo("The port is missing.");
            form.type("backend-name", "prod");
            assertThat(form.problem("backend-name")).isEqualTo("Another connection has this name.");
            form.press("backend-save");
            assertThat(form.isOpen()).isTrue();
            assertThat(desk.kept()).isEmpty();
        });
    }

    @Test
    void eachKindIsAskedForWhatItHas() {
        Fx.run(() -> {
            Form form = new Form(Optional.empty());
            assertThat(form.isAsked("backend-store")).isTrue();
            assertThat(form.isAsked("backend-mapping")).isTrue();
            assertThat(form.find("backend-admin", Node.class).getParent().isVisible()).isFalse();
            form.choose("backend-kind-2");
            assertThat(form.isAsked("backend-store")).isFalse();
            assertThat(form.find("backend-admin", Node.class).getParent().isVisible()).isTrue();
            form.choose("backend-admin-1");
            assertThat(form.isAsked("backend-admin-user")).isTrue();
            assertThat(form.isAsked("backend-admin-secret")).isTrue();
            form.choose("backend-kind-3");
            assertThat(form.isAsked("backend-admin-user")).isFalse();
        });
    }

    @Test
    void plaintextIsWarnedOfLoudlyUnlessItStaysHere() {
        Fx.run(() -> {
            Form form = whole();
            assertThat(form.find("backend-plaintext", Node.class).isVisible()).isFalse();
            form.choose("backend-way-1");
            assertThat(form.said("backend-plaintext"))
                    .startsWith("Not encrypted: whoever is on the way reads the key");
            assertThat(form.find("backend-plaintext", Node.class).getStyleClass())
                    .contains("tone-danger");
            assertThat(form.isAsked("backend-authorities")).isFalse();
            form.type("backend-address", "127.0.0.1:8081");
            assertThat(form.said("backend-plaintext"))
                    .isEqualTo("Not encrypted, and it does not leave this machine. ");
        });
    }

    @Test
    void aMappingIsReadAtOnceAndItsLineNamed() {
        Fx.run(() -> {
            desk.mapping(
                    "/etc/bad.yaml",
                    Outcome.failed(
                            Reason.INVALID_RULES, "/etc/bad.yaml", "line 3: agnt is no kind"));
            desk.mapping("/etc/good.yaml", Outcome.ok(GrantMapping.AGENTS));
            Form form = whole().type("backend-mapping", "/etc/bad.yaml");
            assertThat(form.problem("backend-mapping")).isEqualTo("Line 3: agnt is no kind.");
            form.press("backend-test").press("backend-save");
            assertThat(desk.asked()).isEmpty();
            assertThat(form.isOpen()).isTrue();
            form.type("backend-mapping", "/etc/good.yaml");
            assertThat(form.problem("backend-mapping")).isEmpty();
            assertThat(form.note("backend-mapping"))
                    .isEqualTo("It can be read: 5 types, 1 hop, 5 rights.");
            form.press("backend-save");
            assertThat(desk.kept().getFirst().mapping()).contains(Path.of("/etc/good.yaml"));
        });
    }

    @Test
    void tryingSaysWhatWasFoundAndSavesNothing() {
        Fx.run(() -> {
            Form form = whole().press("backend-test");
            assertThat(form.model.trialProperty().get()).isInstanceOf(Trial.Trying.class);
            desk.answerTest(Outcome.ok(found(95, 62, List.of(), List.of())));
            assertThat(form.said("backend-trial"))
                    .isEqualTo(
                            "OpenFGA answers in 4 ms. It keeps 95 relationships. With this mapping"
                                    + " they say 62 grants. Not to be had here: List policies;"
                                    + " Deny a subject everything.");
            assertThat(form.find("backend-trial", Node.class).getStyleClass())
                    .contains("tone-success");
            assertThat(desk.kept()).isEmpty();
            form.type("backend-store", "other");
            assertThat(form.model.trialProperty().get()).isInstanceOf(Trial.None.class);
        });
    }

    @Test
    void anotherModelAndAnOpenEngineAreWarnedOf() {
        Fx.run(() -> {
            Form form = whole().press("backend-test");
            desk.answerTest(
                    Outcome.ok(
                            found(
                                    2,
                                    0,
                                    List.of("doc#viewer"),
                                    List.of(PolicyWarning.OPEN_ENGINE))));
            assertThat(form.said("backend-trial"))
                    .contains("None of it is read as delegation")
                    .contains("Not named by the mapping: doc#viewer.")
                    .contains("openfga:authz.acme.test:8081 asks for no key");
            assertThat(form.find("backend-trial", Node.class).getStyleClass())
                    .contains("tone-warning");
        });
    }

    @Test
    void whatGoesWrongIsExplainedAndLosesNothing() {
        Fx.run(() -> {
            Form form = whole().press("backend-test");
            desk.answerTest(
                    Outcome.failed(
                            Reason.STORE_UNKNOWN, "agents", "there are acme (01J), test (01K)"));
            assertThat(form.said("backend-trial"))
                    .contains("Which store is meant by agents is not clear.")
                    .contains("there are acme (01J), test (01K)")
                    .contains("Name one of them after the port");
            desk.willRefuse(new Failure(Reason.ALREADY_EXISTS, "The connection policies", ""));
            form.press("backend-save");
            assertThat(form.isOpen()).isTrue();
            assertThat(form.model.trialProperty().get()).isInstanceOf(Trial.Failed.class);
            assertThat(form.find("backend-address", TextField.class).getText())
                    .isEqualTo("authz.acme.test:8081");
            assertThat(saved).isZero();
        });
    }

    @Test
    void anEditedOneIsKeptAsItWasButForWhatWasChanged() {
        Fx.run(() -> {
            Form form = new Form(Optional.of(FakeBackends.policies()));
            assertThat(form.problem("backend-name")).isEmpty();
            assertThat(form.find("backend-secret", TextField.class).getText()).isEqualTo("FGA_KEY");
            form.press("backend-save");
            assertThat(desk.kept()).containsExactly(FakeBackends.policies());
            assertThat(form.isOpen()).isFalse();
            assertThat(saved).isEqualTo(1);
        });
    }

    @Test
    void cancellingStopsATry() {
        Fx.run(() -> {
            Form form = whole().press("backend-test").press("backend-cancel");
            assertThat(desk.asked())
                    .containsExactly("test openfga:authz.acme.test:8081", "stop test");
            assertThat(form.isOpen()).isFalse();
        });
    }
}

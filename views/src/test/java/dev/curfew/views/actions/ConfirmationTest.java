package dev.curfew.views.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.identity.RegistrationEntry;
import dev.curfew.views.testing.Fx;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Who may run what, and by which keys. */
class ConfirmationTest {
    private static void with(Consumer<ActionLab> steps) {
        Fx.run(() -> {
            try (ActionLab lab = new ActionLab()) {
                steps.accept(lab);
                assertThat(lab.crashes).isEmpty();
            }
        });
    }

    @Test
    void enterNeverConfirmsWhatIsDestructive() {
        with(lab -> {
            RegistrationEntry entry = lab.entry("web-researcher");
            lab.armed().flow.delete(List.of(entry));
            assertThat(lab.focus()).isEqualTo("preview-cancel");
            lab.type("preview-typed", "web-researcher");
            lab.button("preview-run").requestFocus();
            lab.key(KeyCode.ENTER);
            lab.find("preview-typed", javafx.scene.control.TextField.class).requestFocus();
            lab.key(KeyCode.ENTER);
            assertThat(lab.onServer(entry.id())).isPresent();
            assertThat(lab.shows("preview-run")).isTrue();
        });
    }

    @Test
    void escapeCancelsAndGivesTheFocusBack() {
        with(lab -> {
            lab.armed().flow.delete(List.of(lab.entry("web-researcher")));
            lab.key(KeyCode.ESCAPE);
            assertThat(lab.root.isCovered()).isFalse();
            assertThat(lab.scene.getFocusOwner()).isSameAs(lab.below);
            assertThat(lab.journal.entries()).isEmpty();
            // Only the gate itself goes on listening.
            assertThat(lab.tickers).hasSize(1);
        });
    }

    @Test
    void aFormWithInputAsksBeforeItCloses() {
        with(lab -> {
            lab.armed().flow.create(Optional.empty());
            lab.type("entry-hint", "half an entry");
            lab.key(KeyCode.ESCAPE);
            assertThat(lab.shows("entry-hint")).isTrue();
            assertThat(lab.dialogs.asked()).hasSize(1);
            lab.dialogs.confirmLast();
            assertThat(lab.shows("entry-hint")).isFalse();
            lab.flow.create(Optional.empty());
            lab.key(KeyCode.ESCAPE);
            assertThat(lab.root.isCovered()).isFalse();
        });
    }

    @Test
    void aReadOnlyConnectionCanBeArmedFromThePreview() {
        with(lab -> {
            assertThat(lab.flow.whyNot().getValue()).isPresent();
            RegistrationEntry entry = lab.entry("web-researcher");
            lab.flow.delete(List.of(entry));
            lab.type("preview-typed", "web-researcher");
            assertThat(lab.button("preview-run").isRefused()).isTrue();
            assertThat(lab.words()).contains("acme is read-only");
            lab.press("preview-arm");
            assertThat(lab.flow.whyNot().getValue()).isEmpty();
            assertThat(lab.shows("preview-arm")).isFalse();
            lab.press("preview-run");
            assertThat(lab.onServer(entry.id())).isEmpty();
        });
    }

    @Test
    void whyNotFollowsTheArming() {
        with(lab -> {
            assertThat(lab.flow.whyNot().getValue())
                    .contains("acme is read-only. Arm it to make changes.");
            lab.arming.arm(ActionLab.ACME, java.time.Duration.ofMinutes(1));
            lab.tick();
            assertThat(lab.flow.whyNot().getValue()).isEmpty();
            lab.arming.disarm(ActionLab.ACME);
            lab.tick();
            assertThat(lab.flow.whyNot().getValue()).isPresent();
        });
    }

    @Test
    void theRunnerItselfRefusesAReadOnlyConnection() {
        with(lab -> {
            RegistrationEntry entry = lab.entry("web-researcher");
            lab.armed().flow.delete(List.of(entry));
            lab.type("preview-typed", "web-researcher");
            // It falls back between the last second and the click.
            lab.arming.disarm(ActionLab.ACME);
            lab.press("preview-run");
            assertThat(lab.onServer(entry.id())).isPresent();
            assertThat(lab.words()).contains("acme is read-only").contains("Arm the connection");
            lab.press("report-arm");
            assertThat(lab.flow.whyNot().getValue()).isEmpty();
            lab.type("preview-typed", "web-researcher");
            lab.press("preview-run");
            assertThat(lab.onServer(entry.id())).isEmpty();
        });
    }

    @Test
    void aPlanIsMadeAnewEverySecond() {
        with(lab -> {
            lab.armed().flow.delete(List.of(lab.entry("web-researcher")));
            lab.press("preview-bound-x509-why");
            assertThat(lab.find("preview-bound-x509-terms", javafx.scene.Node.class).isVisible())
                    .isTrue();
            lab.tick();
            assertThat(lab.find("preview-bound-x509-terms", javafx.scene.Node.class).isVisible())
                    .isTrue();
            assertThat(lab.text("preview-bound-x509-away")).isEqualTo("in 15 m 05 s");
        });
    }

    @Test
    void aPlanWithRefusalsHasNoRunButton() {
        with(lab -> {
            RegistrationEntry entry = lab.entry("web-researcher");
            lab.armed().flow.liftBan(lab.node("k8s_psat"));
            assertThat(lab.shows("preview-run")).isFalse();
            assertThat(lab.words()).contains("it is not banned");
            assertThat(entry).isNotNull();
        });
    }
}

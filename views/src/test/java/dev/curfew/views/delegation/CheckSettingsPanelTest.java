package dev.curfew.views.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.check.CheckId;
import dev.curfew.delegation.check.CheckSetting;
import dev.curfew.delegation.check.CheckSettings;
import dev.curfew.delegation.check.CheckSettingsText;
import dev.curfew.delegation.check.Severity;
import dev.curfew.views.delegation.FindingRow.Found;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Look;
import dev.curfew.views.testing.Fx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class CheckSettingsPanelTest {
    private static DelegationWindow window() {
        DelegationWindow window =
                new DelegationWindow(Optional.of(Acme.snapshot()), new Look(true, 1), 1440, 900);
        fire(window, "#delegation-shape-2");
        fire(window, "#findings-settings");
        return window;
    }

    private static void fire(DelegationWindow window, String id) {
        Gallery.snapshot(window.scene);
        switch (window.node(id)) {
            case Button button -> button.fire();
            case ToggleButton button -> button.fire();
            default -> throw new IllegalStateException(id);
        }
        Gallery.snapshot(window.scene);
    }

    private static TextField field(DelegationWindow window, String id) {
        return (TextField) window.node(id);
    }

    private static List<Found> of(DelegationWindow window, CheckId check) {
        return window.findings.stateProperty().get().findings().orElseThrow().rows().stream()
                .filter(row -> row.check() == check && row instanceof Found)
                .map(Found.class::cast)
                .toList();
    }

    private static void press(DelegationWindow window, KeyCode code) {
        window.scene
                .getFocusOwner()
                .fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        Gallery.snapshot(window.scene);
    }

    @Test
    void aThresholdIsSetWithTheKeyboardAndEverythingIsCheckedByIt() {
        Fx.run(() -> {
            DelegationWindow window = window();
            assertThat(of(window, CheckId.D07)).isEmpty();
            TextField deepest = field(window, "#checks-deepest");
            assertThat(window.scene.getFocusOwner()).isSameAs(deepest);
            assertThat(deepest.getText()).isEqualTo("3");
            deepest.setText("2");
            press(window, KeyCode.ENTER);
            assertThat(of(window, CheckId.D07))
                    .extracting(found -> found.finding().grants())
                    .containsExactly(List.of("g6"), List.of("g16"));
            assertThat(window.journaled())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.action()).isEqualTo("set-checks"));
            // The panel stays open, and what was set is there after a restart.
            assertThat(window.node("#checks-panel").isVisible()).isTrue();
            assertThat(
                            new CheckSettingsModel(window.findings, window.ui)
                                    .stateProperty()
                                    .get()
                                    .text(CheckSetting.DEEPEST))
                    .isEqualTo("2");
            press(window, KeyCode.ESCAPE);
            assertThat(window.root.lookup("#checks-panel")).isNull();
        });
    }

    @Test
    void nonsenseIsToldBesideItsFieldAndHoldsNothing() {
        Fx.run(() -> {
            DelegationWindow window = window();
            field(window, "#checks-unused-for").setText("a month");
            Gallery.snapshot(window.scene);
            assertThat(((Label) window.node("#checks-unused-for-problem")).getText())
                    .isEqualTo("A number is missing before a month.");
            assertThat(((ActionButton) window.node("#checks-save")).isRefused()).isTrue();
            fire(window, "#checks-save");
            assertThat(window.journaled()).isEmpty();
            // Newer facts take nothing of what is typed.
            window.feed.set(Optional.of(Acme.snapshot()));
            Gallery.snapshot(window.scene);
            assertThat(field(window, "#checks-unused-for").getText()).isEqualTo("a month");
            fire(window, "#checks-defaults");
            assertThat(field(window, "#checks-unused-for").getText()).isEqualTo("30 d");
            assertThat(((ActionButton) window.node("#checks-defaults")).isRefused()).isTrue();
        });
    }

    @Test
    void aCrownJewelMakesItsFindingsOneStepWorse() {
        Fx.run(() -> {
            DelegationWindow window = window();
            assertThat(of(window, CheckId.D15))
                    .extracting(Found::severity)
                    .containsOnly(Severity.HIGH);
            field(window, "#checks-crown-jewels").setText("prod-*");
            field(window, "#checks-reason").setText("review 12");
            fire(window, "#checks-save");
            assertThat(of(window, CheckId.D15))
                    .extracting(Found::severity)
                    .containsOnly(Severity.CRITICAL);
            assertThat(field(window, "#checks-reason").getText()).isEmpty();
            assertThat(CheckSettingsText.changed(window.findings.memory().settings().inForce()))
                    .isEqualTo(Map.of(CheckSetting.CROWN_JEWELS, "prod-*"));
            fire(window, "#checks-defaults");
            fire(window, "#checks-save");
            assertThat(window.findings.memory().settings().inForce())
                    .isEqualTo(CheckSettings.DEFAULT);
            assertThat(of(window, CheckId.D15))
                    .extracting(Found::severity)
                    .containsOnly(Severity.HIGH);
        });
    }
}

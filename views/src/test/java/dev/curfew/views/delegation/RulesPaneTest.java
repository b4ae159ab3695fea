package dev.curfew.views.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.rules.Grouped.Group;
import dev.curfew.delegation.rules.RulesText;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.graph.Pick;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Look;
import dev.curfew.views.testing.Fx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesPaneTest {
    private static final Look DARK = new Look(true, 1);
    private static final String FORBID_ALL = "version: 1\ndefault: forbid\n";

    private static DelegationWindow window() {
        return window(DARK, 1440, 900);
    }

    private static DelegationWindow window(Look look, int width, int height) {
        DelegationWindow window =
                new DelegationWindow(Optional.of(Acme.snapshot()), look, width, height);
        fire(window, "#delegation-shape-3");
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

    private static List<String> texts(DelegationWindow window, String id) {
        Gallery.snapshot(window.scene);
        return window.node(id).lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static TableView<Group> matrix(DelegationWindow window) {
        return (TableView<Group>) window.node("#rules-matrix");
    }

    private static TextArea text(DelegationWindow window) {
        return (TextArea) window.node("#rules-text");
    }

    private static ActionButton button(DelegationWindow window, String id) {
        return (ActionButton) window.node(id);
    }

    private static void choose(DelegationWindow window, String from, String to) {
        TableView<Group> table = matrix(window);
        int row =
                table.getItems().stream()
                        .map(Group::name)
                        .toList()
                        .indexOf("spiffe://acme.test/agent/" + from);
        table.getSelectionModel()
                .clearAndSelect(
                        row,
                        table.getColumns().stream()
                                .filter(column -> column.getId().endsWith("/" + to))
                                .findFirst()
                                .orElseThrow());
        Gallery.snapshot(window.scene);
    }

    @Test
    void theMatrixSaysWhatIsForbiddenAndThereAllTheSame() {
        Fx.run(() -> {
            DelegationWindow window = window();
            assertThat(texts(window, ".findings-head"))
                    .contains(
                            "1 rule, by default allowed; 0 about nothing that is there."
                                    + " 9 delegations, 1 not permitted. Judged 0 s ago.");
            choose(window, "web-researcher", "deploy-bot");
            assertThat(texts(window, "#rules-details"))
                    .contains(
                            "web-researcher → deploy-bot",
                            "forbidden",
                            "deploy-bot takes orders from people only",
                            "Forbidden by \"deploy-bot takes orders from people only\".");
            fire(window, "#rules-grant-g6");
            assertThat(window.graph().selectedProperty().get())
                    .contains(
                            new Pick.OfArrow(
                                    Folded.arrow(
                                            Folds.idOf(Acme.RESEARCHER),
                                            Folds.idOf(Acme.DEPLOYER))));
        });
    }

    @Test
    void classesAndTrustDomainsStandForThoseInThem() {
        Fx.run(() -> {
            DelegationWindow window = window();
            fire(window, "#rules-by-2");
            assertThat(matrix(window).getItems())
                    .extracting(Group::name)
                    .containsExactly("user:*", "acme.test");
            fire(window, "#rules-by-1");
            assertThat(matrix(window).getColumns()).hasSize(3);
        });
    }

    @Test
    void aRuleIsListedWithWhatItDecides() {
        Fx.run(() -> {
            DelegationWindow window = window();
            fire(window, "#rules-part-1");
            TableView<?> list = (TableView<?>) window.node("#rules-list");
            list.getSelectionModel().select(0);
            assertThat(texts(window, "#rules-details"))
                    .contains(
                            "deploy-bot takes orders from people only",
                            "forbids",
                            "It can change what runs in production.",
                            "acme.test/agent/web-*");
        });
    }

    @Test
    void aMistakeIsNamedWithItsPlaceAndCanNotBeSaved() {
        Fx.run(() -> {
            DelegationWindow window = window();
            fire(window, "#rules-part-2");
            text(window).setText("version: 1\ndefault: maybe\n");
            assertThat(texts(window, ".rules-verdict"))
                    .contains("Line 2, column 10: allow or forbid is expected here.");
            assertThat(button(window, "#rules-save").isRefused()).isTrue();
            fire(window, "#rules-save");
            assertThat(window.kept.text()).contains(Acme.RULES);
            assertThat(window.journaled()).isEmpty();
            fire(window, "#rules-goThere");
            assertThat(text(window).getSelectedText()).isEqualTo("maybe");
        });
    }

    @Test
    void whatIsSavedIsInForceAtOnce() {
        Fx.run(() -> {
            DelegationWindow window = window();
            fire(window, "#rules-part-2");
            assertThat(button(window, "#rules-save").isRefused()).isTrue();
            text(window).setText(FORBID_ALL);
            assertThat(texts(window, ".rules-verdict"))
                    .contains(
                            "0 rules, by default forbidden.",
                            "In force, they would not permit 9 of the 9 delegations that are"
                                    + " there.");
            assertThat(window.feed.get().orElseThrow().forbidden()).isEmpty();
            assertThat(window.model.stateProperty().get().folded().forbidden()).isEqualTo(1);
            TextField reason = (TextField) window.node("#rules-reason");
            reason.setText("review 12");
            fire(window, "#rules-save");
            assertThat(reason.getText()).isEmpty();
            assertThat(window.journaled())
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.action()).isEqualTo("save-rules");
                        assertThat(entry.operator()).isEqualTo("oncall");
                        assertThat(entry.reason()).isEqualTo("review 12");
                        assertThat(entry.subject())
                                .isEqualTo("delegation rules: 1 removed, default forbid");
                    });
            assertThat(window.kept.text()).contains(FORBID_ALL);
            assertThat(window.kept.draft()).isEmpty();
            assertThat(window.model.stateProperty().get().folded().forbidden()).isEqualTo(9);
            assertThat(window.dialogs.told().getLast().text()).startsWith("The rules are in force");
        });
    }

    @Test
    void whatWasTypedStaysWhereverOneGoes() {
        Fx.run(() -> {
            DelegationWindow window = window();
            fire(window, "#rules-part-2");
            text(window).setText("version: 1\nno");
            fire(window, "#delegation-shape-0");
            window.feed.set(Optional.of(Acme.snapshot()));
            fire(window, "#delegation-shape-3");
            assertThat(text(window).getText()).isEqualTo("version: 1\nno");
            assertThat(window.kept.draft()).contains("version: 1\nno");
            RulesModel restarted =
                    new RulesModel(
                            window.kept, window.findings, "oncall", Duration.ZERO, window.ui);
            assertThat(restarted.stateProperty().get().text()).isEqualTo("version: 1\nno");
            assertThat(restarted.stateProperty().get().saved()).isEqualTo(Acme.RULES);
            fire(window, "#rules-discard");
            window.dialogs.confirmLast();
            assertThat(text(window).getText()).isEqualTo(Acme.RULES);
            assertThat(window.kept.draft()).isEmpty();
        });
    }

    @Test
    void rulesComeFromAFileAndGoToOne(@TempDir Path folder) throws Exception {
        Path from = Files.writeString(folder.resolve("in.yaml"), FORBID_ALL);
        Path to = folder.resolve("out.yaml");
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xc3, 0x28});
        Fx.run(() -> {
            DelegationWindow window = window();
            fire(window, "#rules-part-2");
            window.dialogs.willChoose(Optional.of(from));
            fire(window, "#rules-load");
            assertThat(text(window).getText()).isEqualTo(FORBID_ALL);
            window.dialogs.willChoose(Optional.of(binary));
            fire(window, "#rules-load");
            assertThat(window.dialogs.told().getLast().text())
                    .contains("it is not UTF-8", "What stands in the editor is as it was");
            window.dialogs.willChoose(Optional.of(to));
            fire(window, "#rules-store");
        });
        assertThat(to).hasContent(FORBID_ALL);
    }

    @Test
    void anExampleHelpsToBegin() {
        Fx.run(() -> {
            DelegationWindow window = window();
            fire(window, "#rules-part-2");
            text(window).setText("");
            fire(window, "#rules-example");
            assertThat(text(window).getText()).isEqualTo(RulesText.example());
            assertThat(button(window, "#rules-save").isRefused()).isFalse();
        });
    }

    /** A person looks at them. */
    @Test
    void drawsTheRules() {
        draw("rules-matrix", window -> choose(window, "web-researcher", "deploy-bot"));
        draw("rules-matrix-whole", window -> {});
        draw("rules-list", window -> fire(window, "#rules-part-1"));
        draw(
                "rules-write",
                window -> {
                    fire(window, "#rules-part-2");
                    text(window)
                            .setText(RulesText.example().replace("max-depth: 2", "max-depth: x"));
                });
        draw(
                "rules-write-valid",
                window -> {
                    fire(window, "#rules-part-2");
                    text(window).setText(RulesText.example());
                });
    }

    private static void draw(String name, Consumer<DelegationWindow> state) {
        draw(name, 1440, 900, DARK, state);
        draw(name, 1440, 900, new Look(false, 1), state);
        draw(name, 1000, 700, DARK, state);
        draw(name, 1440, 900, new Look(true, 2), state);
    }

    private static void draw(
            String name, int width, int height, Look look, Consumer<DelegationWindow> state) {
        Path written =
                Fx.call(() -> {
                    DelegationWindow window = window(look, width, height);
                    state.accept(window);
                    return new Gallery(Path.of("target", "gallery"))
                            .write(
                                    "%s-%s-%dx%d.png".formatted(name, look, width, height),
                                    Gallery.snapshot(window.scene));
                });
        assertThat(written).exists();
    }
}

package dev.curfew.views.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.added.Added;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.testing.FakeDialogs;
import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.TestUi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddMenuTest {
    @TempDir private Path folder;
    private final FakeDialogs dialogs = new FakeDialogs();
    private final Ui ui = TestUi.with(new InlineTasks(), dialogs, overlay -> () -> {});
    private final List<Throwable> crashes = new ArrayList<>();

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static MenuItem item(AddMenu menu, String id) {
        return menu.button().getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsChosenIsAddedNamedAndTakenAway() throws IOException {
        Path known =
                file("known.yaml", "version: 1\ngrants:\n  - {from: user:erin, to: tool:mail}\n");
        Fx.run(() -> {
            AddedModel model = new AddedModel(crashes::add, ui);
            AddMenu menu = new AddMenu(model, ui);
            menu.attached();
            assertThat(menu.button().getItems()).hasSize(2);
            dialogs.willChoose(Optional.of(known));
            item(menu, "delegation-add-file").fire();
            assertThat(model.addedProperty().get().grants()).hasSize(1);
            assertThat(dialogs.told())
                    .containsExactly(
                            Notice.done(
                                    "1 declared grant added from known.yaml. Nothing of it is"
                                            + " stored."));
            MenuItem away = item(menu, "delegation-add-remove-known.yaml");
            assertThat(away.getText()).isEqualTo("Take known.yaml away");
            away.fire();
            assertThat(model.addedProperty().get()).isEqualTo(Added.NOTHING);
            assertThat(menu.button().getItems()).hasSize(2);
        });
        assertThat(crashes).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsExplainedAndLosesNothing() throws IOException {
        Path known =
                file("known.yaml", "version: 1\ngrants:\n  - {from: user:erin, to: tool:mail}\n");
        Path wrong = file("wrong.yaml", "version: 1\ngrants: 3\n");
        Fx.run(() -> {
            AddedModel model = new AddedModel(crashes::add, ui);
            model.addFile(known);
            model.addFile(wrong);
            model.addText("no token and no YAML: [");
            assertThat(model.addedProperty().get().names()).containsExactly("known.yaml");
            assertThat(dialogs.told())
                    .extracting(Notice::tone)
                    .containsExactly(Tone.SUCCESS, Tone.WARNING, Tone.WARNING);
            assertThat(dialogs.told().get(1).text())
                    .contains("wrong.yaml", "line 2: a list is expected here");
        });
    }

    @Test
    void whatIsPastedIsAddedUnderANameOfItsOwn() {
        Fx.run(() -> {
            AddedModel model = new AddedModel(crashes::add, ui);
            AddMenu menu = new AddMenu(model, ui);
            menu.attached();
            item(menu, "delegation-add-paste").fire();
            assertThat(model.addedProperty().get()).isEqualTo(Added.NOTHING);
            assertThat(dialogs.told().getLast().text())
                    .isEqualTo(
                            "The clipboard holds no text. Copy a token or declared grants and paste"
                                    + " again.");
            dialogs.willPaste(
                    Optional.of("version: 1\ngrants:\n  - {from: user:erin, to: tool:mail}\n"));
            item(menu, "delegation-add-paste").fire();
            dialogs.willPaste(
                    Optional.of("version: 1\ngrants:\n  - {from: user:erin, to: tool:crm}\n"));
            item(menu, "delegation-add-paste").fire();
            assertThat(model.addedProperty().get().names())
                    .containsExactly("pasted text", "pasted text 2");
            assertThat(model.addedProperty().get().grants()).hasSize(2);
            dialogs.willPaste(Optional.of("good morning: ["));
            item(menu, "delegation-add-paste").fire();
            assertThat(model.addedProperty().get().grants()).hasSize(2);
            assertThat(dialogs.told().getLast().tone()).isEqualTo(Tone.WARNING);
        });
        assertThat(crashes).isEmpty();
    }

    @Test
    void withNothingToLookAtOnePastesWithTheKeyboard() {
        Fx.run(() -> {
            DelegationWindow window =
                    new DelegationWindow(Optional.empty(), new Look(true, 1), 1000, 700);
            window.dialogs.willPaste(
                    Optional.of("version: 1\ngrants:\n  - {from: user:erin, to: tool:mail}\n"));
            Node button = window.node("#delegation-empty-paste");
            button.fireEvent(
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED, "", "", KeyCode.V, false, true, false, false));
            assertThat(window.added.addedProperty().get().names()).containsExactly("pasted text");
        });
    }
}

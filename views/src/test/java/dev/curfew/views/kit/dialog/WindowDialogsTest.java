package dev.curfew.views.kit.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Confirmation;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.Overlays;
import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.ManualFxThread;
import dev.curfew.views.testing.TestUi;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class WindowDialogsTest {
    private static final Confirmation DELETE =
            Confirmation.destructive("ask", "Delete?", "It ends.", List.of("one"), "Delete");

    private final List<String> done = new ArrayList<>();

    /** A window with one button, and what the tests do with it. */
    private final class Window {
        final OverlayPane root = new OverlayPane(TestUi.texts());
        final Button below = new Button("below");
        final Scene scene;
        final WindowDialogs dialogs;

        Window() {
            NoticeBar notices = new NoticeBar(new ManualFxThread(), TestUi.texts());
            notices.setContent(new VBox(below));
            root.setContent(notices);
            scene = new Scene(root, 600, 400);
            new Look(true, 1).apply(scene);
            dialogs = new WindowDialogs(root, notices, new NoDesk(), TestUi.texts());
            root.applyCss();
            root.layout();
            below.requestFocus();
        }

        <N extends Node> N find(String id, Class<N> type) {
            return type.cast(root.lookup("#" + id));
        }

        void press(KeyCode code) {
            scene.getFocusOwner()
                    .fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    code,
                                    false,
                                    false,
                                    false,
                                    false));
        }

        void ask(Confirmation question) {
            dialogs.confirm(question, () -> done.add("confirmed"));
        }
    }

    private record NoDesk() implements SystemDesk {
        @Override
        public Optional<Path> chooseSave(dev.curfew.views.kit.FileQuestion question) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseOpen(dev.curfew.views.kit.FileQuestion question) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseFolder(dev.curfew.views.kit.FileQuestion question) {
            return Optional.empty();
        }

        @Override
        public void copy(String text) {}

        @Override
        public Optional<String> pasted() {
            return Optional.empty();
        }

        @Override
        public void openFolder(Path folder) {}
    }

    @Test
    void aDestructiveQuestionStartsOnCancelAndEnterCancelsIt() {
        Fx.run(() -> {
            Window window = new Window();
            window.ask(DELETE);
            assertThat(window.scene.getFocusOwner().getId()).isEqualTo("ask-cancel");
            window.press(KeyCode.ENTER);
            assertThat(done).isEmpty();
            assertThat(window.root.isCovered()).isFalse();
            assertThat(window.scene.getFocusOwner()).isSameAs(window.below);
        });
    }

    @Test
    void enterOnTheVerbOfADestructiveQuestionDoesNothing() {
        Fx.run(() -> {
            Window window = new Window();
            window.ask(DELETE);
            window.find("ask-confirm", ActionButton.class).requestFocus();
            window.press(KeyCode.ENTER);
            assertThat(done).isEmpty();
            assertThat(window.root.isCovered()).isTrue();
            window.find("ask-confirm", ActionButton.class).fire();
            assertThat(done).containsExactly("confirmed");
        });
    }

    @Test
    void escapeCancelsAndConfirmsNothing() {
        Fx.run(() -> {
            Window window = new Window();
            window.ask(DELETE);
            window.press(KeyCode.ESCAPE);
            assertThat(done).isEmpty();
            assertThat(window.root.isCovered()).isFalse();
        });
    }

    private static void keyTyped(Node field, String letter) {
        field.requestFocus();
        field.fireEvent(
                new KeyEvent(
                        KeyEvent.KEY_TYPED,
                        letter,
                        letter,
                        KeyCode.UNDEFINED,
                        false,
                        false,
                        false,
                        false));
    }

    private TextField form(Window window, Overlays.Placement placement) {
        TextField field = new TextField("prod");
        form(window, placement, field);
        return field;
    }

    private Overlays.Open form(Window window, Overlays.Placement placement, TextField field) {
        return window.root.show(
                new Overlays.Overlay(
                        "form",
                        "Form",
                        new VBox(field),
                        field,
                        placement,
                        () -> done.add("dismissed")));
    }

    @Test
    void escapeAsksBeforeWhatWasTypedIsLostAndGoesOnUnlessItIsMeant() {
        Fx.run(() -> {
            Window window = new Window();
            TextField field = form(window, Overlays.Placement.DIALOG);
            field.end();
            keyTyped(field, "!");
            assertThat(field.getText()).isEqualTo("prod!");
            window.press(KeyCode.ESCAPE);
            assertThat(window.scene.getFocusOwner().getId()).isEqualTo("discard-cancel");
            window.press(KeyCode.ENTER);
            assertThat(window.scene.getFocusOwner()).isSameAs(field);
            window.press(KeyCode.ESCAPE);
            window.press(KeyCode.ESCAPE);
            assertThat(done).as("Esc again keeps editing, too").isEmpty();
            assertThat(field.getText()).isEqualTo("prod!");
            assertThat(window.scene.getFocusOwner()).isSameAs(field);
            window.press(KeyCode.ESCAPE);
            window.find("discard-confirm", ActionButton.class).fire();
            assertThat(done).containsExactly("dismissed");
            assertThat(window.root.isCovered()).isFalse();
        });
    }

    @Test
    void aCancelButtonAsksAsEscapeDoes() {
        Fx.run(() -> {
            Window window = new Window();
            TextField field = new TextField("prod");
            Overlays.Open form = form(window, Overlays.Placement.DIALOG, field);
            keyTyped(field, "!");
            form.dismiss();
            assertThat(window.scene.getFocusOwner().getId()).isEqualTo("discard-cancel");
            assertThat(done).isEmpty();
            window.find("discard-confirm", ActionButton.class).fire();
            assertThat(done).containsExactly("dismissed");
            assertThat(window.root.isCovered()).isFalse();
            form(window, Overlays.Placement.DIALOG, new TextField()).dismiss();
            assertThat(window.root.isCovered()).isFalse();
            assertThat(done).hasSize(2);
        });
    }

    @Test
    void escapeClosesAtOnceWhereNothingWasTypedOrOnlyAnAnswer() {
        Fx.run(() -> {
            Window window = new Window();
            TextField field = form(window, Overlays.Placement.DIALOG);
            field.setText("filled in by the program");
            window.press(KeyCode.ESCAPE);
            assertThat(done).containsExactly("dismissed");
            keyTyped(form(window, Overlays.Placement.QUESTION), "!");
            window.press(KeyCode.ESCAPE);
            assertThat(done).containsExactly("dismissed", "dismissed");
            TextField taken = form(window, Overlays.Placement.DIALOG);
            taken.end();
            keyTyped(taken, "!");
            taken.setText("prod");
            window.press(KeyCode.ESCAPE);
            assertThat(done).as("it is as it was").hasSize(3);
        });
    }

    @Test
    void theTargetMustBeTypedFirst() {
        Fx.run(() -> {
            Window window = new Window();
            window.ask(DELETE.typing("web-researcher"));
            ActionButton verb = window.find("ask-confirm", ActionButton.class);
            verb.fire();
            assertThat(done).isEmpty();
            assertThat(verb.isRefused()).isTrue();
            window.find("ask-typed", TextField.class).setText(" web-researcher ");
            verb.fire();
            assertThat(done).containsExactly("confirmed");
        });
    }

    @Test
    void theFocusStaysInsideAndTabGoesRound() {
        Fx.run(() -> {
            Window window = new Window();
            window.ask(DELETE);
            window.press(KeyCode.TAB);
            assertThat(window.scene.getFocusOwner().getId()).isEqualTo("ask-confirm");
            window.press(KeyCode.TAB);
            assertThat(window.scene.getFocusOwner().getId()).isEqualTo("ask-cancel");
            window.below.requestFocus();
            assertThat(window.scene.getFocusOwner().getId()).isEqualTo("ask-cancel");
        });
    }

    @Test
    void aScreenReaderHearsADialogWithItsTitle() {
        Fx.run(() -> {
            Window window = new Window();
            window.ask(DELETE);
            Node layer = window.find("ask", Node.class);
            assertThat(layer.getAccessibleRole()).isEqualTo(AccessibleRole.DIALOG);
            assertThat(layer.getAccessibleText()).isEqualTo("Delete?");
        });
    }
}

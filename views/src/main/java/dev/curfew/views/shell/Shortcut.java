package dev.curfew.views.shell;

import dev.curfew.views.kit.Ui;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The window's keys. Those without a combination are typed characters or handled by a control. */
public enum Shortcut {
    PALETTE("keys.palette", KeyCode.K, KeyCombination.SHORTCUT_DOWN),
    FILTER("keys.filter", "query.key"),
    READ_NOW("keys.readNow", KeyCode.F5),
    EXPORT("keys.export", KeyCode.E, KeyCombination.SHORTCUT_DOWN),
    CONTAIN("keys.contain", KeyCode.K, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    MARK("keys.mark", "keys.mark.key"),
    OPEN("keys.open", "keys.open.key"),
    COPY("keys.copy", KeyCode.C, KeyCombination.SHORTCUT_DOWN),
    BACK("keys.back", KeyCode.LEFT, KeyCombination.ALT_DOWN),
    FORWARD("keys.forward", KeyCode.RIGHT, KeyCombination.ALT_DOWN),
    SCREENS("keys.screens", "keys.screens.key"),
    RAIL("keys.rail", KeyCode.B, KeyCombination.SHORTCUT_DOWN),
    LARGER("keys.larger", KeyCode.PLUS, KeyCombination.SHORTCUT_DOWN),
    SMALLER("keys.smaller", KeyCode.MINUS, KeyCombination.SHORTCUT_DOWN),
    CANCEL("keys.cancel", "keys.cancel.key"),
    HELP("keys.help", "keys.help.key");

    private final String textKey;
    private final String displayKey;

    @SuppressWarnings(
            "ImmutableEnumChecker") // JavaFX says nothing of it, yet a combination never changes.
    private final Optional<KeyCombination> combination;

    Shortcut(String textKey, KeyCode code, KeyCombination.Modifier... modifiers) {
        this.textKey = textKey;
        this.displayKey = "";
        this.combination = Optional.of(new KeyCodeCombination(code, modifiers));
    }

    Shortcut(String textKey, String displayKey) {
        this.textKey = textKey;
        this.displayKey = displayKey;
        this.combination = Optional.empty();
    }

    /** What it does. */
    public String text(Ui ui) {
        return ui.text(textKey);
    }

    /** As the keyboard of this system writes it. */
    public String display(Ui ui) {
        return combination.map(KeyCombination::getDisplayText).orElseGet(() -> ui.text(displayKey));
    }

    boolean matches(KeyEvent event) {
        return combination.filter(keys -> keys.match(event)).isPresent();
    }
}

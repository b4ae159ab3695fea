package dev.curfew.views.shell;

import dev.curfew.views.kit.Theme;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Turns keys into what the window does. Keys that a control has used do not come here. */
final class ShellKeys {
    private static final List<KeyCode> DIGITS =
            List.of(
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.DIGIT5,
                    KeyCode.DIGIT6,
                    KeyCode.DIGIT7,
                    KeyCode.DIGIT8,
                    KeyCode.DIGIT9);
    private static final double STEP = 0.125;

    private final List<Screen> screens;
    private final PageHost pages;
    private final Navigator navigator;
    private final ShellViewModel model;
    private final Theme theme;
    private final Runnable palette;
    private final Runnable help;

    ShellKeys(
            List<Screen> screens,
            PageHost pages,
            Navigator navigator,
            ShellViewModel model,
            Theme theme,
            Runnable palette,
            Runnable help) {
        this.screens = screens;
        this.pages = pages;
        this.navigator = navigator;
        this.model = model;
        this.theme = theme;
        this.palette = palette;
        this.help = help;
    }

    void install(Node frame) {
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        frame.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent key) {
        if (key.isConsumed()) {
            return;
        }
        if (chord(key) || digit(key)) {
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE
                && pages.current().map(Page::escape).orElse(false)) {
            key.consume();
        }
    }

    private boolean chord(KeyEvent key) {
        if (Shortcut.PALETTE.matches(key)) {
            palette.run();
        } else if (Shortcut.READ_NOW.matches(key)) {
            pages.current().ifPresent(Page::readNow);
        } else if (Shortcut.EXPORT.matches(key)) {
            pages.current().ifPresent(Page::export);
        } else if (Shortcut.CONTAIN.matches(key)) {
            pages.current().ifPresent(Page::contain);
        } else if (Shortcut.BACK.matches(key)) {
            navigator.back();
        } else if (Shortcut.FORWARD.matches(key)) {
            navigator.forward();
        } else if (Shortcut.RAIL.matches(key)) {
            model.toggleRail();
        } else if (Shortcut.LARGER.matches(key) || zoom(key, KeyCode.EQUALS, KeyCode.ADD)) {
            scale(STEP);
        } else if (Shortcut.SMALLER.matches(key) || zoom(key, KeyCode.SUBTRACT)) {
            scale(-STEP);
        } else {
            return false;
        }
        return true;
    }

    /** Plus and minus have several keys. */
    private static boolean zoom(KeyEvent key, KeyCode... codes) {
        return key.isShortcutDown() && List.of(codes).contains(key.getCode());
    }

    private void scale(double step) {
        double wanted = theme.textScaleProperty().get() + step;
        theme.textScaleProperty().set(Math.clamp(wanted, 1, 2));
    }

    private boolean digit(KeyEvent key) {
        int index = key.isShortcutDown() ? DIGITS.indexOf(key.getCode()) : -1;
        List<Screen> present = screens.stream().filter(Screen::isPresent).toList();
        if (index < 0 || index >= present.size()) {
            return false;
        }
        navigator.go(present.get(index).id());
        return true;
    }

    /** By character, because their keys differ between keyboards. */
    private void typed(KeyEvent key) {
        if (key.getTarget() instanceof TextInputControl || key.isConsumed()) {
            return;
        }
        switch (key.getCharacter()) {
            case "/" -> pages.current().ifPresent(Page::focusFilter);
            case "?" -> help.run();
            default -> {
                return;
            }
        }
        key.consume();
    }
}

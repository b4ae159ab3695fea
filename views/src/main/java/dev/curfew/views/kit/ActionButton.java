package dev.curfew.views.kit;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/**
 * A button that can be refused with a reason. A refused one keeps the focus and its tooltip, so
 * that eye, mouse and screen reader all learn why; JavaFX's own disabled buttons stay silent.
 */
public final class ActionButton extends Button {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final String hint;
    private String refusal = "";

    ActionButton(String text, String hint) {
        super(text);
        // An underscore is an underscore: texts come from queries and IDs, too.
        setMnemonicParsing(false);
        this.hint = hint;
        explain();
    }

    /**
     * Refuses it, or allows it again.
     *
     * @param why the reason that is shown; empty to allow it again
     */
    public void refuse(String why) {
        refusal = why;
        pseudoClassStateChanged(REFUSED, !why.isEmpty());
        explain();
    }

    public boolean isRefused() {
        return !refusal.isEmpty();
    }

    private void explain() {
        String shown = refusal.isEmpty() ? hint : refusal;
        setTooltip(shown.isEmpty() ? null : new Tooltip(shown));
        setAccessibleHelp(refusal);
    }

    @Override
    public void fire() {
        if (!isRefused()) {
            super.fire();
        }
    }
}

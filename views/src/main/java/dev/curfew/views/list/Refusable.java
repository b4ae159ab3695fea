package dev.curfew.views.list;

import dev.curfew.views.kit.ActionButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Buttons that write: all are refused with the same reason, or none is. */
public final class Refusable {
    private final List<ActionButton> buttons = new ArrayList<>();
    private String why = "";

    /** Takes a button in, as refused as the others are. */
    public ActionButton add(ActionButton button) {
        buttons.add(button);
        button.refuse(why);
        return button;
    }

    public void refuse(Optional<String> reason) {
        why = reason.orElse("");
        buttons.forEach(button -> button.refuse(why));
    }
}

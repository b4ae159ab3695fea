package dev.curfew.views.actions;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Ui;
import javafx.beans.property.Property;
import javafx.util.Subscription;

/** The two buttons of every form, and how its fields hold on to their model. */
final class FormButtons {
    private FormButtons() {}

    static ActionButton cancel(Ui ui, Runnable cancelled) {
        return Buttons.text("form-cancel", ui.text("kit.dialog.cancel"), cancelled);
    }

    /** Nothing is written by it, so Enter may press it. */
    static ActionButton preview(Ui ui, Runnable planned) {
        ActionButton button =
                Buttons.main(
                        Buttons.of(
                                "form-preview",
                                AppIcon.FORWARD,
                                ui.text("actions.preview"),
                                planned));
        button.setDefaultButton(true);
        return button;
    }

    /** The field shows what the model has, which outlives the form. */
    static <T> Subscription bind(Property<T> field, Property<T> model) {
        field.bindBidirectional(model);
        return () -> field.unbindBidirectional(model);
    }
}

package dev.curfew.views.shell;

import dev.curfew.icons.AppIcon;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * An entry of the navigation and the page behind it.
 *
 * @param id stable
 * @param group the heading it stands under; empty for none
 * @param page makes the page, once, when it is first shown
 * @param present whether there is such a screen now; without it there is no way there
 */
public record Screen(
        String id,
        String title,
        AppIcon icon,
        String group,
        ObservableValue<RailCount> count,
        Supplier<? extends Page> page,
        ObservableValue<Boolean> present) {

    /** A screen that is always there. */
    public Screen(
            String id,
            String title,
            AppIcon icon,
            String group,
            ObservableValue<RailCount> count,
            Supplier<? extends Page> page) {
        this(id, title, icon, group, count, page, new SimpleObjectProperty<>(true));
    }

    boolean isPresent() {
        return present.getValue();
    }
}

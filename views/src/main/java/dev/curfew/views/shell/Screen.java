package dev.curfew.views.shell;

import dev.curfew.icons.AppIcon;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/**
 * An entry of the navigation and the page behind it.
 *
 * @param id stable
 * @param group the heading it stands under; empty for none
 * @param page makes the page, once, when it is first shown
 */
public record Screen(
        String id,
        String title,
        AppIcon icon,
        String group,
        ObservableValue<RailCount> count,
        Supplier<? extends Page> page) {}

package dev.curfew.views.table;

import dev.curfew.icons.AppIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What can be done with one row, in the order of its menu.
 *
 * @param items copies first, then what the screen adds
 */
public record RowMenu<R>(List<Item<R>> items) {

    public RowMenu {
        items = List.copyOf(items);
    }

    /**
     * One line of the menu.
     *
     * @param refusal why not, for this row; empty when it is allowed
     * @param grave leads to something destructive
     */
    public record Item<R>(
            String id,
            AppIcon icon,
            String text,
            boolean grave,
            Function<? super R, Optional<String>> refusal,
            Consumer<? super R> run) {}

    public static <R> RowMenu<R> empty() {
        return new RowMenu<>(List.of());
    }

    public RowMenu<R> with(String id, AppIcon icon, String text, Consumer<? super R> run) {
        return with(new Item<>(id, icon, text, false, row -> Optional.empty(), run));
    }

    public RowMenu<R> with(Item<R> item) {
        List<Item<R>> next = new ArrayList<>(items);
        next.add(item);
        return new RowMenu<>(next);
    }
}

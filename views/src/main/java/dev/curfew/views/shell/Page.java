package dev.curfew.views.shell;

import dev.curfew.views.kit.Attachable;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** What a screen shows below its head. Attached while it is on screen. */
public interface Page extends Attachable {
    /** The same node each time. */
    Node body();

    /** Beside the title: what these data are, from where, read when. */
    ObservableValue<String> subtitle();

    /** In place of the screen's title, for a page that shows one thing at a time; empty: none. */
    default Optional<ObservableValue<String>> title() {
        return Optional.empty();
    }

    /** Buttons at the right end of the head; asked for once. */
    default List<Node> actions() {
        return List.of();
    }

    /** Whether the head explains the marks of provenance. */
    default boolean explainsProvenance() {
        return true;
    }

    /** Someone came here with something to show; see {@link Location#argument()}. */
    default void open(String argument) {}

    /** F5. */
    default void readNow() {}

    /** The slash key. */
    default void focusFilter() {}

    /** Ctrl+E. */
    default void export() {}

    /** Ctrl+Shift+K: contains what is chosen. */
    default void contain() {}

    /**
     * Esc: closes what is open on the page.
     *
     * @return whether there was something
     */
    default boolean escape() {
        return false;
    }
}

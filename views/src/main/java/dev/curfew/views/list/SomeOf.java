package dev.curfew.views.list;

import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The first few of a list in a details panel; the rest of it on demand, up to a limit. */
public final class SomeOf<T> extends VBox {
    private static final int FEW = 5;
    private static final int MOST = 200;

    private final String id;
    private final List<T> all;
    private final BiFunction<T, Integer, Node> line;
    private final Ui ui;

    /**
     * @param line makes the line of an item, told its place
     */
    public SomeOf(String id, List<T> all, BiFunction<T, Integer, Node> line, Ui ui) {
        this.id = id;
        this.all = all;
        this.line = line;
        this.ui = ui;
        getStyleClass().add("fact-values");
        setMinWidth(0);
        show(all.size() <= FEW + 1 ? all.size() : FEW);
    }

    private void show(int count) {
        getChildren().clear();
        for (int i = 0; i < Math.min(count, MOST); i++) {
            getChildren().add(line.apply(all.get(i), i));
        }
        int left = all.size() - getChildren().size();
        if (left > 0) {
            getChildren()
                    .add(
                            count < MOST && count < all.size()
                                    ? Buttons.link(
                                            id + "-more",
                                            ui.text("list.more", Counts.of(left)),
                                            () -> show(MOST))
                                    : dev.curfew.views.kit.Labels.caption(
                                            ui.text("list.andMore", Counts.of(left))));
        }
    }
}

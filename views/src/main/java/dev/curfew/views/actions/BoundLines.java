package dev.curfew.views.actions;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The four lines: by when issuance stops, nodes know and the last credentials are dead, and what is
 * not covered. The terms of each unfold below it.
 */
final class BoundLines extends VBox {
    /** So many are shown before the rest is unfolded. */
    private static final int FEW = 2;

    private final String id;
    private final boolean running;
    private final Ui ui;
    private final ActionWords words;
    private final List<BoundRow> rows = new ArrayList<>();
    private final VBox open = new VBox();
    private boolean brief;
    private boolean unfolded;
    private List<String> shown = List.of();

    /**
     * @param running whether times count down from now; else they say how long from the start
     */
    BoundLines(String id, boolean running, Ui ui, ActionWords words) {
        this.id = id;
        this.running = running;
        this.ui = ui;
        this.words = words;
        open.setId(id + "-notCovered");
        open.getStyleClass().add("not-covered");
        HBox.setHgrow(open, Priority.ALWAYS);
        getStyleClass().add("bound-lines");
    }

    /** The newest times; what is unfolded stays so. */
    void show(List<BoundWords.Line> lines, List<String> notCovered, Instant start) {
        if (rows.isEmpty()) {
            build(lines);
        }
        for (int i = 0; i < lines.size(); i++) {
            rows.get(i).show(lines.get(i), running ? ui.ages().now() : start);
        }
        if (!notCovered.equals(shown)) {
            shown = List.copyOf(notCovered);
            showOpen();
        }
    }

    /** Only the most important of what is not covered, until it is unfolded. */
    BoundLines briefly() {
        brief = true;
        return this;
    }

    private void showOpen() {
        boolean all = !brief || unfolded || shown.size() <= FEW;
        open.getChildren()
                .setAll(
                        shown.stream()
                                .limit(all ? shown.size() : FEW)
                                .map(key -> Labels.wrapped(words.notCovered(key)))
                                .toList());
        if (!all) {
            open.getChildren()
                    .add(
                            Buttons.link(
                                    id + "-more",
                                    ui.text("actions.bound.more", shown.size() - FEW),
                                    () -> {
                                        unfolded = true;
                                        showOpen();
                                    }));
        }
    }

    private void build(List<BoundWords.Line> lines) {
        for (BoundWords.Line line : lines) {
            BoundRow row = new BoundRow(id + "-" + line.id(), running, ui);
            rows.add(row);
            getChildren().add(row);
        }
        Label name = Labels.whole(ui.text("actions.bound.notCovered"), "bound-name");
        HBox last = new HBox(name, AppIcon.NOT_SEEN.view("muted-icon", "caption-icon"), open);
        last.getStyleClass().addAll("bound-row", "bound-last");
        getChildren().add(last);
    }
}

package dev.curfew.views.palette;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Overlays;
import dev.curfew.views.kit.Overlays.Open;
import dev.curfew.views.kit.Ui;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The palette while it is open: a field, and below it what was found, in groups. */
public final class PaletteView {
    private static final int MOST_ROWS = 12;
    private static final double LIST_PADDING = 10;

    private final PaletteViewModel model;
    private final Ui ui;
    private final TextField field = new TextField();
    private final ListView<PaletteItem> list = new ListView<>();
    private final Label nothing;
    private final VBox card = new VBox();
    private Subscription listening = Subscription.EMPTY;
    private Open open = () -> {};

    public PaletteView(PaletteViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        field.setId("palette-field");
        field.setPromptText(ui.text("palette.prompt"));
        field.setAccessibleText(ui.text("palette.prompt"));
        field.getStyleClass().add("bare-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox line = new HBox(AppIcon.SEARCH.view("muted-icon"), field);
        line.getStyleClass().add("palette-line");
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setCellFactory(any -> new PaletteCell());
        list.setOnMouseClicked(click -> runChosen());
        nothing = Labels.muted(ui.text("palette.nothing"));
        nothing.getStyleClass().add("palette-nothing");
        card.getStyleClass().add("palette");
        card.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        card.getChildren().setAll(line, list);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Opens it, empty. */
    public void open() {
        field.clear();
        listening =
                field.textProperty()
                        .subscribe(model::search)
                        .and(model.foundProperty().subscribe(this::show));
        open =
                ui.overlays()
                        .show(
                                new Overlays.Overlay(
                                        "palette",
                                        ui.text("palette.prompt"),
                                        card,
                                        field,
                                        Overlays.Placement.TOP,
                                        this::closed));
    }

    private void closed() {
        listening.unsubscribe();
        listening = Subscription.EMPTY;
    }

    private void show(List<PaletteItem> found) {
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        int rows = Math.clamp(found.size(), 1, MOST_ROWS);
        list.prefHeightProperty()
                .bind(list.fixedCellSizeProperty().multiply(rows).add(LIST_PADDING));
        card.getChildren().setAll(card.getChildren().getFirst(), found.isEmpty() ? nothing : list);
    }

    private void pressed(KeyEvent key) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        int last = list.getItems().size() - 1;
        switch (key.getCode()) {
            case DOWN -> choose(chosen >= last ? 0 : chosen + 1);
            case UP -> choose(chosen <= 0 ? last : chosen - 1);
            case PAGE_DOWN -> choose(Math.min(last, chosen + MOST_ROWS));
            case PAGE_UP -> choose(Math.max(0, chosen - MOST_ROWS));
            case ENTER -> runChosen();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void choose(int index) {
        list.getSelectionModel().clearAndSelect(index);
        list.scrollTo(Math.max(0, index - 2));
    }

    private void runChosen() {
        PaletteItem item = list.getSelectionModel().getSelectedItem();
        if (item != null && item.refusal().isEmpty()) {
            open.close();
            closed();
            item.run().run();
        }
    }
}

package dev.curfew.views.shell;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.KeyHint;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.util.Subscription;

/** The navigation at the left: one entry for each screen there is, in groups. */
final class Rail extends BorderPane implements Attachable {
    private static final PseudoClass COLLAPSED = PseudoClass.getPseudoClass("collapsed");

    private final ShellViewModel model;
    private final Navigator navigator;
    private final List<RailEntry> entries = new ArrayList<>();
    private final ActionButton toggle;
    private final Ui ui;

    Rail(List<Screen> screens, ShellViewModel model, Navigator navigator, Ui ui) {
        this.model = model;
        this.navigator = navigator;
        this.ui = ui;
        setId("rail");
        getStyleClass().add("rail");
        VBox list = new VBox();
        list.getStyleClass().add("rail-list");
        String group = "";
        for (Screen screen : screens) {
            if (!screen.group().equals(group)) {
                group = screen.group();
                list.getChildren().add(heading(group));
            }
            RailEntry entry = new RailEntry(screen, () -> navigator.go(screen.id()));
            entries.add(entry);
            list.getChildren().add(entry);
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        toggle =
                Buttons.of(
                        "rail-toggle",
                        AppIcon.CHEVRON_LEFT,
                        ui.text("shell.rail.collapse"),
                        model::toggleRail);
        toggle.getStyleClass().add("rail-toggle");
        toggle.setMaxWidth(Double.MAX_VALUE);
        setCenter(scroll);
        setBottom(toggle);
        setMinWidth(Region.USE_PREF_SIZE);
    }

    private static VBox heading(String group) {
        Label words = Labels.of(group, "rail-heading");
        Region line = new Region();
        line.getStyleClass().add("rail-line");
        VBox heading = new VBox(words, line);
        heading.getStyleClass().add("rail-group");
        return heading;
    }

    /** In pixels. */
    ObservableValue<Double> textSize() {
        return toggle.fontProperty().map(Font::getSize);
    }

    private void collapse(boolean collapsed) {
        pseudoClassStateChanged(COLLAPSED, collapsed);
        entries.forEach(entry -> entry.collapse(collapsed));
        String text = ui.text(collapsed ? "shell.rail.expand" : "shell.rail.collapse");
        toggle.setAccessibleText(text);
        HBox content = new HBox();
        content.getStyleClass().add("button-content");
        content.getChildren()
                .add((collapsed ? AppIcon.CHEVRON_RIGHT : AppIcon.CHEVRON_LEFT).view());
        if (!collapsed) {
            content.getChildren()
                    .addAll(Labels.of(text), Labels.gap(), new KeyHint(Shortcut.RAIL.display(ui)));
        }
        toggle.setText("");
        toggle.setGraphic(content);
    }

    @Override
    public Subscription attached() {
        Subscriptions all = new Subscriptions();
        entries.forEach(entry -> all.add(entry.attached()));
        all.add(model.railCollapsedProperty().subscribe(this::collapse));
        return all.add(
                navigator
                        .hereProperty()
                        .subscribe(here ->
                                entries.forEach(entry ->
                                        entry.mark(here.map(Location::screen).orElse("")))));
    }
}

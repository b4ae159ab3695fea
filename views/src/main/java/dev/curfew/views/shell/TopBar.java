package dev.curfew.views.shell;

import dev.curfew.icons.AppIcon;
import dev.curfew.icons.AppMark;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.KeyHint;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.OverflowRow;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Theme;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/** Who we are, what we are connected to and may write to, the search, theme and help. */
final class TopBar extends HBox implements Attachable {
    private final Ui ui;
    private final ShellViewModel model;
    private final ShellActions actions;
    private final MenuButton more = new MenuButton();
    private final OverflowRow chips = new OverflowRow(0.6, more, this::describeHidden);
    private final Map<String, ConnectionChip> chipOf = new LinkedHashMap<>();
    private final Button search;

    TopBar(
            ShellViewModel model,
            ShellActions actions,
            Theme theme,
            Runnable palette,
            Runnable help,
            Ui ui) {
        this.ui = ui;
        this.model = model;
        this.actions = actions;
        getStyleClass().add("top-bar");
        HBox logo = new HBox(AppMark.view(), Labels.whole(ui.text("shell.name"), "app-name"));
        logo.getStyleClass().add("logo");
        more.setId("shell-moreConnections");
        more.getStyleClass().add("connection-chip");
        search = searchButton(palette);
        ActionButton themeSwitch =
                Buttons.icon("shell-theme", AppIcon.THEME, ui.text("shell.theme"), theme::toggle);
        ActionButton helpButton =
                Buttons.icon("shell-help", AppIcon.HELP, ui.text("shell.help"), help);
        HBox.setHgrow(search, Priority.ALWAYS);
        getChildren().setAll(logo, chips, search, Labels.gap(), themeSwitch, helpButton);
    }

    /** Looks like a field and opens the palette, which is the real one. */
    private Button searchButton(Runnable palette) {
        HBox content =
                new HBox(
                        AppIcon.SEARCH.view("muted-icon"),
                        Labels.of(ui.text("shell.search"), "muted"),
                        Labels.gap(),
                        new KeyHint(Shortcut.PALETTE.display(ui)));
        content.getStyleClass().add("search-content");
        Button button = new Button("", content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setId("shell-search");
        button.setAccessibleText(ui.text("shell.search"));
        button.getStyleClass().add("search-button");
        button.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty()
                .bind(button.widthProperty().map(width -> Math.max(0, width.doubleValue() - 18)));
        button.setOnAction(event -> palette.run());
        return button;
    }

    @Override
    public Subscription attached() {
        return new Subscriptions()
                .add(model.stateProperty().subscribe(state -> show(state.connections())))
                .add(ui.ticker().everySecond(this::showAgain));
    }

    private List<ConnectionState> connections() {
        return model.stateProperty().get().connections();
    }

    private void showAgain() {
        for (ConnectionState connection : connections()) {
            ConnectionChip chip = chipOf.get(connection.name());
            if (chip != null && connection.armedUntil().isPresent()) {
                chip.show(connection);
            }
        }
    }

    private void show(List<ConnectionState> connections) {
        chipOf.keySet().retainAll(connections.stream().map(ConnectionState::name).toList());
        if (connections.isEmpty()) {
            chips.setItems(
                    List.of(
                            Buttons.of(
                                    "shell-connect",
                                    AppIcon.ADD,
                                    ui.text("shell.connect"),
                                    actions::showConnections)));
            return;
        }
        List<ConnectionChip> shown = new ArrayList<>();
        for (ConnectionState connection : connections) {
            ConnectionChip chip =
                    chipOf.computeIfAbsent(
                            connection.name(), name -> new ConnectionChip(name, actions, ui));
            chip.show(connection);
            shown.add(chip);
        }
        if (!shown.equals(chips.items())) {
            chips.setItems(shown);
        }
    }

    private static boolean isArmed(Node node) {
        return node.getPseudoClassStates().contains(ConnectionChip.ARMED);
    }

    /** Connections without room for a chip are in a menu, in words. */
    private void describeHidden(List<Node> hidden) {
        boolean all = hidden.size() == chips.items().size();
        String key = all ? "shell.connections" : "shell.moreConnections";
        boolean armed = hidden.stream().anyMatch(TopBar::isArmed);
        String words = ui.text(key, hidden.size());
        more.setText(armed ? ui.text("shell.moreArmed", words) : words);
        more.pseudoClassStateChanged(ConnectionChip.ARMED, armed);
        more.getItems().clear();
        for (Node node : hidden) {
            if (node instanceof ConnectionChip chip) {
                MenuItem item = new MenuItem(chip.getAccessibleText());
                item.setMnemonicParsing(false);
                item.setOnAction(event -> actions.showConnection(chip.name()));
                more.getItems().add(item);
            }
        }
    }
}

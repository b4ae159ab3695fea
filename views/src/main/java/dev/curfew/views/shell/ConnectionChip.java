package dev.curfew.views.shell;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.StatusDot;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** A connection in the top bar: is it there, may we write, for how long; its menu arms it. */
final class ConnectionChip extends MenuButton {
    static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed-connection");

    private final String name;
    private final Ui ui;
    private final ShellActions actions;
    private final StatusDot dot = new StatusDot(Tone.MUTED, StatusDot.Shape.HOLLOW);
    private final Label title = Labels.of("", "strong");
    private final Label subtitle = Labels.of("", "muted");
    private final HBox lock = new HBox();

    ConnectionChip(String name, ShellActions actions, Ui ui) {
        this.name = name;
        this.ui = ui;
        this.actions = actions;
        setId("connection-" + name);
        getStyleClass().add("connection-chip");
        lock.getStyleClass().add("chip-lock");
        lock.setMinWidth(USE_PREF_SIZE);
        HBox content = new HBox(dot, title, subtitle, lock);
        content.getStyleClass().add("chip-content");
        setGraphic(content);
    }

    String name() {
        return name;
    }

    void show(ConnectionState connection) {
        boolean armed = connection.armedAt(ui.ages().now());
        dot.show(connection.health().tone(), connection.health().shape());
        title.setText(connection.title());
        subtitle.setText(connection.subtitle());
        subtitle.setManaged(!connection.subtitle().isEmpty());
        String state =
                armed
                        ? ui.text(
                                "shell.armed",
                                ui.ages().countdown(connection.armedUntil().orElseThrow()))
                        : ui.text("shell.readOnly");
        showLock(armed, state);
        pseudoClassStateChanged(ARMED, armed);
        String words =
                ui.text(
                        "shell.connection",
                        connection.title(),
                        connection.name(),
                        ui.text(connection.health().textKey()),
                        state);
        setAccessibleText(words);
        if (getTooltip() == null || !getTooltip().getText().equals(words)) {
            setTooltip(new Tooltip(words));
        }
        if (!isShowing()) {
            fillMenu(connection, armed);
        }
    }

    private void showLock(boolean armed, String state) {
        Label words = Labels.whole(state, armed ? "countdown" : "muted");
        (armed ? Tone.DANGER : Tone.MUTED).on(words);
        AppIcon icon = armed ? AppIcon.ARMED : AppIcon.LOCK;
        lock.getChildren().setAll(icon.view(armed ? "danger-icon" : "muted-icon"), words);
    }

    private void fillMenu(ConnectionState connection, boolean armed) {
        MenuItem arm = item("arm", AppIcon.ARMED, ui.text("shell.arm"), () -> actions.arm(name));
        if (!connection.readOnlyWhy().isEmpty()) {
            arm.setText(ui.text("shell.armRefused", connection.readOnlyWhy()));
            arm.setDisable(true);
        }
        MenuItem disarm =
                item("disarm", AppIcon.LOCK, ui.text("shell.disarm"), () -> actions.disarm(name));
        getItems()
                .setAll(
                        armed ? disarm : arm,
                        item(
                                "readNow",
                                AppIcon.REFRESH,
                                ui.text("shell.readNow"),
                                () -> actions.readNow(name)),
                        item(
                                "show",
                                AppIcon.CONNECTIONS,
                                ui.text("shell.showConnection"),
                                () -> actions.showConnection(name)));
    }

    private MenuItem item(String id, AppIcon icon, String text, Runnable action) {
        MenuItem item = new MenuItem(text, icon.view());
        item.setId(getId() + "-" + id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}

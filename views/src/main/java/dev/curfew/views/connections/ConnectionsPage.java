package dev.curfew.views.connections;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.backends.BackendDesk;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.PageLayout;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Page;
import dev.curfew.views.table.DataTable;
import dev.curfew.views.table.TableContent;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** All connections: their state, what their servers offer, and the form. */
public final class ConnectionsPage implements Page {
    private final Ui ui;
    private final ConnectionsViewModel model;
    private final ConnectionActions actions;
    private final ConnectionDesk desk;
    private final DataTable<ConnectionRow> table;
    private final ConnectionDetails details;
    private final UnreadBox unread;
    private final BackendDesk backends;
    private final PageLayout layout;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private Optional<ConnectionRow> shown = Optional.empty();

    public ConnectionsPage(
            ConnectionsViewModel model, ConnectionDesk desk, BackendDesk backends, Ui ui) {
        this.ui = ui;
        this.model = model;
        this.desk = desk;
        this.backends = backends;
        actions = new ConnectionActions(desk, backends, ui);
        table = new DataTable<>("connections", ConnectionColumns.of(ui), ConnectionRow::name, ui);
        table.withoutMarks();
        table.onOpen(this::connect);
        table.setEmptyState(() ->
                new EmptyState(
                        AppIcon.CONNECTIONS,
                        ui.text("connections.empty"),
                        ui.text("connections.empty.hint"),
                        Buttons.main(
                                Buttons.text(
                                        "connections-first",
                                        ui.text("connections.new"),
                                        actions::createServer))));
        details = new ConnectionDetails(desk, actions, ui, () -> table.select(null));
        unread = new UnreadBox(actions::removeUnread, ui);
        layout = new PageLayout(unread, table);
        table.currentProperty().subscribe(this::showDetails);
    }

    private void connect(ConnectionRow row) {
        if (!row.isOpen()) {
            actions.connect(row);
        }
    }

    @Override
    public Node body() {
        return layout;
    }

    @Override
    public ObservableValue<String> subtitle() {
        return subtitle.getReadOnlyProperty();
    }

    @Override
    public List<Node> actions() {
        return List.of(
                Buttons.of(
                        "connections-new",
                        AppIcon.ADD,
                        ui.text("connections.new"),
                        actions::createServer),
                Buttons.of(
                        "connections-newBackend",
                        AppIcon.POLICY,
                        ui.text("connections.newBackend"),
                        actions::createBackend));
    }

    /** The connection of this name. */
    @Override
    public void open(String argument) {
        if (!argument.isEmpty()) {
            table.select(argument);
        }
    }

    @Override
    public void readNow() {
        ConnectionRow row = table.currentProperty().get();
        model.rowsProperty().get().stream()
                .filter(ConnectionRow::isOpen)
                .filter(open -> row == null || row.name().equals(open.name()))
                .forEach(open -> desk.readNow(open.name()));
    }

    @Override
    public boolean escape() {
        boolean open = table.currentProperty().get() != null;
        table.select(null);
        return open;
    }

    @Override
    public Subscription attached() {
        return new Subscriptions()
                .add(model.rowsProperty().subscribe(this::show))
                .add(model.attached())
                .add(desk.unreadProperty().subscribe(_ -> showUnread()))
                .add(backends.unreadProperty().subscribe(_ -> showUnread()))
                .add(ui.ticker().everySecond(this::tick));
    }

    /** Countdowns of armed connections, and of the next attempt. */
    private void tick() {
        details.tick();
        if (model.rowsProperty().get().stream().anyMatch(row -> row.armedUntil().isPresent())) {
            table.repaint();
        }
    }

    private void show(List<ConnectionRow> rows) {
        table.show(TableContent.all(rows));
        long open = rows.stream().filter(ConnectionRow::isOpen).count();
        subtitle.set(ui.text("connections.subtitle", rows.size(), open));
        ConnectionRow current = table.currentProperty().get();
        showDetails(current == null ? null : model.row(current.name()).orElse(null));
    }

    private void showDetails(@Nullable ConnectionRow row) {
        Optional<ConnectionRow> wanted = Optional.ofNullable(row);
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        wanted.ifPresent(details::show);
        layout.setDetails(wanted.isPresent() ? details.node() : null);
    }

    private void showUnread() {
        unread.show(desk.unreadProperty().get(), backends.unreadProperty().get());
    }
}

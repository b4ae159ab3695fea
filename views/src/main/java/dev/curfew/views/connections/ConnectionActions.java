package dev.curfew.views.connections;

import dev.curfew.connect.ClockSkew;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.UnreadConnection;
import dev.curfew.icons.AppIcon;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.views.backends.BackendDesk;
import dev.curfew.views.backends.BackendForm;
import dev.curfew.views.backends.BackendFormViewModel;
import dev.curfew.views.backends.BackendLook;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Confirmation;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;

/** What can be done with a connection, each with its question. */
public final class ConnectionActions {
    private final ConnectionDesk desk;
    private final BackendDesk backends;
    private final Ui ui;

    public ConnectionActions(ConnectionDesk desk, BackendDesk backends, Ui ui) {
        this.desk = desk;
        this.backends = backends;
        this.ui = ui;
    }

    List<Node> buttons(ConnectionRow row) {
        List<Node> buttons = new ArrayList<>();
        if (row.isOpen()) {
            buttons.add(
                    Buttons.of(
                            "connection-read",
                            AppIcon.REFRESH,
                            ui.text(row.isDown() ? "kit.retry" : "connections.read"),
                            () -> desk.readNow(row.name())));
            buttons.add(armOrDisarm(row));
            switch (row) {
                case ServerRow server -> buttons.add(clock(server));
                case BackendRow backend -> look(backend).ifPresent(buttons::add);
            }
            buttons.add(
                    Buttons.text(
                            "connection-disconnect",
                            ui.text("connections.disconnect"),
                            () -> desk.disconnect(row.name())));
        } else {
            buttons.add(
                    Buttons.main(
                            Buttons.of(
                                    "connection-connect",
                                    AppIcon.LINK,
                                    ui.text("connections.connect"),
                                    () -> connect(row))));
        }
        buttons.addAll(editAndRemove(row));
        return buttons;
    }

    void connect(ConnectionRow row) {
        switch (row) {
            case ServerRow server -> desk.connect(server.name());
            case BackendRow backend -> backends.connect(backend.name());
        }
    }

    private ActionButton armOrDisarm(ConnectionRow row) {
        if (row.armedUntil().isPresent()) {
            return Buttons.of(
                    "connection-disarm",
                    AppIcon.LOCK,
                    ui.text("connections.disarm"),
                    () -> desk.disarm(row.name()));
        }
        ActionButton arm =
                Buttons.grave(
                        Buttons.of(
                                "connection-arm",
                                AppIcon.ARMED,
                                ui.text("connections.arm"),
                                () -> arm(row.name())));
        arm.refuse(whyNotArmed(row));
        return arm;
    }

    private String whyNotArmed(ConnectionRow row) {
        if (!row.isUp()) {
            return ui.text("connections.notUp", row.name());
        }
        return row instanceof BackendRow backend && backend.hasNoLever()
                ? ui.text("connections.noLever", row.name())
                : "";
    }

    /** What it tells of itself; empty where it tells nothing. */
    private Optional<Node> look(BackendRow row) {
        return row.backend()
                .filter(BackendLook::isOffered)
                .map(backend -> {
                    ActionButton look =
                            Buttons.of(
                                    "connection-look",
                                    AppIcon.JOURNAL,
                                    ui.text("backends.look"),
                                    () -> BackendLook.open(backends, backend, ui));
                    look.refuse(row.isUp() ? "" : ui.text("connections.notUp", row.name()));
                    return look;
                });
    }

    private ActionButton clock(ServerRow row) {
        ActionButton clock =
                Buttons.of(
                        "connection-clock",
                        AppIcon.EXPIRY,
                        ui.text("connections.clock"),
                        () -> measureClock(row.name()));
        clock.refuse(row.isUp() ? "" : ui.text("connections.notUp", row.name()));
        return clock;
    }

    private List<Node> editAndRemove(ConnectionRow row) {
        ActionButton edit =
                Buttons.of(
                        "connection-edit",
                        AppIcon.EDIT,
                        ui.text("connections.edit"),
                        () -> edit(row));
        ActionButton remove =
                Buttons.grave(
                        Buttons.of(
                                "connection-remove",
                                AppIcon.DELETE,
                                ui.text("connections.remove"),
                                () -> remove(row)));
        String why =
                switch (row.kind()) {
                    case SAVED -> "";
                    case LAB -> ui.text("connections.lab.fixed");
                    case UNSAVED -> ui.text("connections.unsaved.fixed");
                };
        edit.refuse(why);
        remove.refuse(why);
        return List.of(edit, remove);
    }

    private void edit(ConnectionRow row) {
        switch (row) {
            case ServerRow server ->
                    ConnectionForm.open(
                            serverForm(Optional.of(server.profile())),
                            row.isUp() ? "" : ui.text("connections.notUp", row.name()),
                            () -> saved(row.name()),
                            ui);
            case BackendRow backend ->
                    BackendForm.open(
                            backendForm(Optional.of(backend.profile())),
                            () -> saved(row.name()),
                            ui);
        }
    }

    /** Opens the form of a new SPIRE server. */
    public void createServer() {
        ConnectionForm.open(
                serverForm(Optional.empty()),
                ui.text("connections.form.learn.later"),
                () -> ui.dialogs().tell(Notice.done(ui.text("connections.savedNew"))),
                ui);
    }

    /** Opens the form of a new policy backend. */
    public void createBackend() {
        BackendForm.open(
                backendForm(Optional.empty()),
                () -> ui.dialogs().tell(Notice.done(ui.text("connections.savedNew"))),
                ui);
    }

    private ConnectionFormViewModel serverForm(Optional<ConnectionProfile> edited) {
        return new ConnectionFormViewModel(
                edited,
                desk,
                Stream.concat(
                                backends.savedProperty().get().stream()
                                        .map(BackendDesk.Saved::name),
                                unreadNames())
                        .collect(Collectors.toSet()),
                ui.ages()::now);
    }

    private BackendFormViewModel backendForm(Optional<PolicyProfile> edited) {
        return new BackendFormViewModel(
                edited,
                backends,
                Stream.concat(
                                desk.savedProperty().get().stream().map(ConnectionDesk.Saved::name),
                                unreadNames())
                        .collect(Collectors.toSet()));
    }

    private Stream<String> unreadNames() {
        return Stream.concat(
                        desk.unreadProperty().get().stream(),
                        backends.unreadProperty().get().stream())
                .map(UnreadConnection::name);
    }

    private void saved(String name) {
        ui.dialogs().tell(Notice.done(ui.text("connections.savedOld", name)));
    }

    /** Asks, then arms: the gate is a local one, and the question says so. */
    public void arm(String name) {
        ui.dialogs()
                .confirm(
                        new Confirmation(
                                "arm",
                                ui.text("connections.arm.title", name),
                                ui.text("connections.arm.text"),
                                List.of(
                                        ui.text("connections.arm.each"),
                                        ui.text("connections.arm.local"),
                                        ui.text("connections.arm.back")),
                                ui.text("connections.arm.verb"),
                                false,
                                Optional.empty()),
                        () -> desk.arm(name));
    }

    private void measureClock(String name) {
        ui.dialogs()
                .confirm(
                        Confirmation.plain(
                                "clock",
                                ui.text("connections.clock.title", name),
                                ui.text("connections.clock.text"),
                                ui.text("connections.clock.verb")),
                        () -> desk.measureClock(name, measured -> told(name, measured)));
    }

    private void told(String name, Outcome<ClockSkew> measured) {
        switch (measured) {
            case Outcome.Ok<ClockSkew>(var skew) ->
                    ui.dialogs()
                            .tell(
                                    Notice.done(
                                            ui.text(
                                                    "connections.clock.done",
                                                    name,
                                                    ConnectionWords.skew(skew, ui))));
            case Outcome.Failed<ClockSkew>(var why) -> warn(why);
        }
    }

    private void remove(ConnectionRow row) {
        ui.dialogs()
                .confirm(
                        Confirmation.destructive(
                                "remove-connection",
                                ui.text("connections.remove.title", row.name()),
                                ui.text("connections.remove.text"),
                                List.of(),
                                ui.text("connections.remove.verb")),
                        () -> forget(row));
    }

    /** Asks, then forgets one that can not be read. */
    void removeUnread(UnreadConnection unread, UnreadBox.Kind kind) {
        ui.dialogs()
                .confirm(
                        Confirmation.destructive(
                                "remove-unread",
                                ui.text("connections.remove.title", unread.why().subject()),
                                ui.text("connections.unread.remove"),
                                List.of(),
                                ui.text("connections.remove.verb")),
                        () -> {
                            switch (kind) {
                                case SERVER -> desk.remove(unread.name(), this::removed);
                                case BACKEND -> backends.remove(unread.name(), this::removed);
                            }
                        });
    }

    private void forget(ConnectionRow row) {
        switch (row) {
            case ServerRow server -> desk.remove(server.name(), this::removed);
            case BackendRow backend -> backends.remove(backend.name(), this::removed);
        }
    }

    private void removed(Optional<Failure> failure) {
        failure.ifPresent(this::warn);
    }

    private void warn(Failure why) {
        ui.dialogs().tell(Notice.warning(Explanations.of(why).asParagraph()));
    }
}

package dev.curfew.views.connections;

import dev.curfew.connect.UnreadConnection;
import dev.curfew.text.Explanation;
import dev.curfew.views.kit.Banner;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.layout.VBox;

/** Saved connections that can not be read, each with why. Takes no room while there is none. */
final class UnreadBox extends VBox {
    private final Ui ui;
    private final BiConsumer<UnreadConnection, Kind> remove;

    /** What the store keeps it among. */
    enum Kind {
        SERVER,
        BACKEND
    }

    UnreadBox(BiConsumer<UnreadConnection, Kind> remove, Ui ui) {
        this.ui = ui;
        this.remove = remove;
        setId("connections-unread");
        show(List.of(), List.of());
    }

    void show(List<UnreadConnection> servers, List<UnreadConnection> backends) {
        getChildren().clear();
        servers.forEach(unread -> getChildren().add(banner(unread, Kind.SERVER)));
        backends.forEach(unread -> getChildren().add(banner(unread, Kind.BACKEND)));
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }

    private Banner banner(UnreadConnection unread, Kind kind) {
        Banner banner = new Banner("connections-unread-" + getChildren().size(), ui);
        Explanation told = Explanations.of(unread.why());
        // What has no name can not be told from others without one.
        Optional<Notice.Action> offer =
                unread.name().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Notice.Action(
                                        ui.text("connections.unread.forget"),
                                        () -> remove.accept(unread, kind)));
        banner.warn(told.what(), told.why() + " " + told.next(), offer);
        return banner;
    }
}

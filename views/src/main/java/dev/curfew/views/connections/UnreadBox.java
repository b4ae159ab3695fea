package dev.curfew.views.connections;

import dev.curfew.policy.UnreadBackend;
import dev.curfew.text.Explanation;
import dev.curfew.views.kit.Banner;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/** Saved connections that can not be read, each with why. Takes no room while there is none. */
final class UnreadBox extends VBox {
    private final Ui ui;
    private final Consumer<UnreadBackend> remove;

    UnreadBox(Consumer<UnreadBackend> remove, Ui ui) {
        this.ui = ui;
        this.remove = remove;
        setId("connections-unread");
        show(List.of());
    }

    void show(List<UnreadBackend> all) {
        getChildren().clear();
        for (int i = 0; i < all.size(); i++) {
            getChildren().add(banner(i, all.get(i)));
        }
        setVisible(!all.isEmpty());
        setManaged(!all.isEmpty());
    }

    private Banner banner(int index, UnreadBackend unread) {
        Banner banner = new Banner("connections-unread-" + index, ui);
        Explanation told = Explanations.of(unread.why());
        // What has no name can not be told from others without one.
        Optional<Notice.Action> offer =
                unread.name().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Notice.Action(
                                        ui.text("connections.unread.forget"),
                                        () -> remove.accept(unread)));
        banner.warn(told.what(), told.why() + " " + told.next(), offer);
        return banner;
    }
}

package dev.curfew.views.shell;

import dev.curfew.views.kit.Ui;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;

/** Shows one page at a time and lets it listen only for so long. Pages are kept once made. */
final class PageHost extends BorderPane {
    private record Shown(Page page, PageHead head) {}

    private final Ui ui;
    private final Navigator navigator;
    private final Map<String, Shown> made = new HashMap<>();
    private Optional<Page> current = Optional.empty();
    private Subscription listening = Subscription.EMPTY;

    PageHost(Navigator navigator, Ui ui) {
        this.navigator = navigator;
        this.ui = ui;
        getStyleClass().add("page-host");
        setMinSize(0, 0);
    }

    void show(Screen screen, String argument) {
        Shown next = made.computeIfAbsent(screen.id(), id -> make(screen));
        if (current.filter(page -> page.equals(next.page())).isEmpty()) {
            leave();
            current = Optional.of(next.page());
            Node body = next.page().body();
            setTop(next.head());
            setCenter(body);
            listening = next.page().attached().and(next.head().attached());
        }
        next.head().showHistory();
        next.page().open(argument);
    }

    private Shown make(Screen screen) {
        Page page = screen.page().get();
        return new Shown(page, new PageHead(screen, page, navigator, ui));
    }

    Optional<Page> current() {
        return current;
    }

    void leave() {
        listening.unsubscribe();
        listening = Subscription.EMPTY;
        current = Optional.empty();
    }
}

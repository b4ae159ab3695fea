package dev.curfew.views.containments;

import dev.curfew.views.kit.FloatingWindow;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.PageBody;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Navigator;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;

/** The countdowns in a small window above all others. JavaFX thread only. */
public final class CountdownPopOut {
    private static final int MOST = 20;

    private final ContainmentsModel model;
    private final FloatingWindow window;
    private final Navigator navigator;
    private final Ui ui;

    public CountdownPopOut(
            ContainmentsModel model, FloatingWindow window, Navigator navigator, Ui ui) {
        this.model = model;
        this.window = window;
        this.navigator = navigator;
        this.ui = ui;
    }

    public void open() {
        if (window.isShowing()) {
            window.show("", new BorderPane(), () -> {});
            return;
        }
        CountdownList list =
                new CountdownList(ui, MOST, id -> navigator.go(new Address.One(id).location()));
        list.setId("countdown-window");
        Label none = Labels.wrapped(ui.text("containments.countdown.none"), "muted");
        none.getStyleClass().add("countdown-more");
        PageBody scroll = new PageBody(list);
        Parent content = new BorderPane(scroll);
        content.getStyleClass().add("countdown-window");
        Subscription listening =
                model.countdownsProperty()
                        .subscribe(now -> {
                            scroll.setContent(now.isEmpty() ? none : list);
                            list.show(now);
                        });
        window.show(ui.text("containments.countdown"), content, listening::unsubscribe);
    }

    public void close() {
        window.close();
    }
}

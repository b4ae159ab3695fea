package dev.curfew.views.shell;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Provenance;
import dev.curfew.views.kit.Ui;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** The head of a page: the way back, title, what the data are, legend, actions. */
final class PageHead extends HBox implements Attachable {
    private final Page page;
    private final Navigator navigator;
    private final ActionButton back;
    private final Label title;
    private final Label subtitle = Labels.explained(Labels.of("", "page-subtitle"));

    PageHead(Screen screen, Page page, Navigator navigator, Ui ui) {
        this.page = page;
        this.navigator = navigator;
        getStyleClass().add("page-head");
        back =
                Buttons.icon(
                        screen.id() + "-back",
                        AppIcon.BACK,
                        ui.text("shell.back"),
                        navigator::back);
        title = Labels.explained(Labels.of(screen.title(), "page-title"));
        title.setId(screen.id() + "-title");
        title.setAccessibleRole(AccessibleRole.TEXT);
        HeadMiddle middle =
                new HeadMiddle(
                        subtitle, page.explainsProvenance() ? Provenance.legend(ui) : new Region());
        HBox.setHgrow(middle, Priority.ALWAYS);
        getChildren().addAll(back, title, middle);
        HBox actions = new HBox(page.actions().toArray(Node[]::new));
        actions.getStyleClass().add("page-actions");
        actions.setMinWidth(USE_PREF_SIZE);
        getChildren().add(actions);
    }

    void showHistory() {
        back.setVisible(navigator.canGoBack());
        back.setManaged(navigator.canGoBack());
    }

    @Override
    public Subscription attached() {
        Subscription following = page.subtitle().subscribe(subtitle::setText);
        return page.title()
                .map(own -> own.subscribe(title::setText).and(following))
                .orElse(following);
    }
}

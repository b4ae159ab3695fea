package dev.curfew.views.shell;

import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Labels;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/** One screen in the navigation. Collapsed it is its icon, and its words are the tooltip. */
final class RailEntry extends Button implements Attachable {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final Screen screen;
    private final Label title;
    private final Label count = Labels.whole("", "rail-count");
    private final HBox content = new HBox();
    private boolean collapsed;

    RailEntry(Screen screen, Runnable go) {
        this.screen = screen;
        title = Labels.of(screen.title());
        setId("rail-" + screen.id());
        getStyleClass().add("rail-entry");
        content.getStyleClass().add("rail-content");
        content.getChildren().setAll(screen.icon().view(), title, Labels.gap(), count);
        setGraphic(content);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        content.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty()
                .bind(
                        widthProperty()
                                .map(width ->
                                        width.doubleValue()
                                                - snappedLeftInset()
                                                - snappedRightInset()));
        setOnAction(event -> go.run());
    }

    void mark(String here) {
        boolean current = here.equals(screen.id());
        pseudoClassStateChanged(HERE, current);
    }

    void collapse(boolean nowCollapsed) {
        collapsed = nowCollapsed;
        content.getChildren().setAll(screen.icon().view());
        if (!collapsed) {
            content.getChildren().addAll(title, Labels.gap(), count);
        }
        describe();
    }

    @Override
    public Subscription attached() {
        return screen.count()
                .subscribe(value -> {
                    count.setText(value.text());
                    count.setManaged(!value.text().isEmpty());
                    value.tone().on(count);
                    describe();
                })
                .and(
                        screen.present()
                                .subscribe(present -> {
                                    setVisible(present);
                                    setManaged(present);
                                }));
    }

    private void describe() {
        String words =
                count.getText().isEmpty()
                        ? screen.title()
                        : screen.title() + ", " + count.getText();
        setAccessibleText(words);
        setTooltip(collapsed || title.isTextTruncated() ? new Tooltip(words) : null);
    }
}

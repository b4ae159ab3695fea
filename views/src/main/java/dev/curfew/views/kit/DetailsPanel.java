package dev.curfew.views.kit;

import dev.curfew.icons.AppIcon;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The panel at the right of a page: a head, sections that scroll, a bar of actions at its foot. */
public final class DetailsPanel extends BorderPane {
    private final VBox head = new VBox();
    private final VBox sections = new VBox();
    private final HBox titleLine = new HBox();
    private final Runnable close;
    private final String closeText;

    public DetailsPanel(String id, Ui ui, Runnable close) {
        this.close = close;
        this.closeText = ui.text("kit.details.close");
        setId(id);
        getStyleClass().add("details-panel");
        head.getStyleClass().add("details-head");
        titleLine.getStyleClass().add("details-title-line");
        sections.getStyleClass().add("details-sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setTop(head);
        setCenter(scroll);
    }

    /** The title, what stands beside it, and the lines below it. */
    public void setHead(String title, Node besideTitle, Node... lines) {
        Label name = Labels.of(title, "details-title");
        titleLine
                .getChildren()
                .setAll(
                        name,
                        besideTitle,
                        Labels.gap(),
                        Buttons.icon(getId() + "-close", AppIcon.CLOSE, closeText, close));
        head.getChildren().setAll(titleLine);
        head.getChildren().addAll(lines);
    }

    public void setSections(Node... all) {
        sections.getChildren().setAll(all);
    }

    public void setActions(Node... actions) {
        HBox bar = new HBox(actions);
        bar.getStyleClass().add("action-bar");
        setBottom(actions.length == 0 ? null : bar);
    }

    /** A section: a title, what it asks, and its facts. */
    public static VBox section(String title, String question, Node... facts) {
        HBox line = new HBox(Labels.whole(title, "section-title"), Labels.caption(question));
        line.getStyleClass().add("section-line");
        VBox section = new VBox(line);
        section.getChildren().addAll(facts);
        section.getStyleClass().add("details-section");
        return section;
    }

    /** A fact: its name at the left, mark and value at the right of it. */
    public static HBox fact(String name, Node mark, Node value) {
        Label label = Labels.of(name, "fact-name");
        HBox fact = new HBox(label, mark, value);
        fact.getStyleClass().add("fact");
        return fact;
    }
}

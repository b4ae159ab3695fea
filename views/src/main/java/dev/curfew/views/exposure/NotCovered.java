package dev.curfew.views.exposure;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The last line: what the action does not end. */
final class NotCovered extends VBox {
    private final boolean panel;
    private final VBox sentences = new VBox();
    private List<String> shown = List.of();

    /**
     * @param panel whether there is little room
     */
    NotCovered(String id, boolean panel, Ui ui) {
        this.panel = panel;
        sentences.setId(id);
        sentences.getStyleClass().add("not-covered");
        String name = ui.text("exposure.notCovered");
        if (panel) {
            getChildren().setAll(Labels.of(name, "caption", "strong"), sentences);
        } else {
            HBox.setHgrow(sentences, Priority.ALWAYS);
            HBox line =
                    new HBox(
                            Labels.whole(name, "bound-name"),
                            AppIcon.NOT_SEEN.view("muted-icon", "caption-icon"),
                            sentences);
            line.getStyleClass().addAll("bound-row", "bound-last");
            getChildren().setAll(line);
        }
    }

    void show(List<String> words) {
        if (!words.equals(shown)) {
            shown = words;
            sentences.getChildren().setAll(words.stream().map(this::sentence).toList());
        }
    }

    private javafx.scene.Node sentence(String words) {
        if (!panel) {
            return Labels.wrapped(words);
        }
        Label bullet = Labels.whole("•", "caption");
        HBox line = new HBox(bullet, Labels.wrapped(words, "caption"));
        line.getStyleClass().add("bound-bullet");
        return line;
    }
}

package dev.curfew.views.kit;

import dev.curfew.icons.AppIcon;
import dev.curfew.text.Explanation;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What came of something that was tried: a title, and a line for each fact. Hidden until then. */
public final class AnswerBox extends HBox {
    public AnswerBox(String id) {
        setId(id);
        getStyleClass().add("banner");
        hide();
    }

    public void hide() {
        getChildren().clear();
        setAccessibleText("");
        setVisible(false);
        setManaged(false);
    }

    public void failed(Explanation told) {
        show(Tone.DANGER, AppIcon.ERROR, told.what(), List.of(told.why(), told.next()));
    }

    public void show(Tone tone, AppIcon icon, String title, List<String> lines) {
        VBox words = new VBox(Labels.wrapped(title, "banner-title"));
        lines.forEach(line -> words.getChildren().add(Labels.wrapped(line, "muted")));
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(icon.view(), words);
        setAccessibleText(title + " " + String.join(" ", lines));
        tone.on(this);
        setVisible(true);
        setManaged(true);
    }
}

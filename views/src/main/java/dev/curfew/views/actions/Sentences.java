package dev.curfew.views.actions;

import dev.curfew.icons.AppIcon;
import dev.curfew.text.Explanation;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** Sentences with an icon in front: warnings, refusals, what to know. */
public final class Sentences {
    private Sentences() {}

    public static Region warning(String sentence) {
        return line(AppIcon.WARNING, Tone.WARNING, Labels.wrapped(sentence));
    }

    public static Region note(String sentence) {
        return line(AppIcon.INFO, Tone.MUTED, Labels.wrapped(sentence));
    }

    /** What can not be done, why, and what to do next. */
    public static Region refusal(Explanation why) {
        Region line =
                line(
                        AppIcon.ERROR,
                        Tone.DANGER,
                        Tone.DANGER.on(Labels.wrapped(why.what(), "strong")),
                        Labels.wrapped(why.why()),
                        Labels.wrapped(why.next(), "muted"));
        line.setAccessibleText(why.asParagraph());
        return line;
    }

    public static HBox line(AppIcon icon, Tone tone, Node... sentences) {
        Text picture = icon.view();
        tone.on(picture);
        VBox words = new VBox(sentences);
        words.getStyleClass().add("sentence-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(picture, words);
        line.getStyleClass().add("sentence");
        return line;
    }
}

package dev.curfew.views.exposure;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The last line: what the action does not end. */
final class NotCovered extends VBox {
    /** So many are shown in brief before the rest is unfolded. */
    private static final int FEW = 2;

    private final boolean panel;
    private final String id;
    private final Ui ui;
    private boolean brief;
    private final VBox sentences = new VBox();
    private List<String> shown = List.of();

    /**
     * @param panel whether there is little room
     */
    NotCovered(String id, boolean panel, Ui ui) {
        this.panel = panel;
        this.id = id;
        this.ui = ui;
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
            showSentences();
        }
    }

    /** Only the most important, until it is unfolded. */
    void briefly() {
        brief = true;
    }

    private void showSentences() {
        boolean all = !brief || shown.size() <= FEW;
        sentences
                .getChildren()
                .setAll(
                        shown.stream()
                                .limit(all ? shown.size() : FEW)
                                .map(this::sentence)
                                .toList());
        if (!all) {
            sentences
                    .getChildren()
                    .add(
                            Buttons.link(
                                    id + "-more",
                                    ui.text("exposure.notCovered.more", shown.size() - FEW),
                                    this::unfold));
        }
    }

    private void unfold() {
        brief = false;
        showSentences();
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

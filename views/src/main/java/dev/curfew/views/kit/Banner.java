package dev.curfew.views.kit;

import dev.curfew.icons.AppIcon;
import dev.curfew.text.Explanation;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Says above a page's data what went wrong, why, and what to do next. Hidden until it must. */
public final class Banner extends HBox {
    private final Ui ui;
    private final String id;

    public Banner(String id, Ui ui) {
        this.ui = ui;
        this.id = id;
        setId(id);
        getStyleClass().add("banner");
        setAccessibleRole(AccessibleRole.TEXT);
        hide();
    }

    public void hide() {
        getChildren().clear();
        setVisible(false);
        setManaged(false);
    }

    /** Something failed; {@code retry} is null where trying again makes no sense. */
    public void fail(Explanation explanation, @Nullable Runnable retry) {
        show(Tone.DANGER, AppIcon.ERROR, explanation.what(), after(explanation));
        if (retry != null) {
            getChildren()
                    .add(Buttons.of(id + "-retry", AppIcon.REFRESH, ui.text("kit.retry"), retry));
        }
    }

    /** Worth knowing, such as a partial result. */
    public void warn(String what, String more, Optional<Notice.Action> action) {
        show(Tone.WARNING, AppIcon.WARNING, what, more);
        action.ifPresent(offer ->
                getChildren().add(Buttons.text(id + "-action", offer.label(), offer.run())));
    }

    private static String after(Explanation explanation) {
        return explanation.why() + " " + explanation.next();
    }

    private void show(Tone tone, AppIcon icon, String what, String more) {
        Label title = Labels.wrapped(what, "banner-title");
        VBox words = new VBox(title);
        if (!more.isBlank()) {
            words.getChildren().add(Labels.wrapped(more, "muted"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(icon.view(), words);
        setAccessibleText(what + " " + more);
        tone.on(this);
        setVisible(true);
        setManaged(true);
    }
}

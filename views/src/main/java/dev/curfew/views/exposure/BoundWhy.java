package dev.curfew.views.exposure;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Unfolds all lines at once, where there is no room for a button on each. */
final class BoundWhy extends VBox {
    private final Consumer<Boolean> unfold;
    private final Ui ui;
    private final ActionButton toggle;
    private final Label noList;
    private boolean open;

    BoundWhy(String id, Consumer<Boolean> unfold, Ui ui) {
        this.unfold = unfold;
        this.ui = ui;
        toggle = Buttons.link(id, "", this::toggle);
        noList = Labels.wrapped(ui.text("exposure.why.noList"), "caption");
        getChildren().setAll(toggle, noList);
        paint();
    }

    /**
     * @param last the end of all; empty: nothing is to be explained
     */
    void show(Optional<Instant> last) {
        toggle.setText(last.map(at -> ui.text("exposure.why", ui.ages().at(at))).orElse(""));
        visible(toggle, last.isPresent());
        visible(noList, open && last.isPresent());
    }

    private void toggle() {
        open = !open;
        unfold.accept(open);
        paint();
    }

    private void paint() {
        visible(noList, open);
        toggle.setGraphic((open ? AppIcon.CHEVRON_UP : AppIcon.CHEVRON_DOWN).view("cell-icon"));
        toggle.setAccessibleText(
                open ? ui.text("exposure.why.close") : ui.text("exposure.why.open"));
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}

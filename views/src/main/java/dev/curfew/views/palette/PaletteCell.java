package dev.curfew.views.palette;

import dev.curfew.views.kit.KeyHint;
import dev.curfew.views.kit.Labels;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** One found item: icon, title, detail, and at the right its group or why it is refused. */
final class PaletteCell extends ListCell<PaletteItem> {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    @Override
    protected void updateItem(@Nullable PaletteItem item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(REFUSED, item != null && !item.refusal().isEmpty());
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        Label detail = Labels.of(item.detail(), "mono", "muted");
        String note = item.refusal().isEmpty() ? item.group() : item.refusal();
        HBox row =
                new HBox(
                        item.icon().view(),
                        Labels.whole(item.title()),
                        detail,
                        Labels.gap(),
                        Labels.whole(note, "caption"));
        if (!item.keys().isEmpty()) {
            row.getChildren().add(new KeyHint(item.keys()));
        }
        row.getStyleClass().add("palette-row");
        setGraphic(row);
        setAccessibleText(item.title() + ", " + note);
    }
}

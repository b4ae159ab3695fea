package dev.curfew.views.table;

import dev.curfew.icons.AppIcon;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** An icon that depends on the row, before the cell's text; made anew only when it changes. */
public final class IconGraphic<R> implements CellGraphic<R> {
    private final Function<? super R, AppIcon> icon;
    private final Function<? super R, String> style;
    private final StackPane box = new StackPane();
    private String shown = "";

    public IconGraphic(Function<? super R, AppIcon> icon) {
        this(icon, row -> "");
    }

    /**
     * @param style a style class for the icon, or an empty string
     */
    public IconGraphic(Function<? super R, AppIcon> icon, Function<? super R, String> style) {
        this.icon = icon;
        this.style = style;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(R row) {
        AppIcon wanted = icon.apply(row);
        String wantedStyle = style.apply(row);
        String key = wanted.name() + wantedStyle;
        if (!key.equals(shown)) {
            shown = key;
            Node view = wanted.view("cell-icon");
            if (!wantedStyle.isEmpty()) {
                view.getStyleClass().add(wantedStyle);
            }
            box.getChildren().setAll(view);
        }
    }
}

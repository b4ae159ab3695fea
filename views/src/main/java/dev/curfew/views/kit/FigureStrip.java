package dev.curfew.views.kit;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Figures side by side in one frame, equally wide. */
public final class FigureStrip extends HBox {
    public FigureStrip(List<FigureTile> tiles) {
        getStyleClass().add("figure-strip");
        for (FigureTile tile : tiles) {
            // The same small preference for all makes them share the width evenly.
            tile.setPrefWidth(1);
            tile.setMinWidth(0);
            tile.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(tile, Priority.ALWAYS);
        }
        getChildren().setAll(tiles);
        if (!tiles.isEmpty()) {
            tiles.getFirst().getStyleClass().add("first");
        }
    }
}

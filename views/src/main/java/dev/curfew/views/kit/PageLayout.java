package dev.curfew.views.kit;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A page's body: the data, a details panel at its right, an action bar at its foot. Where there is
 * no room for both (small window, large text) the panel stands in the data's place.
 */
public final class PageLayout extends BorderPane {
    private final VBox main = new VBox();
    private final HBox actionBar = new HBox();
    private final Region leastForBoth = new Region();
    private @Nullable Node details;

    public PageLayout(Node... fromTop) {
        getStyleClass().add("page-layout");
        actionBar.getStyleClass().add("action-bar");
        leastForBoth.getStyleClass().add("least-for-both");
        leastForBoth.setManaged(false);
        leastForBoth.setVisible(false);
        getChildren().add(leastForBoth);
        main.getChildren().setAll(fromTop);
        if (fromTop.length > 0) {
            VBox.setVgrow(fromTop[fromTop.length - 1], Priority.ALWAYS);
        }
        setCenter(main);
        setMinSize(0, 0);
        main.setMinSize(0, 0);
        widthProperty().subscribe(this::arrange);
    }

    /** Opens the panel, or closes it with null. */
    public void setDetails(@Nullable Node newDetails) {
        details = newDetails;
        arrange();
    }

    private void arrange() {
        boolean narrow = getWidth() > 0 && getWidth() < leastForBoth.prefWidth(-1);
        setRight(null);
        if (details != null && narrow) {
            setCenter(details);
        } else {
            setCenter(main);
            setRight(details);
        }
    }

    /** Shows these in the bar; with none the bar goes away. */
    public void setActions(Node... actions) {
        actionBar.getChildren().setAll(actions);
        main.getChildren().remove(actionBar);
        if (actions.length > 0) {
            main.getChildren().add(actionBar);
        }
    }
}

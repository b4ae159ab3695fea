package dev.curfew.views.lab;

import dev.curfew.views.lab.LabSnapshot.Call;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * The calls of all lanes as marks: high and grey, high and red, low and green. There are too many
 * for nodes of their own, so they are painted, in the colours that the stylesheet gives to three
 * regions nobody sees.
 */
final class CallMarks extends Region {
    private static final double MARK_EM = 0.17;

    private final Canvas canvas = new Canvas();
    private final Region ok = swatch("call-ok");
    private final Region wrong = swatch("call-wrong");
    private final Region denied = swatch("call-denied");

    CallMarks() {
        setMouseTransparent(true);
        setManaged(false);
        canvas.setManaged(false);
        getChildren().setAll(canvas, ok, wrong, denied);
    }

    private Region swatch(String style) {
        Region swatch = new Region();
        swatch.getStyleClass().add(style);
        swatch.setManaged(false);
        swatch.setVisible(false);
        return swatch;
    }

    /** Tells when another look gives other colours. */
    void onColours(Runnable changed) {
        ok.backgroundProperty().subscribe(changed);
    }

    /**
     * Paints them.
     *
     * @param axis in this region's pixels
     * @param rowHeight of each lane, from the top
     * @param em the font size
     */
    void paint(List<Call> calls, TimeAxis axis, double rowHeight, double em) {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext to = canvas.getGraphicsContext2D();
        to.clearRect(0, 0, getWidth(), getHeight());
        // Red over grey over green where they lie on each other.
        paint(to, calls.stream().filter(call -> !call.ok()).toList(), denied, axis, rowHeight, em);
        paint(to, calls.stream().filter(Call::ok).toList(), ok, axis, rowHeight, em);
        paint(to, calls.stream().filter(Call::wrong).toList(), wrong, axis, rowHeight, em);
    }

    private void paint(
            GraphicsContext to,
            List<Call> calls,
            Region swatch,
            TimeAxis axis,
            double rowHeight,
            double em) {
        to.setFill(colour(swatch));
        // Narrow enough to be counted one by one.
        double width =
                Math.max(1, Math.round(Math.min(MARK_EM * em, 0.7 * axis.pixelsPerSecond())));
        for (Call call : calls) {
            if (axis.shows(call.at())) {
                double height = (call.ok() ? 1.4 : 0.55) * em;
                double foot = (call.lane() + 1) * rowHeight - 0.65 * em;
                to.fillRect(
                        Math.round(axis.at(call.at())),
                        Math.round(foot - height),
                        width,
                        Math.round(height));
            }
        }
    }

    private static Paint colour(Region swatch) {
        Background background = swatch.getBackground();
        return background == null || background.getFills().isEmpty()
                ? Color.TRANSPARENT
                : background.getFills().getFirst().getFill();
    }
}

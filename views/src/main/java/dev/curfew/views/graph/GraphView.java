package dev.curfew.views.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.transform.Affine;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A placed picture on screen: zoomed at the mouse, moved by dragging, walked through by keys. Draws
 * at most once a pulse. JavaFX thread only.
 */
public final class GraphView extends Region {
    /** The text size that the picture's units are given for. */
    private static final double USUAL_TEXT = 12;

    /** More than this is drawn as pixels. */
    private static final int MOST_BOXES = 600;

    private static final int MOST_ARROWS = 700;

    /** While it moves, smooth lines give way to smooth motion. */
    private static final int MOST_ARROWS_MOVING = 60;

    private static final int MOST_ROUNDED_MOVING = 60;

    private static final Duration STILL = Duration.millis(180);

    /** What lies over the picture below: buttons and what the lines mean, in ems. */
    private static final double BELOW = 7;

    private static final double LEAST_READABLE = 0.7;
    private static final double EDGE = 22;
    private static final double HEADING = 30;

    private final Canvas canvas = new Canvas();
    private final Inks inks = new Inks(this::lookChanged);
    private final Label probe = new Label();
    private final Minimap minimap = new Minimap();
    private final ReadOnlyObjectWrapper<Optional<Pick>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Placement> placement =
            new ReadOnlyObjectWrapper<>(Placement.EMPTY);
    private SpatialIndex index = new SpatialIndex(Placement.EMPTY);
    private Emphasis emphasis = Emphasis.NONE;
    private Camera camera = new Camera(1, EDGE, EDGE);
    private Lettering lettering = new Lettering("System");
    private @Nullable Raster raster;
    private IntFunction<String> headings = column -> "";
    private Function<Pick, String> words = pick -> "";
    private Consumer<String> open = box -> {};
    private final PauseTransition still = new PauseTransition(STILL);
    private boolean fitting = true;
    private boolean moving;

    /**
     * @param id stable
     */
    public GraphView(String id, String help) {
        setId(id);
        getStyleClass().add("graph-view");
        probe.setManaged(false);
        probe.setVisible(false);
        canvas.setManaged(false);
        getChildren().setAll(canvas, inks, probe);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleHelp(help);
        probe.fontProperty().subscribe(this::lookChanged);
        focusedProperty().subscribe(now -> requestLayout());
        still.setOnFinished(event -> {
            moving = false;
            requestLayout();
        });
        new GraphMouse(this).install();
        new GraphKeys(this).install();
    }

    public ReadOnlyObjectProperty<Optional<Pick>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Placement> placementProperty() {
        return placement.getReadOnlyProperty();
    }

    /** What stands over each column. */
    public void setHeadings(IntFunction<String> newHeadings) {
        headings = newHeadings;
        requestLayout();
    }

    /** What a screen reader and a tooltip say of a box or an arrow. */
    public void setWords(Function<Pick, String> newWords) {
        words = newWords;
    }

    /** Enter and double click on a box. */
    public void onOpen(Consumer<String> action) {
        open = action;
    }

    /**
     * Shows another picture. What was in the middle stays there if it is the same picture grown.
     */
    public void show(Placement placed) {
        boolean begins = placement.get().isEmpty();
        placement.set(placed);
        index = new SpatialIndex(placed);
        minimap.forget();
        fitting |= begins;
        Optional<Pick> kept = selected.get().filter(this::isThere);
        if (!kept.equals(selected.get())) {
            select(kept);
        }
        requestLayout();
    }

    private boolean isThere(Pick pick) {
        return switch (pick) {
            case Pick.OfBox(var id) -> placement.get().has(id);
            case Pick.OfArrow(var id) -> placement.get().routes().containsKey(id);
        };
    }

    public void select(Optional<Pick> pick) {
        fitting &= pick.isEmpty();
        emphasis = emphasis.selecting(pick);
        setAccessibleText(pick.map(words).orElse(""));
        minimap.forget();
        selected.set(pick);
        requestLayout();
    }

    /** Lets a chain stand out; with an empty one everything is as it was. */
    public void highlight(Set<String> boxes, Set<String> arrows) {
        emphasis = new Emphasis(selected.get(), boxes, arrows);
        minimap.forget();
        requestLayout();
    }

    /** Moves so that the box can be seen, and no further than needed. */
    public void reveal(String box) {
        if (!placement.get().has(box)) {
            return;
        }
        Sizes sizes = placement.get().sizes();
        double x = placement.get().left(box);
        double y = placement.get().top(box);
        Span seen = camera.seen(getWidth(), getHeight());
        Span wanted = new Span(x, y, sizes.boxWidth(), sizes.boxHeight()).grown(sizes.rowGap());
        if (!fitting && getWidth() > 0 && !seen.holds(wanted)) {
            camera =
                    camera.moved(
                            camera.scale()
                                    * shift(seen.x(), seen.width(), wanted.x(), wanted.width()),
                            camera.scale()
                                    * shift(seen.y(), seen.height(), wanted.y(), wanted.height()));
            requestLayout();
        }
    }

    /** How far a part must move to lie within what is seen; its beginning counts most. */
    private static double shift(double seen, double room, double wanted, double length) {
        if (wanted < seen || length > room) {
            return seen - wanted;
        }
        return Math.min(0, seen + room - wanted - length);
    }

    private void revealEnd(Pick pick) {
        switch (pick) {
            case Pick.OfBox(var id) -> reveal(id);
            case Pick.OfArrow(var id) ->
                    placement.get().picture().arrow(id).map(Arrow::to).ifPresent(this::reveal);
        }
    }

    public void zoomIn() {
        zoom(getWidth() / 2, getHeight() / 2, 1.25);
    }

    public void zoomOut() {
        zoom(getWidth() / 2, getHeight() / 2, 0.8);
    }

    /** Shows all of it. */
    public void fit() {
        if (getWidth() > 0) {
            camera = Camera.fit(whole(), getWidth(), getHeight() - BELOW * em(), em());
            fitting = false;
            requestLayout();
        }
    }

    /** As a new picture begins: all of it if that can be read, else its beginning. */
    public void begin() {
        fitting = true;
        requestLayout();
    }

    /** Zooms where a point of the screen is. */
    public void zoom(double x, double y, double factor) {
        camera = camera.zoomedAt(x, y, factor);
        moved();
    }

    /** Moves the picture by pixels. */
    public void move(double byX, double byY) {
        camera = camera.moved(byX, byY);
        moved();
    }

    private void moved() {
        fitting = false;
        moving = true;
        still.playFromStart();
        requestLayout();
    }

    void centreOn(Point point) {
        camera = camera.centredOn(point.x(), point.y(), getWidth(), getHeight());
        requestLayout();
    }

    void open(String box) {
        open.accept(box);
    }

    String wordsOf(Pick pick) {
        return words.apply(pick);
    }

    Minimap minimap() {
        return minimap;
    }

    Optional<Pick> at(double x, double y) {
        double inX = camera.toPictureX(x);
        double inY = camera.toPictureY(y);
        Optional<Pick> box = index.boxAt(inX, inY).map(found -> new Pick.OfBox(found.id()));
        return box.isPresent()
                ? box
                : index.arrowAt(inX, inY, 5 / camera.scale())
                        .map(found -> new Pick.OfArrow(found.id()));
    }

    /** Where the middle of a box is on screen. */
    public Point onScreen(String box) {
        Sizes sizes = placement.get().sizes();
        return new Point(
                camera.toScreenX(placement.get().left(box) + sizes.boxWidth() / 2),
                camera.toScreenY(placement.get().top(box) + sizes.boxHeight() / 2));
    }

    double scale() {
        return camera.scale();
    }

    Palette palette() {
        return inks.palette();
    }

    Lettering lettering() {
        return lettering;
    }

    Emphasis emphasis() {
        return emphasis;
    }

    private double em() {
        return probe.getFont().getSize() / USUAL_TEXT;
    }

    private Span whole() {
        Placement now = placement.get();
        double head = HEADING * em();
        return new Span(
                -EDGE, -head - EDGE / 2, now.width() + 2 * EDGE, now.height() + head + 1.5 * EDGE);
    }

    private void lookChanged() {
        if (!lettering.family().equals(probe.getFont().getFamily())) {
            lettering = new Lettering(probe.getFont().getFamily());
        }
        minimap.forget();
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 40 * USUAL_TEXT * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 20 * USUAL_TEXT * em();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        boolean narrower = getWidth() < canvas.getWidth();
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        if (narrower) {
            // A panel opened beside it: what it is about must not be behind it.
            selected.get().ifPresent(this::revealEnd);
        }
        if (getWidth() > 0 && getHeight() > 0) {
            if (fitting) {
                fitReadably();
            }
            draw();
        }
    }

    /** All of it if that can be read, else its beginning. */
    private void fitReadably() {
        camera = Camera.fit(whole(), getWidth(), getHeight() - BELOW * em(), em());
        if (camera.scale() < LEAST_READABLE * em()) {
            double scale = LEAST_READABLE * em();
            camera = new Camera(scale, EDGE, HEADING * em() + EDGE / 2);
        }
    }

    private void draw() {
        GraphicsContext to = canvas.getGraphicsContext2D();
        to.setFontSmoothingType(FontSmoothingType.GRAY);
        Palette palette = inks.palette();
        double width = getWidth();
        double height = getHeight();
        Span seen = camera.seen(width, height);
        List<Box> boxes = index.boxesIn(seen);
        List<Arrow> arrows = index.arrowsIn(seen.grown(Sizes.CHIP_HEIGHT));
        Detail detail = Detail.at(camera.scale());
        boolean manyBoxes = boxes.size() > MOST_BOXES;
        boolean manyArrows =
                manyBoxes || arrows.size() > (moving ? MOST_ARROWS_MOVING : MOST_ARROWS);
        FarPainter far = new FarPainter(placement.get(), palette, emphasis);
        to.setTransform(new Affine());
        if (manyArrows) {
            Raster pixels = pixels((int) Math.ceil(width), (int) Math.ceil(height));
            far.clear(pixels);
            far.frames(pixels, camera);
            far.arrows(arrows, pixels, camera);
            if (manyBoxes) {
                far.boxes(boxes, pixels, camera);
            }
            to.drawImage(pixels.image(), 0, 0);
        } else {
            to.setFill(palette.of(Ink.PAGE));
            to.fillRect(0, 0, width, height);
        }
        if (!manyBoxes) {
            to.setTransform(camera.scale(), 0, 0, camera.scale(), camera.left(), camera.top());
            Painter painter =
                    new Painter(
                            placement.get(),
                            palette,
                            lettering,
                            emphasis,
                            new CanvasSurface(
                                    to, lettering, moving && boxes.size() > MOST_ROUNDED_MOVING));
            if (!manyArrows) {
                painter.frames(detail);
                painter.arrows(arrows, detail);
            }
            painter.boxes(boxes, detail);
            to.setTransform(new Affine());
        }
        headings(to, palette, width);
        minimap.draw(to, far, placement.get(), palette, camera, width, height, Math.sqrt(em()));
        if (isFocused()) {
            to.setStroke(palette.of(Ink.ACCENT));
            to.setLineWidth(2);
            to.setLineDashes((double[]) null);
            to.strokeRect(1, 1, width - 2, height - 2);
        }
    }

    private Raster pixels(int width, int height) {
        Raster known = raster;
        if (known == null || !known.isSized(width, height)) {
            known = new Raster(width, height);
            raster = known;
        }
        return known;
    }

    /** Over the columns, and there however the picture is moved up and down. */
    private void headings(GraphicsContext to, Palette palette, double width) {
        Placement now = placement.get();
        if (now.isEmpty() || now.sizes().boxWidth() * camera.scale() < 60 * em()) {
            return;
        }
        to.setFill(palette.of(Ink.PAGE));
        to.fillRect(0, 0, width, HEADING * em() - 6);
        to.save();
        to.scale(em(), em());
        to.setFont(lettering.font(Face.HEADING));
        to.setFill(palette.of(Ink.MUTED));
        double room =
                (now.sizes().boxWidth() + now.sizes().columnGap() / 2) * camera.scale() / em();
        for (int column = 0; column < now.columns(); column++) {
            double x = camera.toScreenX(now.sizes().left(column)) / em();
            if (x > -room && x < width / em()) {
                to.fillText(lettering.cut(headings.apply(column), Face.HEADING, room), x, 17);
            }
        }
        to.restore();
    }
}

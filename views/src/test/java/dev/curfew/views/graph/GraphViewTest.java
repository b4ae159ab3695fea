package dev.curfew.views.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.Look;
import dev.curfew.views.testing.Fx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class GraphViewTest {
    private static final Sizes SIZES = Sizes.USUAL;

    private final List<String> opened = new ArrayList<>();

    private GraphView view(GraphPicture picture, Look look, int width, int height) {
        GraphView view = new GraphView("graph", "help");
        view.setWords(pick -> "this is " + pick.id());
        view.setHeadings(column -> column == 0 ? "On behalf of" : "Hop " + column);
        view.onOpen(opened::add);
        Scene scene = new Scene(new StackPane(view), width, height);
        look.apply(scene);
        view.show(placed(picture));
        Gallery.snapshot(scene);
        return view;
    }

    private static Placement placed(GraphPicture picture) {
        try {
            return new LayeredLayout()
                    .place(picture, SIZES, Optional.empty(), (fraction, note) -> {});
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void press(GraphView view, KeyCode code) {
        view.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static String chosen(GraphView view) {
        return view.selectedProperty().get().map(Pick::id).orElse("");
    }

    @Test
    void keysWalkAlongArrowsAndColumns() {
        List<String> walked =
                Fx.call(() -> {
                    GraphView view =
                            view(Pictures.of("a>b", "b>c", "a>d"), new Look(true, 1), 900, 400);
                    List<String> seen = new ArrayList<>();
                    for (KeyCode code :
                            List.of(
                                    KeyCode.RIGHT,
                                    KeyCode.RIGHT,
                                    KeyCode.RIGHT,
                                    KeyCode.RIGHT,
                                    KeyCode.LEFT,
                                    KeyCode.LEFT,
                                    KeyCode.ENTER)) {
                        press(view, code);
                        seen.add(chosen(view));
                    }
                    seen.add(view.getAccessibleText());
                    return seen;
                });
        assertThat(walked).containsExactly("a", "b", "c", "c", "b", "a", "a", "this is a");
        assertThat(opened).containsExactly("a");
    }

    @Test
    void upAndDownStayInTheColumn() {
        List<String> walked =
                Fx.call(() -> {
                    GraphView view =
                            view(Pictures.of("a>b", "a>c", "a>d"), new Look(true, 1), 900, 400);
                    List<String> byHeight =
                            java.util.stream.Stream.of("b", "c", "d")
                                    .sorted(
                                            java.util.Comparator.comparingDouble(
                                                    view.placementProperty().get()::top))
                                    .toList();
                    view.select(Optional.of(new Pick.OfBox(byHeight.get(2))));
                    press(view, KeyCode.UP);
                    boolean second = chosen(view).equals(byHeight.get(1));
                    press(view, KeyCode.UP);
                    press(view, KeyCode.UP);
                    boolean first = chosen(view).equals(byHeight.get(0));
                    press(view, KeyCode.DOWN);
                    return List.of(
                            "" + second, "" + first, "" + chosen(view).equals(byHeight.get(1)));
                });
        assertThat(walked).containsExactly("true", "true", "true");
    }

    @Test
    void zoomingAtAPointLeavesItWhereItIs() {
        Fx.run(() -> {
            GraphView view = view(Pictures.of("a>b"), new Look(true, 1), 900, 400);
            Point before = view.onScreen("b");
            double scale = view.scale();
            view.zoom(before.x(), before.y(), 1.5);
            assertThat(view.onScreen("b").x()).isCloseTo(before.x(), within());
            assertThat(view.onScreen("b").y()).isCloseTo(before.y(), within());
            assertThat(view.scale()).isEqualTo(scale * 1.5);
            assertThat(view.at(before.x(), before.y())).contains(new Pick.OfBox("b"));
            press(view, KeyCode.DIGIT0);
            assertThat(view.scale()).isEqualTo(scale);
        });
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }

    @Test
    void aSelectionEndsWithWhatWasSelected() {
        Fx.run(() -> {
            GraphView view = view(Pictures.of("a>b", "b>c"), new Look(true, 1), 900, 400);
            view.select(Optional.of(new Pick.OfArrow("b>c")));
            view.show(placed(Pictures.of("a>b", "b>c", "c>d")));
            assertThat(chosen(view)).isEqualTo("b>c");
            view.show(placed(Pictures.of("a>b")));
            assertThat(view.selectedProperty().get()).isEmpty();
        });
    }

    @Test
    void coloursAreTheThemes() {
        Fx.run(() -> {
            var dark = view(Pictures.of("a>b"), new Look(true, 1), 300, 200).palette();
            var light = view(Pictures.of("a>b"), new Look(false, 1), 300, 200).palette();
            for (Ink ink : Ink.values()) {
                assertThat(dark.of(ink)).as(ink.name()).isNotEqualTo(javafx.scene.paint.Color.GRAY);
            }
            assertThat(dark.of(Ink.PAGE).getBrightness()).isLessThan(0.2);
            assertThat(light.of(Ink.PAGE).getBrightness()).isGreaterThan(0.9);
        });
    }

    /** A person looks at them. */
    @Test
    void drawsThePictures() {
        draw("graph", new Look(true, 1), 1180, 760, false);
        draw("graph", new Look(false, 1), 1180, 760, true);
        draw("graph", new Look(true, 2), 1180, 760, true);
        draw("graph-far", new Look(true, 1), 1180, 760, Pictures.random(3000, 4));
    }

    private void draw(String name, Look look, int width, int height, boolean chain) {
        Path written =
                Fx.call(() -> {
                    GraphView view = view(IncidentPicture.picture(), look, width, height);
                    if (chain) {
                        view.select(Optional.of(new Pick.OfBox("web-researcher")));
                        view.highlight(
                                Set.of(
                                        "analyst-07",
                                        "research-planner",
                                        "web-researcher",
                                        "mcp-github",
                                        "pricing"),
                                Set.of("1", "2", "3", "4"));
                    }
                    return new Gallery(Path.of("target", "gallery"))
                            .write(
                                    name + "-" + look + (chain ? "-chain" : "") + ".png",
                                    Gallery.snapshot(view.getScene()));
                });
        assertThat(written).exists();
    }

    private void draw(String name, Look look, int width, int height, GraphPicture picture) {
        Path written =
                Fx.call(() -> {
                    GraphView view = view(picture, look, width, height);
                    view.zoom(0, 0, 0.25);
                    return new Gallery(Path.of("target", "gallery"))
                            .write(name + "-" + look + ".png", Gallery.snapshot(view.getScene()));
                });
        assertThat(written).exists();
    }
}

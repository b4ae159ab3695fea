package dev.curfew.views.graph;

import java.util.Optional;
import javafx.scene.input.KeyEvent;

/** Arrow keys along the arrows, plus, minus and zero for the zoom, Enter to open. */
final class GraphKeys {
    private static final double STEP = 80;

    private final GraphView view;

    GraphKeys(GraphView view) {
        this.view = view;
    }

    void install() {
        view.setOnKeyPressed(this::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean taken = event.isControlDown() ? moved(event) : acted(event);
        if (taken) {
            event.consume();
        }
    }

    private boolean moved(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> view.move(STEP, 0);
            case RIGHT -> view.move(-STEP, 0);
            case UP -> view.move(0, STEP);
            case DOWN -> view.move(0, -STEP);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean acted(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT -> walk(Walk.Way.ALONG);
            case LEFT -> walk(Walk.Way.BACK);
            case UP -> walk(Walk.Way.UP);
            case DOWN -> walk(Walk.Way.DOWN);
            case PLUS, EQUALS, ADD -> view.zoomIn();
            case MINUS, SUBTRACT -> view.zoomOut();
            case DIGIT0, NUMPAD0 -> view.fit();
            case ENTER -> chosenBox().ifPresent(view::open);
            default -> {
                return false;
            }
        }
        return true;
    }

    private Optional<String> chosenBox() {
        return view.selectedProperty().get().filter(Pick.OfBox.class::isInstance).map(Pick::id);
    }

    private void walk(Walk.Way way) {
        Placement placement = view.placementProperty().get();
        Walk walk = new Walk(placement);
        Optional<String> from = chosenBox();
        Optional<String> to =
                from.isPresent() ? walk.next(from.get(), way) : startOf(placement, walk);
        to.ifPresent(box -> {
            view.select(Optional.of(new Pick.OfBox(box)));
            view.reveal(box);
        });
    }

    /** From a chosen arrow to where it comes from; else to the first box. */
    private Optional<String> startOf(Placement placement, Walk walk) {
        Optional<String> ofArrow =
                view.selectedProperty()
                        .get()
                        .flatMap(pick -> placement.picture().arrow(pick.id()))
                        .map(Arrow::from);
        return ofArrow.isPresent() ? ofArrow : walk.first();
    }
}

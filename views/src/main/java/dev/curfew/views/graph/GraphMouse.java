package dev.curfew.views.graph;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Drags, clicks and the wheel. */
final class GraphMouse {
    /** So far a press may move and still be a click, in pixels. */
    private static final double STILL = 4;

    private static final double WHEEL = 0.0022;

    private final GraphView view;
    private final Tooltip tooltip = new Tooltip();
    private Optional<Pick> under = Optional.empty();
    private double pressedX;
    private double pressedY;
    private double lastX;
    private double lastY;
    private boolean dragging;

    GraphMouse(GraphView view) {
        this.view = view;
    }

    void install() {
        view.setOnMousePressed(this::pressed);
        view.setOnMouseDragged(this::dragged);
        view.setOnMouseReleased(this::released);
        view.setOnMouseMoved(this::moved);
        view.setOnScroll(this::scrolled);
    }

    private void pressed(MouseEvent event) {
        view.requestFocus();
        pressedX = event.getX();
        pressedY = event.getY();
        lastX = pressedX;
        lastY = pressedY;
        dragging = false;
        if (view.minimap().holds(pressedX, pressedY)) {
            view.centreOn(view.minimap().pointAt(pressedX, pressedY));
        }
    }

    private void dragged(MouseEvent event) {
        if (view.minimap().holds(pressedX, pressedY)) {
            view.centreOn(view.minimap().pointAt(event.getX(), event.getY()));
            return;
        }
        dragging |= Math.hypot(event.getX() - pressedX, event.getY() - pressedY) > STILL;
        if (dragging) {
            view.move(event.getX() - lastX, event.getY() - lastY);
            lastX = event.getX();
            lastY = event.getY();
        }
    }

    private void released(MouseEvent event) {
        if (dragging || view.minimap().holds(pressedX, pressedY)) {
            return;
        }
        Optional<Pick> pick = view.at(event.getX(), event.getY());
        view.select(pick);
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            pick.filter(Pick.OfBox.class::isInstance).map(Pick::id).ifPresent(view::open);
        }
    }

    private void moved(MouseEvent event) {
        Optional<Pick> now = view.at(event.getX(), event.getY());
        if (now.equals(under)) {
            return;
        }
        under = now;
        view.setCursor(now.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        Tooltip.uninstall(view, tooltip);
        now.map(view::wordsOf)
                .filter(words -> !words.isEmpty())
                .ifPresent(words -> {
                    tooltip.setText(words);
                    Tooltip.install(view, tooltip);
                });
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0 && !event.isShiftDown()) {
            view.zoom(event.getX(), event.getY(), Math.exp(event.getDeltaY() * WHEEL));
        } else {
            view.move(event.getDeltaX() + (event.isShiftDown() ? event.getDeltaY() : 0), 0);
        }
        event.consume();
    }
}

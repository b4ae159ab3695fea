package dev.curfew.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.peers.Waiting;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.ActionButton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.testfx.api.FxRobot;

/**
 * An operator's eyes and hands on one window. Everything waits for what it needs: a control to be
 * there, on top, allowed and at rest. Test thread only.
 */
final class Hand {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FxRobot robot = new FxRobot();
    private final Parent root;

    Hand(Parent root) {
        this.root = root;
    }

    void click(String id) {
        robot.clickOn(atRest(id));
    }

    /** Chooses from a menu. */
    void choose(String menu, String item) {
        robot.clickOn(atRest(menu));
        onFx(() -> {
            MenuItem wanted =
                    ((MenuButton) Scenery.find(root, menu).orElseThrow())
                            .getItems().stream()
                                    .filter(one -> item.equals(one.getId()))
                                    .findFirst()
                                    .orElseThrow();
            assertThat(wanted.isDisable()).as(item).isFalse();
            // What is chosen may take the item away.
            ContextMenu shown = wanted.getParentPopup();
            wanted.fire();
            shown.hide();
            return true;
        });
    }

    /** Types over what stands in a field, and leaves the focus there. */
    void type(String id, String text) {
        Node field = atRest(id);
        robot.interact(() -> {
            field.requestFocus();
            ((TextInputControl) field).selectAll();
        });
        if (text.isEmpty()) {
            robot.push(KeyCode.DELETE);
        } else {
            robot.write(text, 0);
        }
        await(id + " holds it", () -> ((TextInputControl) field).getText().equals(text));
    }

    /** Puts it there at once, as from the clipboard. */
    void paste(String id, String text) {
        Node field = atRest(id);
        robot.interact(() -> ((TextInputControl) field).setText(text));
    }

    /** Into whatever has the focus. */
    void write(String text) {
        robot.write(text, 0);
    }

    void press(KeyCode... keys) {
        robot.push(keys);
    }

    /** Goes to a control as those who have no mouse do, against the usual order. */
    void back(String id) {
        List<String> way = new ArrayList<>();
        while (!focus().equals(id)) {
            way.add(focus());
            if (way.size() > 100) {
                throw new AssertionError("the keyboard does not reach " + id + " by " + way);
            }
            press(KeyCode.SHIFT, KeyCode.TAB);
        }
    }

    /** Counts key presses but those of modifiers, and clicks, from here on. */
    AtomicInteger countPresses() {
        AtomicInteger presses = new AtomicInteger();
        robot.interact(() -> {
            root.addEventFilter(
                    KeyEvent.KEY_PRESSED,
                    key -> {
                        if (!key.getCode().isModifierKey()) {
                            presses.incrementAndGet();
                        }
                    });
            root.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> presses.incrementAndGet());
        });
        return presses;
    }

    /** The id of what has the focus; empty for nothing. */
    String focus() {
        return onFx(() ->
                Optional.ofNullable(root.getScene().getFocusOwner()).map(Node::getId).orElse(""));
    }

    int rows(String table) {
        return onFx(() -> table(table).map(t -> t.getItems().size()).orElse(0));
    }

    /** What stands in a row, which must be there. */
    <R> R row(String table, int row, Class<R> type) {
        return onFx(() -> type.cast(table(table).orElseThrow().getItems().get(row)));
    }

    /** Makes a row the current one, and gives the table the focus. */
    void select(String table, int row) {
        await(table + " has a row " + row, () -> rows(table) > row);
        robot.interact(() -> {
            TableView<?> view = table(table).orElseThrow();
            view.requestFocus();
            view.getSelectionModel().clearAndSelect(row);
            view.getFocusModel().focus(row);
        });
    }

    boolean shows(String id) {
        return onFx(() -> Scenery.find(root, id).isPresent());
    }

    boolean isRefused(String id) {
        return onFx(() ->
                Scenery.find(root, id)
                        .map(node -> ((ActionButton) node).isRefused())
                        .orElseThrow());
    }

    void awaitShown(String id) {
        await("#" + id + " on screen", () -> shows(id));
    }

    /** Everything that is written on the screen now. */
    String text() {
        return onFx(() -> String.join("\n", Scenery.texts(root)));
    }

    /** What is written in one part of the screen; empty where it is not there. */
    String text(String id) {
        return onFx(() ->
                Scenery.find(root, id)
                        .map(node -> String.join("\n", Scenery.texts(node)))
                        .orElse(""));
    }

    void awaitText(String wanted) {
        await("\"" + wanted + "\" on screen", () -> text().contains(wanted));
    }

    void awaitText(String id, String wanted) {
        await("\"" + wanted + "\" in #" + id, () -> text(id).contains(wanted));
    }

    void await(String what, BooleanSupplier condition) {
        if (!Waiting.until(PATIENCE, condition)) {
            throw new AssertionError(
                    what + " did not happen; see " + picture() + "; on screen:\n" + text());
        }
    }

    private Path picture() {
        return onFx(() -> {
            try {
                return new Gallery(Path.of("target", "journeys"))
                        .write("stuck.png", Gallery.snapshot(root.getScene()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A control that can be used now, and stood at the same place when looked at before. */
    private Node atRest(String id) {
        AtomicReference<Bounds> before = new AtomicReference<>();
        await("#" + id + " can be used", () -> onFx(() -> isAtRest(id, before)));
        return onFx(() -> Scenery.find(root, id).orElseThrow());
    }

    private boolean isAtRest(String id, AtomicReference<Bounds> before) {
        root.applyCss();
        root.layout();
        Optional<Bounds> place =
                Scenery.find(root, id)
                        .filter(Hand::isAllowed)
                        .filter(node -> Scenery.isOnTop(root, node))
                        .filter(node -> !Scenery.isUnderANote(root, node))
                        .map(node -> node.localToScene(node.getBoundsInLocal()));
        Bounds last = before.getAndSet(place.orElse(null));
        return place.filter(now -> now.equals(last)).isPresent();
    }

    private static boolean isAllowed(Node node) {
        return !node.isDisabled() && !(node instanceof ActionButton button && button.isRefused());
    }

    private Optional<TableView<?>> table(String id) {
        return Scenery.find(root, id).map(node -> (TableView<?>) node);
    }

    static <T> T onFx(Supplier<T> action) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(action.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.curfew.views.kit.dialog;

import dev.curfew.text.Texts;
import dev.curfew.views.kit.Confirmation;
import dev.curfew.views.kit.Overlays;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The window's content with layers above it. Layers are nodes, not windows: they work without a
 * display, follow the theme, and can not be lost behind the window.
 */
public final class OverlayPane extends StackPane implements Overlays {
    private final Texts texts;
    private final Deque<Layer> layers = new ArrayDeque<>();

    public OverlayPane(Texts texts) {
        this.texts = texts;
        getStyleClass().add("overlay-pane");
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::pullBack);
    }

    /** What lies below the layers. */
    public void setContent(Node content) {
        getChildren().removeIf(child -> !(child instanceof Layer));
        getChildren().addFirst(content);
    }

    public boolean isCovered() {
        return !layers.isEmpty();
    }

    @Override
    public Open show(Overlay overlay) {
        Layer layer = new Layer(overlay, focused());
        layers.push(layer);
        getChildren().add(layer);
        // The first focus needs the layer's skins, which come with its first layout.
        applyCss();
        layout();
        overlay.firstFocus().requestFocus();
        return new Open() {
            @Override
            public void close() {
                OverlayPane.this.close(layer);
            }

            @Override
            public void dismiss() {
                layer.dismiss();
            }
        };
    }

    private void close(Layer layer) {
        if (layers.remove(layer)) {
            getChildren().remove(layer);
            layer.before.ifPresent(Node::requestFocus);
        }
    }

    /** Starts on going on with it, so that a second Esc or Enter loses nothing. */
    private void askFirst(Runnable leave) {
        Confirmation question =
                Confirmation.destructive(
                        "discard",
                        texts.get("kit.discard.title"),
                        texts.get("kit.discard.text"),
                        List.of(),
                        texts.get("kit.discard.verb"));
        AtomicReference<Open> open = new AtomicReference<>(() -> {});
        ConfirmCard card =
                new ConfirmCard(
                        question,
                        texts.get("kit.discard.keep"),
                        texts,
                        () -> open.get().close(),
                        () -> {
                            open.get().close();
                            leave.run();
                        });
        open.set(
                show(
                        new Overlay(
                                question.id(),
                                question.title(),
                                card.node(),
                                card.firstFocus(),
                                Placement.QUESTION,
                                () -> {})));
    }

    private Optional<Node> focused() {
        return Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
    }

    /** Whoever takes the focus while a layer is up gives it back. */
    private void pullBack(@Nullable Node owner) {
        Layer top = layers.peek();
        if (top != null && owner != null && !FocusRing.contains(top, owner)) {
            top.overlay.firstFocus().requestFocus();
        }
    }

    private final class Layer extends StackPane {
        private final Overlay overlay;
        private final Optional<Node> before;
        private final TypedText typed = new TypedText(this);

        Layer(Overlay overlay, Optional<Node> before) {
            this.overlay = overlay;
            this.before = before;
            setId(overlay.id());
            getStyleClass().add("overlay-layer");
            setAccessibleRole(AccessibleRole.DIALOG);
            setAccessibleText(overlay.accessibleName());
            Region scrim = new Region();
            scrim.getStyleClass().add("scrim");
            boolean top = overlay.placement() == Placement.TOP;
            if (top) {
                scrim.setOnMouseClicked(click -> dismiss());
            }
            getChildren().setAll(scrim, overlay.content());
            StackPane.setAlignment(overlay.content(), top ? Pos.TOP_CENTER : Pos.CENTER);
            addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
            addEventFilter(KeyEvent.KEY_PRESSED, key -> FocusRing.keep(this, key));
        }

        private void escape(KeyEvent key) {
            if (key.getCode() == KeyCode.ESCAPE) {
                dismiss();
            }
            // Shortcuts of the page below must not work while it is covered.
            key.consume();
        }

        private void dismiss() {
            if (overlay.placement() == Placement.DIALOG && typed.isAny()) {
                askFirst(this::leave);
            } else {
                leave();
            }
        }

        private void leave() {
            close(this);
            overlay.dismissed().run();
        }
    }
}

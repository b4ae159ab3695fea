package dev.curfew.uitests;

import dev.curfew.app.window.UiGraph;
import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.app.wiring.LabHost;
import dev.curfew.connect.Arming;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.views.kit.FileQuestion;
import dev.curfew.views.kit.dialog.SystemDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The whole window on its real services, driven as an operator would. */
final class Console implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final CoreGraph core;
    private final FxRobot robot = new FxRobot();
    private final List<String> copied = new ArrayList<>();
    private UiGraph ui;
    private Stage stage;

    Console(Path folder) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        core =
                new CoreGraph(
                        new CoreGraph.Setup(
                                InstantSource.system(),
                                folder.resolve("curfew.db"),
                                Duration.ofSeconds(30),
                                (_, purpose) ->
                                        Outcome.failed(Reason.INVALID_INPUT, purpose, "none"),
                                new LabHost()));
        core.openedStore();
        onFx(() -> {
            ui =
                    new UiGraph(
                            core,
                            new SimpleObjectProperty<>(ColorScheme.DARK),
                            new Desk(),
                            tasks -> tasks);
            stage = new Stage();
            Scene scene = new Scene(ui.root(), 1000, 900);
            ui.theme().install(scene);
            stage.setScene(scene);
            stage.show();
            return true;
        });
    }

    CoreGraph core() {
        return core;
    }

    void begin(boolean lab) {
        onFx(() -> {
            ui.begin(lab);
            return true;
        });
    }

    void arm(String connection) {
        core.arming().arm(connection, Arming.DEFAULT);
        onFx(() -> {
            ui.actions().armingChanged();
            return true;
        });
    }

    void go(String screen) {
        onFx(() -> {
            ui.navigator().go(screen);
            return true;
        });
    }

    void click(String id) {
        await("#" + id + " is there and enabled", () -> find(id).isPresent());
        robot.interact(() -> find(id).orElseThrow().requestFocus());
        robot.clickOn("#" + id);
    }

    /** Without a mouse, so it may lie below what is to be seen. */
    void space(String id) {
        await("#" + id + " is there and enabled", () -> find(id).isPresent());
        robot.interact(() -> find(id).orElseThrow().requestFocus());
        robot.push(KeyCode.SPACE);
    }

    /** Puts the text into a field as typing would, and leaves the focus there. */
    void type(String id, String text) {
        await("#" + id + " is there", () -> find(id).isPresent());
        robot.interact(() -> {
            TextInputControl field = (TextInputControl) find(id).orElseThrow();
            field.requestFocus();
            field.setText(text);
        });
    }

    void press(KeyCode... keys) {
        robot.push(keys);
    }

    /** Rows that a table shows. */
    int rows(String table) {
        return onFx(() -> table(table).map(t -> t.getItems().size()).orElse(0));
    }

    void select(String table, int row) {
        await(table + " has a row " + row, () -> rows(table) > row);
        robot.interact(() -> {
            TableView<?> view = table(table).orElseThrow();
            view.requestFocus();
            view.getSelectionModel().select(row);
            view.getFocusModel().focus(row);
        });
    }

    boolean shows(String id) {
        return onFx(() -> find(id).isPresent());
    }

    /** Everything that is written on the screen now. */
    String text() {
        return onFx(() -> String.join("\n", texts(ui.root())));
    }

    List<String> copied() {
        return copied;
    }

    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " did not happen; on screen:\n" + text());
            }
            onFx(() -> true);
        }
    }

    void awaitText(String wanted) {
        await("\"" + wanted + "\" on screen", () -> text().contains(wanted));
    }

    private Optional<Node> find(String id) {
        return Optional.ofNullable(ui.root().lookup("#" + id))
                .filter(node -> node.isVisible() && node.getScene() != null && !node.isDisabled());
    }

    private Optional<TableView<?>> table(String id) {
        return Optional.ofNullable((TableView<?>) ui.root().lookup("#" + id));
    }

    private static List<String> texts(Node node) {
        List<String> found = new ArrayList<>();
        if (!node.isVisible()) {
            return found;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            found.add(labeled.getText());
        }
        if (node instanceof TextInputControl field && field.getText() != null) {
            found.add(field.getText());
        }
        if (node instanceof Text text) {
            found.add(text.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(texts(child)));
        }
        return found;
    }

    private static <T> T onFx(Supplier<T> action) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(action.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        onFx(() -> {
            stage.hide();
            ui.close();
            return true;
        });
        core.close();
    }

    /** The headless platform has no choosers. */
    private final class Desk implements SystemDesk {
        @Override
        public Optional<Path> chooseSave(FileQuestion question) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseOpen(FileQuestion question) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseFolder(FileQuestion question) {
            return Optional.empty();
        }

        @Override
        public void copy(String text) {
            copied.add(text);
        }

        @Override
        public void openFolder(Path folder) {}
    }
}

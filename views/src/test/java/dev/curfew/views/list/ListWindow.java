package dev.curfew.views.list;

import dev.curfew.estate.Estate;
import dev.curfew.icons.AppIcon;
import dev.curfew.text.Texts;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.Ages;
import dev.curfew.views.kit.FxThread;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.Tasks;
import dev.curfew.views.kit.Theme;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.NoticeBar;
import dev.curfew.views.kit.dialog.OverlayPane;
import dev.curfew.views.nodes.NodeFinder;
import dev.curfew.views.nodes.NodesPage;
import dev.curfew.views.shell.ConnectionState;
import dev.curfew.views.shell.Health;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.Page;
import dev.curfew.views.shell.Places;
import dev.curfew.views.shell.RailCount;
import dev.curfew.views.shell.Screen;
import dev.curfew.views.shell.ShellActions;
import dev.curfew.views.shell.ShellState;
import dev.curfew.views.shell.ShellView;
import dev.curfew.views.shell.ShellViewModel;
import dev.curfew.views.testing.FakeDialogs;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.MemoryColumns;
import dev.curfew.views.testing.TestUi;
import dev.curfew.views.workloads.WorkloadFinder;
import dev.curfew.views.workloads.WorkloadsPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.util.Subscription;

/** The whole window with both lists, composed as the application does it. JavaFX thread only. */
public final class ListWindow {
    public final OverlayPane root = new OverlayPane(TestUi.texts());
    public final Navigator navigator = new Navigator();
    public final RecordedActions actions = new RecordedActions();
    public final EstateModel estate = new EstateModel(atOnce());
    public final FakeDialogs dialogs = new FakeDialogs();
    public final List<String> readAgain = new ArrayList<>();
    public final Ui ui;
    public final WorkloadsPage workloads;
    public final NodesPage nodes;
    public final ShellView shell;
    private final ShellViewModel model;
    private Estate newest = Estate.EMPTY;

    public ListWindow(Estate shown) {
        this(shown, new InlineTasks());
    }

    public ListWindow(Estate shown, Tasks tasks) {
        Texts texts = TestUi.texts();
        ui =
                new Ui(
                        texts,
                        tasks,
                        dialogs,
                        root,
                        new Ages(texts, TestUi.CLOCK),
                        action -> Subscription.EMPTY,
                        new MemoryColumns());
        model = new ShellViewModel(tasks);
        workloads = new WorkloadsPage(estate, actions, navigator, readAgain::add, ui);
        nodes = new NodesPage(estate, actions, navigator, readAgain::add, ui);
        Links links = new Links(navigator);
        shell =
                new ShellView(
                        List.of(
                                screen(
                                        Places.WORKLOADS,
                                        "Workloads",
                                        AppIcon.WORKLOADS,
                                        () -> workloads),
                                screen(
                                        Places.NODES,
                                        "Nodes (SPIRE agents)",
                                        AppIcon.NODES,
                                        () -> nodes)),
                        navigator,
                        model,
                        new NoShellActions(),
                        List.of(
                                new WorkloadFinder(() -> newest, estate, links, ui),
                                new NodeFinder(() -> newest, estate, links, ui)),
                        new Theme(new SimpleObjectProperty<>(ColorScheme.DARK)),
                        root,
                        new NoticeBar(atOnce(), texts),
                        ui);
        show(shown);
        navigator.go(Places.WORKLOADS);
    }

    private static Screen screen(String id, String title, AppIcon icon, Supplier<Page> page) {
        return new Screen(
                id, title, icon, "Inventory", new SimpleObjectProperty<>(RailCount.NONE), page);
    }

    public void show(Estate shown) {
        newest = shown;
        estate.feed().accept(shown);
        model.update(
                new ShellState(
                        shown.servers().stream()
                                .map(server ->
                                        new ConnectionState(
                                                server.name(),
                                                server.trustDomain()
                                                        .map(domain -> domain.getName())
                                                        .orElse(""),
                                                Health.UP,
                                                Optional.empty(),
                                                Optional.of(Duration.ofMillis(4)),
                                                Optional.of(TestUi.NOW.plusSeconds(877)),
                                                ""))
                                .toList(),
                        List.of(),
                        Optional.of(TestUi.NOW.minusSeconds(23)),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Puts it into a scene of this size and look. */
    public Scene scene(int width, int height, Look look) {
        Scene scene = new Scene(root, width, height);
        look.apply(scene);
        shell.attached();
        Gallery.snapshot(scene);
        return scene;
    }

    public void layout() {
        Gallery.snapshot(root.getScene());
    }

    public Node find(String id) {
        return Optional.ofNullable(root.lookup("#" + id))
                .orElseThrow(() -> new AssertionError("nothing is called " + id));
    }

    public boolean has(String id) {
        return root.lookup("#" + id) != null;
    }

    public void press(String button) {
        ((ButtonBase) find(button)).fire();
        layout();
    }

    public void type(String field, String text) {
        ((TextField) find(field)).setText(text);
        layout();
    }

    /** What is asked for on the screen of workloads. */
    public String query() {
        return ((TextField) find("workloads-query")).getText();
    }

    /** The rows on the screen of workloads. */
    public List<?> workloads() {
        return table("workloads-table").getItems();
    }

    public TableView<?> table(String id) {
        return (TableView<?>) find(id);
    }

    private static FxThread atOnce() {
        return new FxThread() {
            @Override
            public void run(Runnable action) {
                action.run();
            }

            @Override
            public void runAfter(Duration delay, Runnable action) {
                if (delay.compareTo(Duration.ofSeconds(1)) < 0) {
                    action.run();
                }
            }
        };
    }

    private static final class NoShellActions implements ShellActions {
        @Override
        public void arm(String connection) {}

        @Override
        public void disarm(String connection) {}

        @Override
        public void readNow(String connection) {}

        @Override
        public void showConnection(String connection) {}

        @Override
        public void showConnections() {}
    }
}

package dev.curfew.views.actions;

import dev.curfew.connect.Arming;
import dev.curfew.containment.Planner;
import dev.curfew.containment.ReversalWatch;
import dev.curfew.containment.Runner;
import dev.curfew.containment.Undo;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.estate.EstateService;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Outcome;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Ages;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.Tasks;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.OverlayPane;
import dev.curfew.views.testing.FakeDialogs;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.MemoryColumns;
import dev.curfew.views.testing.QueueFxThread;
import dev.curfew.views.testing.TestUi;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/** The actions on a window without a display, and the lab's server behind them. */
final class ActionLab implements AutoCloseable {
    static final String ACME = LabBackend.ACME;

    final LabBackend backend;
    final Clock clock = LabBackend.CLOCK;
    final EstateService estates;
    final MemoryJournal journal;
    final MemorySnapshots snapshots;
    final Arming arming = new Arming(clock);
    final QueueFxThread fx = new QueueFxThread();
    final EstateModel model = new EstateModel(fx);
    final FakeDialogs dialogs = new FakeDialogs();
    final OverlayPane root = new OverlayPane(TestUi.texts());
    final Button below = new Button("below");
    final List<Runnable> tickers = new ArrayList<>();
    final List<ContainmentTarget> contained = new ArrayList<>();
    final List<Throwable> crashes = new ArrayList<>();
    final Scene scene;
    final ActionFlow flow;

    private final boolean ownBackend;

    ActionLab() {
        this(new LabBackend(), true, new InlineTasks(), new Look(true, 1), 1440, 900);
    }

    ActionLab(Tasks tasks) {
        this(new LabBackend(), true, tasks, new Look(true, 1), 1440, 900);
    }

    /** A window of its own on a server that others use too. */
    ActionLab(LabBackend backend, Look look, int width, int height) {
        this(backend, false, new InlineTasks(), look, width, height);
    }

    private ActionLab(
            LabBackend backend, boolean ownBackend, Tasks tasks, Look look, int width, int height) {
        this.backend = backend;
        this.ownBackend = ownBackend;
        estates = backend.estates;
        journal = backend.journal;
        snapshots = backend.snapshots;
        estates.subscribe(model.feed());
        settle();
        root.setContent(below);
        scene = new Scene(root, width, height);
        look.apply(scene);
        below.requestFocus();
        Ui ui =
                new Ui(
                        TestUi.texts(),
                        tasks,
                        dialogs,
                        root,
                        new Ages(TestUi.texts(), clock),
                        action -> {
                            tickers.add(action);
                            return () -> tickers.remove(action);
                        },
                        new MemoryColumns());
        flow =
                new ActionFlow(
                        new ActionServices(
                                new Planner(clock),
                                new Runner(estates, journal, snapshots, arming, clock),
                                new Undo(journal, snapshots),
                                new ReversalWatch(
                                        estates, journal, List.of(Duration.ZERO, Duration.ZERO)),
                                arming),
                        new ActionHost(
                                "oncall-2",
                                ZoneOffset.UTC,
                                fx,
                                connection -> arming.arm(connection, Arming.DEFAULT),
                                contained::add,
                                crashes::add),
                        model,
                        ui);
        Subscription _ = flow.attached();
    }

    ActionLab armed() {
        arming.arm(ACME, Arming.DEFAULT);
        flow.armingChanged();
        return this;
    }

    /** What other threads have handed to the JavaFX thread. */
    void settle() {
        while (!fx.isEmpty()) {
            fx.runNext();
        }
    }

    /** Waits until the newest action was looked at again so often. */
    void awaitLooks(int looks) {
        while (reports().getFirst().looksProperty().get() < looks) {
            fx.runNext();
        }
        layout();
    }

    List<SessionReport> reports() {
        return flow.reports().all().get();
    }

    void reopenNewest() {
        flow.reopen(reports().getFirst());
        layout();
    }

    void tick() {
        List.copyOf(tickers).forEach(Runnable::run);
    }

    ServerEstate server() {
        settle();
        return model.server().orElseThrow();
    }

    List<RegistrationEntry> entries(String name) {
        return server().entries().value().entries().stream()
                .filter(entry -> entry.spiffeId().getPath().endsWith("/" + name))
                .toList();
    }

    RegistrationEntry entry(String name) {
        return entries(name).getFirst();
    }

    /** Read from the server itself, not from the estate. */
    Optional<RegistrationEntry> onServer(String id) {
        return switch (client().entries().get(id)) {
            case Outcome.Ok<RegistrationEntry>(var entry) -> Optional.of(entry);
            case Outcome.Failed<RegistrationEntry> _ -> Optional.empty();
        };
    }

    dev.curfew.spire.SpireServer client() {
        return switch (estates.client(ACME)) {
            case Outcome.Ok<dev.curfew.spire.SpireServer>(var client) -> client;
            case Outcome.Failed<dev.curfew.spire.SpireServer>(var why) ->
                    throw new IllegalStateException(why.toString());
        };
    }

    Node node(String name) {
        return server().nodes().value().stream()
                .filter(node -> node.id().getPath().contains(name))
                .findFirst()
                .orElseThrow();
    }

    FederationRelationship federation(String trustDomain) {
        return server().federation().value().stream()
                .filter(one -> one.trustDomain().getName().equals(trustDomain))
                .findFirst()
                .orElseThrow();
    }

    boolean shows(String id) {
        return root.lookup("#" + id) != null;
    }

    <N extends javafx.scene.Node> N find(String id, Class<N> type) {
        javafx.scene.Node found = root.lookup("#" + id);
        if (found == null) {
            throw new AssertionError("there is no #" + id);
        }
        return type.cast(found);
    }

    ActionButton button(String id) {
        return find(id, ActionButton.class);
    }

    String text(String id) {
        return find(id, javafx.scene.control.Labeled.class).getText();
    }

    void press(String id) {
        button(id).fire();
        settle();
        layout();
    }

    void type(String id, String text) {
        find(id, TextInputControl.class).setText(text);
        settle();
    }

    void layout() {
        root.applyCss();
        root.layout();
    }

    void key(KeyCode code) {
        scene.getFocusOwner()
                .fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        settle();
    }

    String focus() {
        return String.valueOf(scene.getFocusOwner().getId());
    }

    /** All that is said in the window, for finding a sentence in it. */
    String words() {
        StringBuilder words = new StringBuilder();
        root.lookupAll(".label").stream()
                .filter(javafx.scene.control.Labeled.class::isInstance)
                .map(node -> ((javafx.scene.control.Labeled) node).getText())
                .forEach(text -> words.append(text).append('\n'));
        return words.toString();
    }

    @Override
    public void close() {
        if (ownBackend) {
            backend.close();
        }
    }
}

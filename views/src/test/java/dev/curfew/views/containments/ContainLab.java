package dev.curfew.views.containments;

import dev.curfew.connect.Arming;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.containment.Confirmation;
import dev.curfew.containment.Planner;
import dev.curfew.containment.Runner;
import dev.curfew.containment.Strength;
import dev.curfew.containment.Undo;
import dev.curfew.containment.approval.Approvers;
import dev.curfew.containment.book.ContainmentBook;
import dev.curfew.containment.book.DryRun;
import dev.curfew.containment.book.Kept;
import dev.curfew.containment.plan.ContainmentIds;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.ContainmentPlanner;
import dev.curfew.containment.plan.ContainmentRequest;
import dev.curfew.containment.plan.ContainmentRequest.Options;
import dev.curfew.containment.plan.RestorePlanner;
import dev.curfew.containment.run.Afterwards;
import dev.curfew.containment.run.Backoff;
import dev.curfew.containment.run.ContainmentHistory;
import dev.curfew.containment.run.ContainmentRunner;
import dev.curfew.containment.run.ContainmentRunner.Pace;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.RunControl;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.estate.EstateService;
import dev.curfew.estate.LiveConnector;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.lab.Lab;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.probe.DeclaredEndpoint;
import dev.curfew.probe.Probe;
import dev.curfew.spire.SpireServer;
import dev.curfew.views.actions.ActionHost;
import dev.curfew.views.actions.MemoryJournal;
import dev.curfew.views.actions.MemorySnapshots;
import dev.curfew.views.contain.ContainServices;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.evidence.EvidenceExport;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Ages;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.OverlayPane;
import dev.curfew.views.screens.FakeEvidence;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.Places;
import dev.curfew.views.testing.FakeDialogs;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.MemoryColumns;
import dev.curfew.views.testing.QueueFxThread;
import dev.curfew.views.testing.TestUi;
import io.spiffe.spiffeid.SpiffeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;

/** The screen of containments without a display, on the lab's server. JavaFX thread only. */
final class ContainLab implements AutoCloseable {
    static final String ACME = "acme";
    static final String AGENT = "spiffe://acme.test/agent/web-researcher";
    static final ContainmentTarget TARGET =
            new ContainmentTarget.Identities(List.of(SpiffeId.parse(AGENT)));
    private List<DeclaredEndpoint> endpoints = List.of();

    private static final Probe NOTHING_TO_SEE =
            endpoint -> Outcome.failed(Reason.ENDPOINT_UNREACHED, endpoint.toString(), "a test");

    private static final Pace QUICK =
            new Pace(
                    new Backoff(Duration.ofMillis(20), Duration.ofMillis(50), 3),
                    List.of(Duration.ZERO, Duration.ofMillis(50)),
                    Duration.ofSeconds(30));

    final Clock clock = Clock.systemUTC();
    final Lab lab;
    final EstateService estates;
    final MemoryJournal journal = new MemoryJournal(clock);
    final MemorySnapshots snapshots = new MemorySnapshots();
    final Arming arming = new Arming(clock);
    final QueueFxThread fx = new QueueFxThread();
    final EstateModel model = new EstateModel(fx);
    final ContainmentsModel containments = new ContainmentsModel(fx, clock);
    final FakeDialogs dialogs = new FakeDialogs();
    final Navigator navigator = new Navigator();
    final List<Runnable> tickers = new ArrayList<>();
    final List<Throwable> crashes = new ArrayList<>();
    final Planner planner = new Planner(clock);
    final ContainmentIds ids = new ContainmentIds();
    final ContainmentRunner runner;
    final ContainmentBook book;
    final Ui ui;
    final ContainmentsPage page;
    final OverlayPane root = new OverlayPane(TestUi.texts());
    final Scene scene;
    final FakeEvidence evidence = new FakeEvidence();
    final List<Location> pictured = new ArrayList<>();
    int poppedOut;
    Approvers approvers = new Approvers(Map.of());

    ContainLab() {
        try {
            lab = Lab.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        estates =
                new EstateService(
                        new LiveConnector(
                                (_, purpose) ->
                                        Outcome.failed(Reason.CREDENTIAL_UNREADABLE, purpose, ""),
                                Duration.ofSeconds(10)),
                        clock);
        estates.connectNow(
                ConnectionProfile.local(
                        ACME, Path.of(lab.acme().unixTarget().substring("unix:".length()))));
        runner =
                new ContainmentRunner(
                        estates,
                        planner,
                        new Runner(estates, journal, snapshots, arming, clock),
                        journal,
                        arming,
                        clock,
                        QUICK,
                        NOTHING_TO_SEE);
        book =
                new ContainmentBook(
                        runner,
                        new ContainmentHistory(journal),
                        new Afterwards(estates, journal, clock, NOTHING_TO_SEE),
                        journal);
        ui =
                new Ui(
                        TestUi.texts(),
                        new InlineTasks(),
                        dialogs,
                        root,
                        new Ages(TestUi.texts(), clock),
                        action -> {
                            tickers.add(action);
                            return () -> tickers.remove(action);
                        },
                        new MemoryColumns());
        estates.subscribe(model.feed());
        book.subscribe(containments.feed());
        Subscription _ = containments.attached(ui.ticker());
        ContainServices services =
                new ContainServices(
                        contained(),
                        new RestorePlanner(clock, ids, planner, new Undo(journal, snapshots)),
                        book,
                        new DryRun(estates, arming, clock),
                        arming,
                        () -> approvers);
        page =
                new ContainmentsPage(
                        "Containments",
                        containments,
                        services,
                        new ActionHost(
                                "oncall-2",
                                ZoneOffset.UTC,
                                fx,
                                connection -> arming.arm(connection, Arming.DEFAULT),
                                target -> navigator.go(new Address.Plan(target).location()),
                                crashes::add),
                        model,
                        navigator,
                        () -> poppedOut++,
                        new EvidenceExport(evidence, crashes::add, ui),
                        (plan, back) -> pictured.add(back),
                        ui);
        root.setContent(new BorderPane(page.body()));
        scene = new Scene(root, 1440, 900);
        new Look(true, 1).apply(scene);
        Subscription _ = page.attached();
        Subscription _ = navigator.hereProperty().subscribe(this::arrived);
        settle();
    }

    private ContainmentPlanner contained() {
        return new ContainmentPlanner(clock, ids, planner);
    }

    private void arrived(Optional<Location> here) {
        here.filter(location -> location.screen().equals(Places.CONTAINMENTS))
                .ifPresent(location -> page.open(location.argument()));
    }

    /** Where the targets of what is planned from now on are called. */
    ContainLab calledAt(DeclaredEndpoint... where) {
        endpoints = List.of(where);
        return this;
    }

    ContainLab armed() {
        arming.arm(ACME, Arming.DEFAULT);
        return this;
    }

    /** Opens the preview of a containment, planned. */
    ContainLab planning(ContainmentTarget target) {
        go(new Address.Plan(target));
        return this;
    }

    void go(Address address) {
        navigator.go(address.location());
        tick();
        layout();
    }

    ContainmentPlan plan(ContainmentTarget target) {
        return switch (contained()
                .plan(
                        new ContainmentRequest(
                                target, Strength.CONTAIN, Options.USUAL, List.of(ACME), endpoints),
                        estates.estate())) {
            case Outcome.Ok<ContainmentPlan>(var plan) -> plan;
            case Outcome.Failed<ContainmentPlan>(var why) -> throw new AssertionError(why);
        };
    }

    static Confirmation confirmed(ContainmentPlan plan) {
        return new Confirmation("oncall-2", "a test", "INC-1", plan.approval().text());
    }

    /** Runs one outside the window, to its end. */
    String run(Consumer<ContainmentState> listener) {
        ContainmentPlan plan = plan(TARGET);
        runner.run(plan, confirmed(plan), new RunControl(), listener);
        book.load();
        settle();
        return plan.id();
    }

    Kept kept(String id) {
        return book.find(id).orElseThrow();
    }

    /** Waits until what other threads hand over has made it so. */
    void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            fx.runNext();
        }
        tick();
        layout();
    }

    void awaitEnd(String id) {
        await(() ->
                containments
                        .find(id)
                        .filter(kept -> !kept.runsHere())
                        .filter(kept -> kept.state().endedAt().isPresent())
                        .isPresent());
    }

    void settle() {
        while (!fx.isEmpty()) {
            fx.runNext();
        }
    }

    void tick() {
        settle();
        List.copyOf(tickers).forEach(Runnable::run);
    }

    List<RegistrationEntry> entries(String name) {
        return estates.estate().server(ACME).orElseThrow().entries().value().entries().stream()
                .filter(entry -> entry.spiffeId().getPath().equals("/agent/" + name))
                .toList();
    }

    SpireServer client() {
        return switch (estates.client(ACME)) {
            case Outcome.Ok<SpireServer>(var client) -> client;
            case Outcome.Failed<SpireServer>(var why) -> throw new AssertionError(why);
        };
    }

    /** Read from the server itself, not from the estate. */
    Optional<RegistrationEntry> onServer(String id) {
        return client().entries().get(id) instanceof Outcome.Ok<RegistrationEntry>(var entry)
                ? Optional.of(entry)
                : Optional.empty();
    }

    boolean shows(String id) {
        Node node = root.lookup("#" + id);
        return node != null && isShown(node);
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    <N extends Node> N find(String id, Class<N> type) {
        Node found = root.lookup("#" + id);
        if (found == null) {
            throw new AssertionError("there is no #" + id);
        }
        return type.cast(found);
    }

    /** Buttons stand in the page or in its head. */
    ActionButton button(String id) {
        Node inHead =
                page.actions().stream()
                        .map(node -> node.lookup("#" + id))
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return inHead instanceof ActionButton button ? button : find(id, ActionButton.class);
    }

    void press(String id) {
        button(id).fire();
        settle();
        tick();
        layout();
    }

    void type(String id, String text) {
        find(id, TextInputControl.class).setText(text);
        settle();
    }

    void key(KeyCode code, boolean control) {
        scene.getFocusOwner()
                .fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
        settle();
    }

    String focus() {
        return String.valueOf(scene.getFocusOwner().getId());
    }

    String why(String id) {
        return button(id).getAccessibleHelp();
    }

    void layout() {
        root.applyCss();
        root.layout();
    }

    /** All that is said in the window, for finding a sentence in it. */
    String words() {
        StringBuilder words = new StringBuilder();
        root.lookupAll(".label").stream()
                .filter(ContainLab::isShown)
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .forEach(text -> words.append(text).append('\n'));
        return words.toString();
    }

    Address here() {
        return Address.read(navigator.hereProperty().get().orElseThrow().argument());
    }

    @Override
    public void close() {
        book.close();
        estates.close();
        lab.close();
    }
}

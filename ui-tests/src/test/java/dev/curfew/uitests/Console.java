package dev.curfew.uitests;

import dev.curfew.app.window.UiGraph;
import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.app.wiring.LabHost;
import dev.curfew.app.wiring.OperatorPrompter;
import dev.curfew.app.wiring.Prompter;
import dev.curfew.app.wiring.ReferencedSecrets;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.containment.book.Kept;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.Link;
import dev.curfew.estate.NodeState;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.lab.Lab;
import dev.curfew.outcome.Outcome;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.SavedBackends;
import dev.curfew.spire.SpireServer;
import dev.curfew.store.JournalEntry.Phase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.testfx.api.FxToolkit;

/** The whole window on its real services, with one connection that the test looks at. */
final class Console implements AutoCloseable {
    static final String LAB = "lab:acme.test";

    /** What the journal holds of one thing that was changed and found changed. */
    static final List<Phase> WENT_WELL =
            List.of(Phase.PLANNED, Phase.SENDING, Phase.ACCEPTED, Phase.CONFIRMED, Phase.FINISHED);

    private final CoreGraph core;
    private final String connection;
    private final TestDesk desk = new TestDesk();
    private final UiGraph ui;
    private final Stage stage;
    private final Hand hand;

    private Console(Path folder, String connection, List<ConnectionProfile> saved) {
        this.connection = connection;
        OperatorPrompter prompter = new OperatorPrompter(Prompter.NOBODY);
        core =
                new CoreGraph(
                        new CoreGraph.Setup(
                                InstantSource.system(),
                                folder.resolve("curfew.db"),
                                Duration.ofSeconds(30),
                                new ReferencedSecrets(Map.of(), prompter),
                                new LabHost()));
        saved.forEach(profile -> core.store().connections().save(profile));
        ui =
                Hand.onFx(() ->
                        new UiGraph(
                                core,
                                new SimpleObjectProperty<>(ColorScheme.DARK),
                                desk,
                                tasks -> tasks));
        prompter.askThrough(ui.secrets());
        stage = Hand.onFx(this::show);
        hand = new Hand(ui.root());
    }

    /** Opens on the lab, as it does where nothing is saved, and waits until all is read. */
    static Console onTheLab(Path folder) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        return new Console(folder, LAB, List.of()).begun();
    }

    /** Opens on a server that was saved before, and waits until all is read. */
    static Console on(ConnectionProfile profile, Path folder) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        return new Console(folder, profile.name(), List.of(profile)).begun();
    }

    private Stage show() {
        Stage shown = new Stage();
        Scene scene = new Scene(ui.root(), 1440, 900);
        ui.theme().install(scene);
        shown.setScene(scene);
        ui.guard(shown);
        shown.show();
        return shown;
    }

    private Console begun() {
        Hand.onFx(() -> {
            ui.begin(false);
            return true;
        });
        hand.click("rail-workloads");
        hand.await(
                "everything is read and shown",
                () ->
                        isRead()
                                && hand.rows("workloads-table")
                                        == estate().entries().value().entries().size());
        return this;
    }

    /** Connects a policy backend, and waits until its grants are read. */
    PolicyBackend connect(PolicyProfile profile) {
        BackendEstate found = core.estates().connectNow(profile);
        if (!found.grants().isWhole()) {
            throw new AssertionError(found.grants().failure().toString());
        }
        return value(core.estates().backend(profile.name()));
    }

    /** The names of the policy backends that the store has. */
    List<String> savedBackends() {
        return SavedBackends.of(core.store().preferences()).all().stream()
                .map(PolicyProfile::name)
                .toList();
    }

    Hand hand() {
        return hand;
    }

    TestDesk desk() {
        return desk;
    }

    /** The client of the same connection, to see what the server itself says. */
    SpireServer server() {
        return value(core.estates().client(connection));
    }

    RegistrationEntry onServer(String id) {
        return value(server().entries().get(id));
    }

    /** What the window knows of an entry. */
    RegistrationEntry entry(String path) {
        return estate().entries().value().entries().stream()
                .filter(entry -> entry.spiffeId().getPath().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** A node that proved itself in this way and may act. */
    Node attestedNode(String type) {
        return estate().nodes().value().stream()
                .filter(node -> node.attestationType().equals(type))
                .filter(node -> NodeState.of(node, Instant.now()) == NodeState.ATTESTED)
                .findFirst()
                .orElseThrow();
    }

    /** All entries that give an identity, as the window knows them. */
    List<RegistrationEntry> entriesOf(String spiffeId) {
        return estate().entries().value().entries().stream()
                .filter(entry -> entry.spiffeId().toString().equals(spiffeId))
                .toList();
    }

    /** Every containment, the newest first. */
    List<Kept> contained() {
        return core.containments().all();
    }

    /** The newest containment as it is now. */
    Kept newestContained() {
        return contained().getFirst();
    }

    /** The lab behind it. */
    Lab lab() {
        return core.lab().running().orElseThrow();
    }

    /** Whether the window is connected to that one. */
    boolean isUp(String other) {
        return core.estates()
                .estate()
                .server(other)
                .filter(server -> server.link() instanceof Link.Up)
                .isPresent();
    }

    private boolean isRead() {
        return core.estates()
                .estate()
                .server(connection)
                .filter(server -> server.entries().state() == Reading.State.COMPLETE)
                .isPresent();
    }

    private ServerEstate estate() {
        return core.estates().estate().server(connection).orElseThrow();
    }

    /** What the journal holds of the newest action, in order. */
    List<Phase> newestAction() {
        String newest =
                core.store()
                        .journal()
                        .newestBefore(Long.MAX_VALUE, 1)
                        .getFirst()
                        .entry()
                        .operationId();
        return core.store().journal().ofOperation(newest).stream()
                .map(record -> record.entry().phase())
                .toList();
    }

    /** What the journal holds of all actions of a kind, oldest first. */
    List<Phase> journalOf(String action) {
        return core.store().journal().newestBefore(Long.MAX_VALUE, 1000).reversed().stream()
                .filter(record -> record.entry().action().equals(action))
                .map(record -> record.entry().phase())
                .toList();
    }

    /** Everything that the journal holds, oldest first. */
    List<Phase> journal() {
        return core.store().journal().newestBefore(Long.MAX_VALUE, 1000).reversed().stream()
                .map(record -> record.entry().phase())
                .toList();
    }

    static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Ok<T>(var value) -> value;
            case Outcome.Failed<T>(var failure) -> throw new AssertionError(failure.toString());
        };
    }

    /** Lets it write, by its chip in the top bar. */
    void arm() {
        hand.choose("connection-" + connection, "connection-" + connection + "-arm");
        hand.click("arm-confirm");
        hand.awaitText("connection-" + connection, "Armed");
    }

    /**
     * On a containment's page: the grants are cut, too, and the backend that keeps them is
     * read-only by itself.
     */
    void armThePolicyBackend() {
        hand.awaitText("lab:policy is read-only");
        hand.click("contain-arm");
    }

    /** Filters the workloads down to so many rows. */
    void filter(String query, int rows) {
        hand.type("workloads-query", query);
        hand.await(rows + " rows", () -> hand.rows("workloads-table") == rows);
    }

    /** Confirms the plan that is shown, and waits for the report on it. */
    void confirm() {
        hand.click("preview-run");
        hand.awaitShown("report-close");
        hand.awaitShown("report-counts");
    }

    void confirm(String typed) {
        hand.type("preview-typed", typed);
        confirm();
    }

    void closeReport() {
        hand.click("report-close");
        hand.await("the report is gone", () -> !hand.shows("report-close"));
    }

    /** Undoes the newest action from the journal. */
    void undoFromTheJournal() {
        hand.click("rail-journal");
        hand.select("journal", 0);
        hand.click("journal-undo");
        confirm();
    }

    /** As the window's own close button does. */
    void wantToClose() {
        Hand.onFx(() -> {
            Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });
    }

    boolean isOpen() {
        return Hand.onFx(stage::isShowing);
    }

    @Override
    public void close() {
        Hand.onFx(() -> {
            stage.hide();
            ui.close();
            return true;
        });
        core.close();
    }
}

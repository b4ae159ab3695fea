package dev.curfew.app.window;

import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.app.wiring.LabHost;
import dev.curfew.connect.Arming;
import dev.curfew.containment.Change;
import dev.curfew.containment.ChangePlan;
import dev.curfew.containment.Confirmation;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.views.containments.Address;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Places;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;

/** What there is to be drawn, and how to get there from a window that was just opened. */
final class GalleryScenes {
    /** One thing an operator does; JavaFX thread. */
    interface Step extends Consumer<UiGraph> {}

    record GalleryScene(String name, List<Step> steps) {}

    private static final String SEVERED = "planner";
    private static final String AGENTS = "id:*/agent/*";

    private final CoreGraph core;
    private final String connection;
    private final GalleryContainments containments;

    GalleryScenes(CoreGraph core) {
        this.core = core;
        this.connection = core.lab().profiles().getFirst().name();
        this.containments = new GalleryContainments(core, connection);
    }

    /** Something happened before, so that the journal has something to show. Blocks. */
    void act() {
        core.arming().arm(connection, Arming.DEFAULT);
        List<RegistrationEntry> agents = agents();
        run(
                new Change.Tighten(agents, Optional.of(600), Optional.of(120), Optional.empty()),
                "INC-4711");
        run(new Change.DeleteEntries(agents().subList(0, 1)), "INC-4711");
        containments.act();
    }

    /** Deletes whatever makes an agent that agent. Blocks. */
    void deleteAgent(String path) {
        core.arming().arm(connection, Arming.DEFAULT);
        run(
                new Change.DeleteEntries(
                        server().entries().value().entries().stream()
                                .filter(e -> e.spiffeId().getPath().equals(path))
                                .toList()),
                "INC-4711");
    }

    /** The lab's own screen, on a lab in which something was deleted. */
    static GalleryScene lab() {
        return scene("lab", go(Places.LAB));
    }

    private void run(Change change, String incident) {
        ChangePlan plan = core.planner().plan(change, server());
        core.runner()
                .run(
                        plan,
                        new Confirmation(
                                "oncall-2",
                                "agent acts after its task",
                                incident,
                                plan.typed().orElse("")),
                        _ -> {});
    }

    /** What is drawn while nothing has been ended yet. The rules that come in force here stay. */
    List<GalleryScene> untouched() {
        return List.of(
                rules(
                        "delegation-rules-text",
                        press("rules-part-2"),
                        press("rules-example"),
                        type("rules-reason", "review 12"),
                        press("rules-save")),
                rules("delegation-rules"),
                rules("delegation-rules-list", press("rules-part-1"), select("rules-list", 1)));
    }

    private static GalleryScene rules(String name, Step... steps) {
        return new GalleryScene(
                name,
                Stream.concat(
                                Stream.of(go(Places.DELEGATION), press("delegation-shape-3")),
                                Stream.of(steps))
                        .toList());
    }

    List<GalleryScene> all() {
        return List.of(
                scene("overview", go(Places.OVERVIEW)),
                scene("workloads", go(Places.WORKLOADS)),
                scene(
                        "workloads-details",
                        query(Places.WORKLOADS, AGENTS),
                        select("workloads-table", 2)),
                scene(
                        "workloads-mistake",
                        go(Places.WORKLOADS),
                        type("workloads-query", "ttl>1h bond:node")),
                scene("nodes", go(Places.NODES), select("nodes-table", 1)),
                scene("delegation", go(Places.DELEGATION)),
                scene("delegation-table", go(Places.DELEGATION), press("delegation-shape-1")),
                scene(
                        "delegation-findings",
                        go(Places.DELEGATION),
                        press("delegation-shape-2"),
                        select("findings-table", 0)),
                scene(
                        "delegation-thresholds",
                        go(Places.DELEGATION),
                        press("delegation-shape-2"),
                        press("findings-settings")),
                scene("delegation-chains", go(Places.DELEGATION), press("delegation-chains")),
                scene("delegation-plan", contain(), pause(), press("contain-picture")),
                scene(
                        "delegation-plan-before",
                        contain(),
                        pause(),
                        press("contain-picture"),
                        press("delegation-plan-when-0")),
                scene(
                        "delegation-plan-all",
                        contain(),
                        pause(),
                        press("contain-picture"),
                        pause(),
                        press("delegation-plan-all")),
                scene("contain-tighten", contain(), press("contain-strength-tighten")),
                scene("contain-preview", contain(), type("contain-typed", "web-res")),
                scene("contain-sever", contain(), press("contain-strength-sever")),
                scene("contain-dry-run", contain(), pause(), press("contain-dryRun")),
                scene("containments", go(Places.CONTAINMENTS)),
                scene("containment-running", ui -> show(ui, containments.start("web-researcher"))),
                scene("containment-ended", ui -> show(ui, containments.newest("support-triage"))),
                scene("containment-reverted", ui -> show(ui, containments.newest("invoice-agent"))),
                scene("containment-cut-off", ui -> show(ui, containments.newest("report-export"))),
                scene("containment-restore", this::restore),
                scene("delegation-restore", this::restore, pause(), press("contain-picture")),
                scene("trust", go(Places.TRUST)),
                scene("connections", go(Places.CONNECTIONS)),
                scene("connections-backend", this::backend, pause()),
                scene("backend-changes", this::backend, pause(), press("connection-look")),
                scene(
                        "backend-model",
                        this::backend,
                        pause(),
                        press("connection-look"),
                        press("backend-look-1")),
                scene(
                        "backend-ask",
                        this::backend,
                        pause(),
                        press("connection-look"),
                        press("backend-look-2"),
                        type("backend-ask-subject", "spiffe://acme.test/agent/web-researcher"),
                        type("backend-ask-action", "can_use"),
                        type("backend-ask-resource", "tool:acme.test/agent/mcp-browser"),
                        press("backend-ask")),
                scene("backend-form", go(Places.CONNECTIONS), press("connections-newBackend")),
                scene(
                        "backend-form-errors",
                        go(Places.CONNECTIONS),
                        press("connections-newBackend"),
                        type("backend-name", LabHost.POLICY),
                        type("backend-address", "authz.acme.test"),
                        press("backend-way-1"),
                        press("backend-proof-1"),
                        press("backend-test")),
                scene(
                        "backend-form-tried",
                        go(Places.CONNECTIONS),
                        press("connections-newBackend"),
                        type("backend-name", "policies"),
                        type("backend-address", core.lab().policy().target().address().display()),
                        press("backend-way-1"),
                        press("backend-test")),
                scene("journal", go(Places.JOURNAL)),
                scene(
                        "evidence-form",
                        go(Places.JOURNAL),
                        select("journal", 1),
                        press("journal-evidence")),
                scene("tighten-form", go(Places.WORKLOADS), ui -> ui.actions().tighten(agents())),
                scene("expiry-form", go(Places.WORKLOADS), ui -> ui.actions().setExpiry(agents())),
                scene("delete-preview", go(Places.WORKLOADS), ui -> ui.actions().delete(agents())),
                scene(
                        "entry-form",
                        go(Places.WORKLOADS),
                        ui -> ui.actions().edit(agents().getFirst())),
                scene("ban-preview", go(Places.NODES), ui -> ui.actions().ban(node())),
                scene("evict-preview", go(Places.NODES), ui -> ui.actions().evict(node())),
                scene("join-token-form", go(Places.NODES), ui -> ui.actions().joinToken()),
                scene("federation-form", go(Places.TRUST), ui -> ui.actions().addFederation()));
    }

    /** Starts a sever and waits until nodes keep its gate closed. Blocks. */
    void sever() throws TimeoutException {
        containments.sever(SEVERED);
    }

    /** What can be seen while it waits there. */
    List<GalleryScene> severed() {
        Step show = ui -> show(ui, containments.newest(SEVERED));
        return List.of(
                scene("sever-gate", show),
                scene(
                        "sever-override",
                        show,
                        press("containment-gate"),
                        type("containment-gate-typed", "lock them")),
                scene("closing", show, ui -> ui.askToClose(() -> {})));
    }

    private static GalleryScene scene(String name, Step... steps) {
        return new GalleryScene(name, List.of(steps));
    }

    private static Step go(String screen) {
        return ui -> ui.navigator().go(screen);
    }

    private Step contain() {
        return ui -> ui.actions().contain(containments.target("web-researcher"));
    }

    private void backend(UiGraph ui) {
        ui.navigator().go(new Location(Places.CONNECTIONS, LabHost.POLICY));
    }

    private void restore(UiGraph ui) {
        ui.navigator().go(new Address.Restore(containments.newest("mail-drafter")).location());
    }

    private static void show(UiGraph ui, String containment) {
        ui.navigator().go(new Address.One(containment).location());
    }

    private static Step pause() {
        return _ -> {};
    }

    private static Step press(String id) {
        return ui -> {
            if (ui.root().lookup("#" + id) instanceof ButtonBase button) {
                button.fire();
            }
        };
    }

    private static Step query(String screen, String query) {
        return ui -> ui.navigator().go(new Location(screen, query));
    }

    private static Step select(String table, int row) {
        return ui -> {
            if (ui.root().lookup("#" + table) instanceof TableView<?> view) {
                view.getSelectionModel().select(row);
            }
        };
    }

    private static Step type(String field, String text) {
        return ui -> {
            if (ui.root().lookup("#" + field) instanceof TextInputControl input) {
                input.setText(text);
            }
        };
    }

    private List<RegistrationEntry> agents() {
        return server().entries().value().entries().stream()
                .filter(e -> e.spiffeId().getPath().startsWith("/agent/"))
                .limit(12)
                .toList();
    }

    private Node node() {
        return server().nodes().value().stream().filter(n -> !n.banned()).findFirst().orElseThrow();
    }

    private ServerEstate server() {
        return core.estates().estate().server(connection).orElseThrow();
    }
}

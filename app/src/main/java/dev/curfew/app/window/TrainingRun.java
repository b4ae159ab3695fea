package dev.curfew.app.window;

import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.containment.Confirmation;
import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.ContainmentRequest;
import dev.curfew.containment.run.Backoff;
import dev.curfew.containment.run.ContainmentRunner.Pace;
import dev.curfew.containment.run.RunControl;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.Selector;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.spire.SpireServer;
import dev.curfew.views.kit.PlatformFxThread;
import dev.curfew.views.shell.Places;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;

/**
 * What operators do most and wait for least, done on a lab as often as it takes the JVM to learn
 * it: a long list is read, filtered as one types and scrolled; identities are contained; screens
 * are opened. Blocks; not on the JavaFX thread.
 */
final class TrainingRun {
    /**
     * How often the JVM is shown the same.
     *
     * @param entries in the long list
     * @param rounds how often it is read, filtered and scrolled
     * @param contained identities, of those in the list
     */
    record Extent(int entries, int rounds, int contained) {
        /** More than this made no start faster. */
        static final Extent ENOUGH = new Extent(20_000, 4, 40);
    }

    private static final String TYPED = "crowd ttl<2h pool-7";
    private static final Pace NO_LATER_LOOKS =
            new Pace(Backoff.USUAL, List.of(Duration.ZERO), Duration.ofSeconds(1));
    private static final Set<String> OFTEN =
            Set.of(
                    "overview",
                    "workloads-details",
                    "nodes",
                    "delegation",
                    "delegation-findings",
                    "contain-preview",
                    "containment-ended",
                    "trust",
                    "connections",
                    "journal",
                    "delete-preview");

    private final CoreGraph core;
    private final PlatformFxThread fx;
    private final ConnectionProfile server;
    private final String domain;
    private final Extent extent;

    TrainingRun(CoreGraph core, PlatformFxThread fx, Extent extent) {
        this.core = core;
        this.fx = fx;
        this.extent = extent;
        server = core.lab().profiles().getFirst();
        domain = "spiffe://" + server.trustDomain().orElseThrow().getName();
    }

    void run() throws TimeoutException {
        core.lab().profiles().forEach(core.estates()::connectNow);
        core.estates().connectNow(core.lab().policy());
        openScreens();
        fill();
        workOnTheList();
        for (int number = 0; number < extent.contained(); number++) {
            contain(SpiffeId.parse(domain + "/crowd/worker-" + number));
        }
    }

    private void openScreens() throws TimeoutException {
        GalleryScenes scenes = new GalleryScenes(core);
        scenes.act();
        for (GalleryScenes.GalleryScene scene : scenes.all()) {
            if (OFTEN.contains(scene.name())) {
                try (UnseenWindow window = new UnseenWindow(core, fx)) {
                    window.run(UiGraph::beginQuietly);
                    for (GalleryScenes.Step step : scene.steps()) {
                        window.look();
                        window.run(step);
                    }
                    window.settle();
                }
            }
        }
    }

    private void workOnTheList() throws TimeoutException {
        try (UnseenWindow window = new UnseenWindow(core, fx)) {
            window.show();
            window.run(ui -> ui.navigator().go(Places.WORKLOADS));
            for (int round = 0; round < extent.rounds(); round++) {
                core.estates().disconnect(server.name());
                window.settle();
                core.estates().connectNow(server);
                window.settle();
                type(window);
                scroll(window);
            }
        }
    }

    private void contain(SpiffeId id) {
        ContainmentRequest request =
                new ContainmentRequest(
                        new ContainmentTarget.Identities(List.of(id)),
                        Strength.CONTAIN,
                        ContainmentRequest.Options.USUAL,
                        List.of(server.name()));
        if (core.containmentPlanner().plan(request, core.estates().estate())
                instanceof Ok<ContainmentPlan>(var plan)) {
            core.containmentRunner(NO_LATER_LOOKS)
                    .run(
                            plan,
                            new Confirmation("training", "", "", plan.approval().text()),
                            new RunControl(),
                            _ -> {});
        }
    }

    private void fill() {
        if (core.estates().client(server.name()) instanceof Ok<SpireServer>(var client)) {
            client.entries()
                    .create(IntStream.range(0, extent.entries()).mapToObj(this::draft).toList());
        }
    }

    private EntryDraft draft(int number) {
        return EntryDraft.plain(
                SpiffeId.parse(domain + "/crowd/worker-" + number),
                SpiffeId.parse(domain + "/pool-" + number % 40),
                List.of(new Selector("unix", "uid:" + number)),
                number % 4 * 1800,
                0);
    }

    private static void type(UnseenWindow window) throws TimeoutException {
        for (int end = 1; end <= TYPED.length(); end++) {
            String typed = TYPED.substring(0, end);
            window.run(ui -> {
                if (ui.root().lookup("#workloads-query") instanceof TextInputControl field) {
                    field.setText(typed);
                }
            });
            window.look();
        }
    }

    private void scroll(UnseenWindow window) throws TimeoutException {
        for (int row = 0; row < extent.entries(); row += extent.entries() / 20) {
            int to = row;
            window.run(ui -> {
                if (ui.root().lookup("#workloads-table") instanceof TableView<?> table) {
                    table.scrollTo(to);
                    table.getSelectionModel().select(to);
                }
            });
            window.look();
        }
    }
}

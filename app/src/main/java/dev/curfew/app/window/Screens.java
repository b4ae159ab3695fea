package dev.curfew.app.window;

import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.app.wiring.LabHost;
import dev.curfew.containment.Unfinished;
import dev.curfew.delegation.check.Severity;
import dev.curfew.estate.Estate;
import dev.curfew.estate.Link;
import dev.curfew.estate.ServerEstate;
import dev.curfew.estate.SpireGrants;
import dev.curfew.icons.AppIcon;
import dev.curfew.text.Texts;
import dev.curfew.views.actions.ActionHost;
import dev.curfew.views.actions.Actions;
import dev.curfew.views.backends.BackendDesk;
import dev.curfew.views.connections.ConnectionDesk;
import dev.curfew.views.connections.ConnectionsPage;
import dev.curfew.views.connections.ConnectionsViewModel;
import dev.curfew.views.delegation.AddedModel;
import dev.curfew.views.delegation.DelegationPage;
import dev.curfew.views.delegation.DelegationViewModel;
import dev.curfew.views.delegation.Findings;
import dev.curfew.views.delegation.FindingsCard;
import dev.curfew.views.delegation.FindingsModel;
import dev.curfew.views.delegation.FindingsState;
import dev.curfew.views.delegation.RulesModel;
import dev.curfew.views.delegation.ShellGrantActions;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.evidence.EvidenceExport;
import dev.curfew.views.graph.LayeredLayout;
import dev.curfew.views.journal.JournalDesk;
import dev.curfew.views.journal.JournalPage;
import dev.curfew.views.journal.JournalViewModel;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.FxThread;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.lab.LabDesk;
import dev.curfew.views.lab.LabPage;
import dev.curfew.views.lab.LabViewModel;
import dev.curfew.views.list.Links;
import dev.curfew.views.nodes.NodeFinder;
import dev.curfew.views.nodes.NodesPage;
import dev.curfew.views.overview.OverviewPage;
import dev.curfew.views.overview.OverviewViewModel;
import dev.curfew.views.palette.PaletteProvider;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.Places;
import dev.curfew.views.shell.RailCount;
import dev.curfew.views.shell.Screen;
import dev.curfew.views.shell.ShellActions;
import dev.curfew.views.trust.TrustPage;
import dev.curfew.views.trust.TrustViewModel;
import dev.curfew.views.workloads.WorkloadFinder;
import dev.curfew.views.workloads.WorkloadsPage;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The screens that exist, in the order of the navigation, and what the palette finds.
 *
 * @param crashed hears of bugs of ours
 */
record Screens(
        CoreGraph core,
        EstateModel estate,
        Actions actions,
        WindowContainments containments,
        ActionHost host,
        Navigator navigator,
        ShellActions shell,
        ConnectionDesk desk,
        BackendDesk backends,
        FindingsModel findings,
        AddedModel added,
        RulesModel rules,
        LabDesk lab,
        FxThread fx,
        Consumer<Throwable> crashed,
        Ui ui) {

    List<Screen> all(Texts texts) {
        String inventory = texts.get("screen.group.inventory");
        String platform = texts.get("screen.group.platform");
        return List.of(
                new Screen(
                        Places.OVERVIEW,
                        texts.get("screen.overview"),
                        AppIcon.OVERVIEW,
                        "",
                        nothing(),
                        this::overview),
                new Screen(
                        Places.WORKLOADS,
                        texts.get("screen.workloads"),
                        AppIcon.WORKLOADS,
                        inventory,
                        count(server -> server.entries().value().entries().size()),
                        () -> new WorkloadsPage(estate, actions, navigator, shell::readNow, ui)),
                new Screen(
                        Places.NODES,
                        texts.get("screen.nodes"),
                        AppIcon.NODES,
                        inventory,
                        count(server -> server.nodes().value().size()),
                        () -> new NodesPage(estate, actions, navigator, shell::readNow, ui)),
                new Screen(
                        Places.DELEGATION,
                        texts.get("screen.delegation"),
                        AppIcon.DELEGATION,
                        inventory,
                        findings.stateProperty().map(state -> count(state, texts)),
                        this::delegation),
                new Screen(
                        Places.CONTAINMENTS,
                        texts.get("screen.containments"),
                        AppIcon.CONTAINMENTS,
                        texts.get("screen.group.response"),
                        containments.count(),
                        () -> containments.page(texts.get("screen.containments"), host)),
                new Screen(
                        Places.TRUST,
                        texts.get("screen.trust"),
                        AppIcon.AUTHORITIES,
                        platform,
                        nothing(),
                        this::trust),
                new Screen(
                        Places.CONNECTIONS,
                        texts.get("screen.connections"),
                        AppIcon.CONNECTIONS,
                        platform,
                        connectionCount(),
                        this::connections),
                new Screen(
                        Places.JOURNAL,
                        texts.get("screen.journal"),
                        AppIcon.JOURNAL,
                        platform,
                        nothing(),
                        () -> journal(texts)),
                new Screen(
                        Places.LAB,
                        texts.get("screen.lab"),
                        AppIcon.LAB,
                        platform,
                        nothing(),
                        () ->
                                new LabPage(
                                        new LabViewModel(
                                                lab, fx, ui.tasks(), core.clock(), crashed),
                                        ui),
                        estate.estateProperty().map(Screens::hasLab)));
    }

    private static boolean hasLab(Estate all) {
        return all.servers().stream()
                .anyMatch(server ->
                        server.name().startsWith(LabHost.PREFIX)
                                && server.link() instanceof Link.Up);
    }

    List<PaletteProvider> finders() {
        Links links = new Links(navigator);
        return List.of(
                containments.finder().exact(),
                new WorkloadFinder(core.estates()::estate, estate, links, ui),
                new NodeFinder(core.estates()::estate, estate, links, ui),
                containments.finder().byName());
    }

    private OverviewPage overview() {
        return new OverviewPage(
                new OverviewViewModel(estate, ui.tasks(), core.clock()),
                estate,
                navigator,
                shell,
                containments.unfinished(host),
                containments.card(),
                new FindingsCard(findings.stateProperty(), estate.estateProperty(), navigator, ui),
                ui);
    }

    private ConnectionsPage connections() {
        return new ConnectionsPage(
                new ConnectionsViewModel(estate, desk, backends), desk, backends, ui);
    }

    private ObservableValue<RailCount> connectionCount() {
        return desk.savedProperty()
                .flatMap(servers ->
                        backends.savedProperty()
                                .map(all ->
                                        RailCount.of(String.valueOf(servers.size() + all.size()))));
    }

    private TrustPage trust() {
        return new TrustPage(
                new TrustViewModel(estate, core.clock()), actions, navigator, shell, ui);
    }

    private DelegationPage delegation() {
        return new DelegationPage(
                new DelegationViewModel(
                        findings.snapshotProperty(),
                        () -> SpireGrants.of(core.estates().estate()),
                        new LayeredLayout(),
                        ui),
                findings,
                rules,
                new ShellGrantActions(estate, actions, containments::preview, navigator, ui),
                containments.preview(),
                added,
                () ->
                        estate.estateProperty()
                                .get()
                                .backends()
                                .forEach(backend -> core.estates().refresh(backend.name())),
                ui);
    }

    /** The worst that was found; where that is nothing grave, how many grants there are. */
    private static RailCount count(FindingsState state, Texts texts) {
        if (state.findings().isEmpty()) {
            return RailCount.NONE;
        }
        Findings found = state.findings().get();
        int critical = found.count(Severity.CRITICAL);
        int grants = found.of().grants().grants().size();
        if (critical > 0) {
            return new RailCount(
                    texts.get("screen.delegation.critical", Counts.brief(critical)), Tone.DANGER);
        }
        return grants == 0 ? RailCount.NONE : RailCount.of(Counts.brief(grants));
    }

    private JournalPage journal(Texts texts) {
        JournalDesk journal =
                new JournalDesk(
                        core.store().journal(),
                        new Unfinished(core.store().journal()),
                        System.getProperty("user.name", "unknown"),
                        texts.get("task.verify"));
        return new JournalPage(
                new JournalViewModel(journal, ui.tasks(), crashed, core.clock()),
                actions,
                new EvidenceExport(new StoreEvidence(core), crashed, ui),
                ui);
    }

    private ObservableValue<RailCount> count(ToIntFunction<ServerEstate> count) {
        return estate.serverProperty()
                .map(server ->
                        server.map(count::applyAsInt)
                                .filter(n -> n > 0)
                                .map(n -> RailCount.of(Counts.brief(n)))
                                .orElse(RailCount.NONE));
    }

    private static ObservableValue<RailCount> nothing() {
        return new SimpleObjectProperty<>(RailCount.NONE);
    }
}

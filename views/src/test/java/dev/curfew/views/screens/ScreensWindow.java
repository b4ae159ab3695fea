package dev.curfew.views.screens;

import dev.curfew.containment.Unfinished;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.Estate;
import dev.curfew.icons.AppIcon;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.text.Texts;
import dev.curfew.views.connections.ConnectionsPage;
import dev.curfew.views.connections.ConnectionsViewModel;
import dev.curfew.views.containments.ContainmentsModel;
import dev.curfew.views.containments.CountdownCard;
import dev.curfew.views.delegation.FindingsCard;
import dev.curfew.views.delegation.FindingsState;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.estate.Healths;
import dev.curfew.views.evidence.EvidenceExport;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.journal.JournalDesk;
import dev.curfew.views.journal.JournalPage;
import dev.curfew.views.journal.JournalViewModel;
import dev.curfew.views.kit.Ages;
import dev.curfew.views.kit.Block;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.Theme;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.NoticeBar;
import dev.curfew.views.kit.dialog.OverlayPane;
import dev.curfew.views.kit.dialog.WindowDialogs;
import dev.curfew.views.overview.OverviewPage;
import dev.curfew.views.overview.OverviewViewModel;
import dev.curfew.views.shell.ConnectionState;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.Page;
import dev.curfew.views.shell.Places;
import dev.curfew.views.shell.RailCount;
import dev.curfew.views.shell.Screen;
import dev.curfew.views.shell.ShellState;
import dev.curfew.views.shell.ShellView;
import dev.curfew.views.shell.ShellViewModel;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.MemoryColumns;
import dev.curfew.views.testing.TestUi;
import dev.curfew.views.trust.TrustPage;
import dev.curfew.views.trust.TrustViewModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The whole window with these screens, composed as the application does it. JavaFX thread only. */
final class ScreensWindow {
    final OverlayPane root = new OverlayPane(TestUi.texts());
    final Navigator navigator = new Navigator();
    final InlineTasks tasks = new InlineTasks();
    final FakeShellActions shellActions = new FakeShellActions();
    final FakeActions actions = new FakeActions();
    final EstateModel estate = new EstateModel(new DirectFxThread());
    final Ui ui;
    final ShellView shell;
    final TrustPage trust;
    final ConnectionsPage connections;
    final FakeDesk desk;
    final FakeBackends backends;
    final FakeJournal journal = FakeJournal.ofADay();
    final FakeEvidence evidence = new FakeEvidence();
    private final ShellViewModel model = new ShellViewModel(tasks);

    ScreensWindow(Estate shown) {
        Texts texts = TestUi.texts();
        NoticeBar notices = new NoticeBar(new DirectFxThread(), texts);
        ui =
                new Ui(
                        texts,
                        tasks,
                        new WindowDialogs(root, notices, new NoDesk(), texts),
                        root,
                        new Ages(texts, TestUi.CLOCK),
                        action -> Subscription.EMPTY,
                        new MemoryColumns());
        trust =
                new TrustPage(
                        new TrustViewModel(estate, TestUi.CLOCK),
                        actions,
                        navigator,
                        shellActions,
                        ui);
        desk = FakeDesk.withSome(shown.servers().stream().map(server -> server.profile()).toList());
        backends =
                FakeBackends.with(
                        shown.backends().stream()
                                .map(BackendEstate::profile)
                                .toArray(PolicyProfile[]::new));
        connections =
                new ConnectionsPage(
                        new ConnectionsViewModel(estate, desk, backends), desk, backends, ui);
        shell =
                new ShellView(
                        screens(),
                        navigator,
                        model,
                        shellActions,
                        List.of(),
                        new Theme(new SimpleObjectProperty<>(ColorScheme.DARK)),
                        root,
                        notices,
                        ui);
        show(shown);
        navigator.go(Places.OVERVIEW);
    }

    void show(Estate shown) {
        estate.feed().accept(shown);
        model.update(
                new ShellState(
                        shown.servers().stream()
                                .map(server ->
                                        new ConnectionState(
                                                server.name(),
                                                server.trustDomain()
                                                        .map(td -> td.getName())
                                                        .orElse(""),
                                                Healths.of(server),
                                                Optional.empty(),
                                                Healths.latency(server),
                                                Optional.empty(),
                                                ""))
                                .toList(),
                        List.of(),
                        Optional.of(TestUi.NOW.minusSeconds(23)),
                        Optional.empty(),
                        Optional.empty()));
    }

    private List<Screen> screens() {
        return List.of(
                screen(
                        Places.OVERVIEW,
                        "Overview",
                        AppIcon.OVERVIEW,
                        "",
                        () ->
                                new OverviewPage(
                                        new OverviewViewModel(estate, tasks, TestUi.CLOCK),
                                        estate,
                                        navigator,
                                        shellActions,
                                        new Nothing(),
                                        new CountdownCard(
                                                new ContainmentsModel(
                                                        new DirectFxThread(), TestUi.CLOCK),
                                                navigator,
                                                () -> {},
                                                ui),
                                        new FindingsCard(
                                                new SimpleObjectProperty<>(
                                                        new FindingsState(Optional.empty(), false)),
                                                estate.estateProperty(),
                                                navigator,
                                                ui),
                                        ui)),
                screen(
                        Places.TRUST,
                        "Authorities & federation",
                        AppIcon.AUTHORITIES,
                        "Platform",
                        () -> trust),
                screen(
                        Places.CONNECTIONS,
                        "Connections",
                        AppIcon.CONNECTIONS,
                        "Platform",
                        () -> connections),
                screen(
                        Places.JOURNAL,
                        "Journal",
                        AppIcon.JOURNAL,
                        "Platform",
                        () ->
                                new JournalPage(
                                        new JournalViewModel(
                                                new JournalDesk(
                                                        journal,
                                                        new Unfinished(journal),
                                                        "oncall-2",
                                                        "the journal"),
                                                tasks,
                                                crash -> {},
                                                TestUi.CLOCK),
                                        actions,
                                        new EvidenceExport(evidence, crash -> {}, ui),
                                        ui)));
    }

    /** Where nothing is unfinished. */
    private static final class Nothing implements Block {
        private final VBox empty = new VBox();

        @Override
        public Node node() {
            return empty;
        }

        @Override
        public Subscription attached() {
            return Subscription.EMPTY;
        }
    }

    private static Screen screen(
            String id, String title, AppIcon icon, String group, Supplier<Page> page) {
        return new Screen(id, title, icon, group, new SimpleObjectProperty<>(RailCount.NONE), page);
    }

    /** Puts it into a scene of this size and look, and gives the scene. */
    Scene scene(int width, int height, Look look) {
        Scene scene = new Scene(root, width, height);
        look.apply(scene);
        shell.attached();
        Gallery.snapshot(scene);
        return scene;
    }

    static WritableImage picture(Scene scene) {
        return Gallery.snapshot(scene);
    }
}

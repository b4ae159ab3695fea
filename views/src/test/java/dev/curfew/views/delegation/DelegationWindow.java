package dev.curfew.views.delegation;

import dev.curfew.containment.Planner;
import dev.curfew.containment.plan.ContainmentPlanner;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.check.FirstSeen;
import dev.curfew.delegation.check.KeptCheckSettings;
import dev.curfew.delegation.check.Waivers;
import dev.curfew.delegation.rules.KeptRules;
import dev.curfew.icons.AppIcon;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.graph.GraphView;
import dev.curfew.views.graph.LayeredLayout;
import dev.curfew.views.kit.Ages;
import dev.curfew.views.kit.FxThread;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.Theme;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.NoticeBar;
import dev.curfew.views.kit.dialog.OverlayPane;
import dev.curfew.views.screens.FakeJournal;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.RailCount;
import dev.curfew.views.shell.Screen;
import dev.curfew.views.shell.ShellActions;
import dev.curfew.views.shell.ShellView;
import dev.curfew.views.shell.ShellViewModel;
import dev.curfew.views.testing.FakeDialogs;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.MemoryColumns;
import dev.curfew.views.testing.MemoryPreferences;
import dev.curfew.views.testing.TestUi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Subscription;

/** The window with this screen alone, fed by hand. JavaFX thread only. */
final class DelegationWindow implements GrantActions {
    final ObjectProperty<Optional<GrantSnapshot>> feed =
            new SimpleObjectProperty<>(Optional.empty());
    final List<String> done = new ArrayList<>();
    final FakeDialogs dialogs = new FakeDialogs();
    final OverlayPane root = new OverlayPane(TestUi.texts());
    final MemoryPreferences preferences = new MemoryPreferences();
    final FakeJournal journal = new FakeJournal();
    final KeptRules kept;
    final FindingsModel findings;
    final RulesModel rules;
    final DelegationViewModel model;
    final EstateModel estate = new EstateModel(new Now());
    final Navigator navigator = new Navigator();
    final List<Throwable> crashes = new ArrayList<>();
    final PlanPreview preview;
    final AddedModel added;
    List<Grant> spire = List.of();
    final DelegationPage page;
    final Scene scene;
    final Ui ui;

    DelegationWindow(Optional<GrantSnapshot> fed, Look look, int width, int height) {
        feed.set(fed);
        InlineTasks tasks = new InlineTasks();
        ui =
                new Ui(
                        TestUi.texts(),
                        tasks,
                        dialogs,
                        root,
                        new Ages(TestUi.texts(), TestUi.CLOCK),
                        action -> Subscription.EMPTY,
                        new MemoryColumns());
        kept = new KeptRules(preferences, journal);
        preferences.put("delegation.rules", Acme.RULES);
        findings =
                new FindingsModel(
                        feed,
                        kept::inForce,
                        new FindingMemory(
                                new FirstSeen(preferences),
                                new Waivers(preferences, journal),
                                new KeptCheckSettings(preferences, journal),
                                "oncall"),
                        ui);
        rules = new RulesModel(kept, findings, "oncall", Duration.ZERO, ui);
        model =
                new DelegationViewModel(
                        findings.snapshotProperty(), () -> spire, new LayeredLayout(), ui);
        preview =
                new PlanPreview(
                        estate,
                        new ContainmentPlanner(
                                TestUi.CLOCK,
                                at -> "c-" + at.getEpochSecond(),
                                new Planner(TestUi.CLOCK)),
                        navigator,
                        crashes::add,
                        ui);
        added = new AddedModel(crashes::add, ui);
        page =
                new DelegationPage(
                        model, findings, rules, this, preview, added, () -> done.add("read"), ui);
        ShellView shell =
                new ShellView(
                        List.of(
                                new Screen(
                                        "delegation",
                                        "Delegation",
                                        AppIcon.DELEGATION,
                                        "",
                                        new SimpleObjectProperty<>(RailCount.NONE),
                                        () -> page)),
                        navigator,
                        new ShellViewModel(tasks),
                        new NoActions(),
                        List.of(),
                        new Theme(new SimpleObjectProperty<>(ColorScheme.DARK)),
                        root,
                        new NoticeBar(new Now(), ui.texts()),
                        ui);
        navigator.go("delegation");
        scene = new Scene(root, width, height);
        look.apply(scene);
        shell.attached();
        Gallery.snapshot(scene);
    }

    GraphView graph() {
        return (GraphView) node("#delegation-graph");
    }

    /** Oldest first. */
    List<JournalEntry> journaled() {
        return journal.newestBefore(Long.MAX_VALUE, 100).reversed().stream()
                .map(JournalRecord::entry)
                .toList();
    }

    Node node(String id) {
        return Objects.requireNonNull(root.lookup(id), id);
    }

    @Override
    public Optional<String> whyNot(Action action, Party party) {
        return party.spiffeId().isPresent() ? Optional.empty() : Optional.of("no identity");
    }

    @Override
    public void run(Action action, Party party) {
        done.add(action + " " + party.display());
    }

    private static final class Now implements FxThread {
        @Override
        public void run(Runnable action) {
            action.run();
        }

        @Override
        public void runAfter(Duration delay, Runnable action) {}
    }

    private static final class NoActions implements ShellActions {
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

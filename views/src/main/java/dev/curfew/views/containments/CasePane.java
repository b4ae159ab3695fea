package dev.curfew.views.containments;

import dev.curfew.containment.Strength;
import dev.curfew.containment.book.Kept;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.run.StepReport;
import dev.curfew.icons.AppIcon;
import dev.curfew.outcome.SafeText;
import dev.curfew.store.JournalRecord;
import dev.curfew.views.actions.ActionHost;
import dev.curfew.views.contain.ContainServices;
import dev.curfew.views.contain.ContainWords;
import dev.curfew.views.evidence.EvidenceExport;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.PageBody;
import dev.curfew.views.kit.SideBySide;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Tasks.Running;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.util.Subscription;

/** One containment, running or over: steps, proofs, what is left, what can be done. */
public final class CasePane implements Attachable {
    /** Where the page leads to. */
    public interface Ways {
        void again(Kept kept);

        void harder(Kept kept, Strength strength);

        void open(String containmentId);

        void undo(Kept kept);

        void journal(Kept kept);
    }

    private final String id;
    private final ContainmentsModel model;
    private final ContainServices services;
    private final ActionHost host;
    private final Ui ui;
    private final ContainWords words;
    private final CaseActions actions;
    private final Ways ways;
    private final CaseBanner banner;
    private final CaseSteps steps;
    private final CaseSightings sightings;
    private final CaseRotations rotations;
    private final CaseChart chart;
    private final CaseClock clock;
    private final CaseNext next;
    private final CaseJournal journal;
    private final PageBody body = new PageBody();
    private final ReadOnlyStringWrapper title;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ActionButton hold;
    private final ActionButton goOn;
    private final ActionButton abort;
    private final ActionButton undo;
    private final ActionButton export;
    private Optional<Kept> shown = Optional.empty();
    private Running reading = Running.NONE;
    private boolean atWork;
    private boolean again;

    CasePane(
            String id,
            ContainmentsModel model,
            ContainServices services,
            ActionHost host,
            EvidenceExport evidence,
            Ui ui,
            Ways ways) {
        this.id = id;
        this.model = model;
        this.services = services;
        this.host = host;
        this.ui = ui;
        this.ways = ways;
        words = new ContainWords(ui);
        title = new ReadOnlyStringWrapper(id);
        actions = new CaseActions(services, host, ui);
        banner = new CaseBanner(ui, actions, ways);
        steps = new CaseSteps(ui);
        sightings = new CaseSightings(ui);
        rotations = new CaseRotations(ui);
        chart = new CaseChart(ui);
        clock = new CaseClock(ui);
        next = new CaseNext(ui, actions, ways);
        journal = new CaseJournal(ui, () -> shown.ifPresent(ways::journal));
        hold = button("hold", AppIcon.PAUSE, ui.text("containments.hold"), actions::hold);
        goOn = button("goOn", AppIcon.RUN, ui.text("containments.goOn"), actions::goOn);
        abort =
                Buttons.grave(
                        button(
                                "abort",
                                AppIcon.STOP,
                                ui.text("containments.abort"),
                                actions::abort));
        export =
                Buttons.main(
                        button(
                                "evidence",
                                AppIcon.EXPORT,
                                ui.text("journal.evidence"),
                                kept -> evidence.ask(kept.id())));
        export.refuse(evidence.whyNot(id));
        undo = button("undo", AppIcon.UNDO, ui.text("actions.undo"), ways::undo);
        body.setBlocks(missing());
    }

    private ActionButton button(String name, AppIcon icon, String text, Consumer<Kept> action) {
        return Buttons.of("containment-" + name, icon, text, () -> shown.ifPresent(action));
    }

    private Node missing() {
        return new EmptyState(
                AppIcon.CONTAINMENTS,
                ui.text("containments.missing", SafeText.of(id)),
                ui.text("containments.missing.hint"));
    }

    Node node() {
        return body;
    }

    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    ReadOnlyStringProperty subtitleProperty() {
        return subtitle.getReadOnlyProperty();
    }

    List<Node> actions() {
        return List.of(hold, goOn, abort, undo, export);
    }

    @Override
    public Subscription attached() {
        return new Subscriptions()
                .add(this::stop)
                .add(model.allProperty().subscribe(_ -> look()))
                .add(ui.ticker().everySecond(this::tick));
    }

    private void stop() {
        reading.cancel();
        atWork = false;
        again = false;
    }

    private void look() {
        Optional<Kept> found = model.find(id);
        if (found.isEmpty() || found.equals(shown)) {
            return;
        }
        if (shown.isEmpty()) {
            body.setBlocks(
                    banner,
                    steps.node(),
                    sightings.node(),
                    rotations.node(),
                    new SideBySide(chart.node(), clock.node(), 0.7),
                    new SideBySide(next.node(), journal.node(), 0.42));
        }
        shown = found;
        tick();
        read();
    }

    private void tick() {
        shown.ifPresent(kept -> show(kept, ui.ages().now()));
    }

    private void show(Kept kept, Instant now) {
        title.set(words.title(kept.state().plan()));
        subtitle.set(subtitle(kept));
        banner.show(kept);
        steps.show(kept, now);
        sightings.show(kept);
        rotations.show(kept);
        chart.show(kept, now);
        clock.show(kept, now);
        next.show(kept, now);
        boolean running = kept.runsHere() && kept.state().phase() != Phase.WATCHING;
        boolean held = kept.wish() == Kept.Wish.HOLD;
        visible(hold, running && !held);
        visible(goOn, running && held);
        visible(abort, kept.runsHere());
        abort.refuse(kept.wish() == Kept.Wish.ABORT ? ui.text("containments.abort.asked") : "");
        visible(undo, !kept.runsHere() && !kept.isCutOff());
        undo.refuse(whyNotUndo(kept));
    }

    private String whyNotUndo(Kept kept) {
        boolean any = kept.state().steps().stream().anyMatch(StepReport::wasInForce);
        return kept.restoredBy().isPresent()
                ? ui.text("containments.undo.done")
                : any ? "" : ui.text("actions.undo.nothing");
    }

    private String subtitle(Kept kept) {
        String started =
                ui.text(
                        "containments.started",
                        kept.id(),
                        SafeText.of(kept.state().confirmation().operator()),
                        ui.ages().at(kept.state().startedAt()));
        String incident = SafeText.of(kept.state().confirmation().incident());
        String all = incident.isEmpty() ? started : incident + " · " + started;
        return kept.state()
                .nextLookAt()
                .filter(at -> kept.runsHere() && at.isAfter(ui.ages().now()))
                .map(at -> all + " · " + ui.text("containments.nextLook", ui.ages().left(at)))
                .orElse(all);
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** One after the other: a run writes several records a second. */
    private void read() {
        if (atWork) {
            again = true;
            return;
        }
        atWork = true;
        reading =
                ui.tasks()
                        .<List<JournalRecord>>start(
                                "containments.journal",
                                () -> services.book().records(id),
                                records -> {
                                    atWork = false;
                                    shown.ifPresent(kept -> journal.show(kept, records));
                                    if (again) {
                                        again = false;
                                        read();
                                    }
                                },
                                crash -> {
                                    atWork = false;
                                    host.crashed().accept(crash);
                                });
    }
}

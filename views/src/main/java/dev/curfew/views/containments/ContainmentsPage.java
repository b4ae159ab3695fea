package dev.curfew.views.containments;

import dev.curfew.containment.Strength;
import dev.curfew.containment.book.Kept;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.PlanFile;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.views.actions.ActionHost;
import dev.curfew.views.contain.ContainServices;
import dev.curfew.views.contain.PlanPane;
import dev.curfew.views.contain.PlanSource;
import dev.curfew.views.contain.PlanViewModel;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.evidence.EvidenceExport;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.Page;
import dev.curfew.views.shell.Places;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/** The screen of containments: their list, one of them, or one that is about to be made. */
public final class ContainmentsPage implements Page, CasePane.Ways, PlanPane.Ways {
    private final String name;
    private final ContainmentsModel model;
    private final ContainServices services;
    private final ActionHost host;
    private final EstateModel estate;
    private final Navigator navigator;
    private final EvidenceExport evidence;
    private final Picture picture;
    private final Ui ui;
    private final AllPane list;
    private final BorderPane body = new BorderPane();
    private final HBox head = new HBox();
    private final ReadOnlyStringWrapper title;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private Subscription inner = Subscription.EMPTY;
    private Optional<PlanPane> planning = Optional.empty();
    private Optional<PlanViewModel> current = Optional.empty();
    private Address here = new Address.All("");

    /** What was written into a plan, for whoever comes back from its picture. */
    private Optional<LookedAt> lookedAt = Optional.empty();

    private record LookedAt(Address address, PlanViewModel plan) {}

    /** Shows what a plan does to grants. */
    public interface Picture {
        /**
         * @param back where its page is
         */
        void show(ContainmentPlan plan, Location back);
    }

    /** Chosen on the page that led here, for the next plan alone. */
    private Optional<Strength> wanted = Optional.empty();

    /**
     * @param name of the screen, which the list is called
     * @param popOut opens the countdowns in a window of their own
     */
    public ContainmentsPage(
            String name,
            ContainmentsModel model,
            ContainServices services,
            ActionHost host,
            EstateModel estate,
            Navigator navigator,
            Runnable popOut,
            EvidenceExport evidence,
            Picture picture,
            Ui ui) {
        this.name = name;
        this.model = model;
        this.services = services;
        this.host = host;
        this.estate = estate;
        this.navigator = navigator;
        this.evidence = evidence;
        this.picture = picture;
        this.ui = ui;
        title = new ReadOnlyStringWrapper(name);
        list =
                new AllPane(
                        model,
                        services,
                        host,
                        ui,
                        this::open,
                        file -> navigator.go(new Address.SavedPlan(file).location()),
                        popOut);
        head.getStyleClass().add("page-actions");
        body.setMinSize(0, 0);
    }

    @Override
    public Node body() {
        return body;
    }

    @Override
    public Optional<ObservableValue<String>> title() {
        return Optional.of(title.getReadOnlyProperty());
    }

    @Override
    public ObservableValue<String> subtitle() {
        return subtitle.getReadOnlyProperty();
    }

    @Override
    public List<Node> actions() {
        return List.of(head);
    }

    @Override
    public Subscription attached() {
        return this::leave;
    }

    private void leave() {
        inner.unsubscribe();
        inner = Subscription.EMPTY;
        planning = Optional.empty();
        current = Optional.empty();
    }

    /** What one goes to: the id of a containment, or see {@link Address}. */
    @Override
    public void open(String argument) {
        Address address = Address.read(argument);
        if (here.equals(address) && inner != Subscription.EMPTY) {
            return;
        }
        leave();
        here = address;
        switch (address) {
            case Address.All(var query) -> {
                show(list.node(), list.actions());
                title.set(name);
                inner = list.attached().and(list.subtitleProperty().subscribe(subtitle::set));
                list.open(query);
            }
            case Address.One(var id) -> {
                CasePane one = new CasePane(id, model, services, host, evidence, ui, this);
                show(one.node(), one.actions());
                inner =
                        one.attached()
                                .and(one.titleProperty().subscribe(title::set))
                                .and(one.subtitleProperty().subscribe(subtitle::set));
            }
            case Address.Plan(var target) -> show(new PlanSource.Fresh(target));
            case Address.Restore(var id) -> show(new PlanSource.Restore(id));
            case Address.SavedPlan(var file) -> read(file);
        }
    }

    private void show(Node content, List<Node> actions) {
        body.setCenter(content);
        head.getChildren().setAll(actions);
    }

    private void show(PlanSource source) {
        PlanViewModel plan =
                lookedAt.filter(one -> one.address().equals(here) && wanted.isEmpty())
                        .map(LookedAt::plan)
                        .orElseGet(() -> new PlanViewModel(source, services, host, estate, ui));
        lookedAt = Optional.empty();
        current = Optional.of(plan);
        wanted.ifPresent(plan::choose);
        wanted = Optional.empty();
        PlanPane pane = new PlanPane(plan, estate, ui, this);
        planning = Optional.of(pane);
        show(pane.node(), pane.actions());
        inner =
                pane.attached()
                        .and(pane.titleProperty().subscribe(title::set))
                        .and(pane.subtitleProperty().subscribe(subtitle::set));
        pane.focusFirst();
    }

    private void read(Path file) {
        Address.SavedPlan from = new Address.SavedPlan(file);
        show(new BorderPane(), List.of());
        inner = () -> {};
        title.set(ui.text("contain.planning"));
        subtitle.set(file.toString());
        ui.tasks()
                .<Outcome<ContainmentPlan>>start(
                        "contain.load",
                        () -> PlanFile.read(file),
                        outcome -> {
                            if (!here.equals(from)) {
                                return;
                            }
                            switch (outcome) {
                                case Ok<ContainmentPlan>(var plan) ->
                                        show(new PlanSource.Saved(file, plan));
                                case Failed<ContainmentPlan>(var why) -> {
                                    ui.dialogs()
                                            .tell(
                                                    Notice.warning(
                                                            Explanations.of(why).asParagraph()));
                                    navigator.goInstead(new Address.All("").location());
                                }
                            }
                        },
                        host.crashed());
    }

    @Override
    public void cancelled() {
        if (navigator.canGoBack()) {
            navigator.back();
        } else {
            navigator.go(Places.CONTAINMENTS);
        }
    }

    @Override
    public void begun(String containmentId) {
        navigator.goInstead(new Address.One(containmentId).location());
    }

    @Override
    public void picture(ContainmentPlan plan) {
        lookedAt = current.map(model -> new LookedAt(here, model));
        picture.show(plan, here.location());
    }

    @Override
    public void plan(PlanSource source) {
        switch (source) {
            case PlanSource.Fresh(var target) ->
                    navigator.goInstead(new Address.Plan(target).location());
            case PlanSource.Restore(var id) ->
                    navigator.goInstead(new Address.Restore(id).location());
            case PlanSource.Saved(var file, _) ->
                    navigator.goInstead(new Address.SavedPlan(file).location());
        }
    }

    @Override
    public void again(Kept kept) {
        harder(kept, kept.state().plan().request().strength());
    }

    @Override
    public void harder(Kept kept, Strength strength) {
        wanted = Optional.of(strength);
        navigator.go(new Address.Plan(kept.state().plan().request().target()).location());
    }

    @Override
    public void undo(Kept kept) {
        navigator.go(new Address.Restore(kept.id()).location());
    }

    @Override
    public void journal(Kept kept) {
        navigator.go(new Location(Places.JOURNAL, "operation:" + kept.id()));
    }

    @Override
    public void focusFilter() {
        if (here instanceof Address.All) {
            list.query().focusField();
        }
    }

    @Override
    public boolean escape() {
        if (planning.isPresent()) {
            cancelled();
            return true;
        }
        return false;
    }
}

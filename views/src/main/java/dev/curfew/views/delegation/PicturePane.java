package dev.curfew.views.delegation;

import dev.curfew.containment.plan.PlanEffect;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.views.graph.Box;
import dev.curfew.views.graph.GraphView;
import dev.curfew.views.graph.Pick;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.PageLayout;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.table.DataTable;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/** The grants as a picture or as a table of the same, with a panel that explains. */
final class PicturePane implements DelegationDetails.Leads {
    private static final int MOST_FOUND = 50;

    private final DelegationViewModel model;
    private final Consumer<FindingRow> showFinding;
    private final Ui ui;
    private final PartyWords parties;
    private final GraphView view;
    private final DataTable<DelegationState.Row> table;
    private final DelegationDetails details;
    private final TimeStrip strip;
    private final ChainDetails chainDetails;
    private final ToggleButton chains;
    private final PlanPreview preview;
    private final PlanStrip planStrip;
    private final PlanDetails planDetails;
    private final PageLayout layout;
    private final StackPane stack = new StackPane();
    private final GraphPane graph;
    private final GrantTable grants;
    private final TextField search = new TextField();
    private final ToggleButton firstDegree;
    private final ActionButton fold;
    private Optional<Party> wayFrom = Optional.empty();
    private Optional<Party> wanted = Optional.empty();
    private Optional<Grant> explained = Optional.empty();
    private Optional<Grant> wantedGrant = Optional.empty();
    private Optional<PlanEffect> looked = Optional.empty();
    private boolean planExplained;

    /** With them the picture grows beyond what was to be seen of it. */
    private boolean chainsDrawn;

    private boolean asTable;

    PicturePane(
            DelegationViewModel model,
            GrantActions actions,
            PlanPreview preview,
            Consumer<FindingRow> showFinding,
            Ui ui) {
        this.model = model;
        this.preview = preview;
        this.showFinding = showFinding;
        this.ui = ui;
        parties = new PartyWords(ui);
        PictureWords words = new PictureWords(model, ui);
        view = new GraphView("delegation-graph", ui.text("delegation.help"));
        view.setHeadings(words::heading);
        view.setWords(words::describe);
        view.onOpen(this::opened);
        grants = new GrantTable(ui);
        table = grants.table();
        details = new DelegationDetails(actions, this, this::closeDetails, ui);
        strip = new TimeStrip(model::setAfter, ui);
        chainDetails = new ChainDetails(details.panel(), this, ui);
        planDetails = new PlanDetails(details.panel(), this, ui);
        planStrip =
                new PlanStrip(
                        this::planAfter, this::explainPlan, preview::back, preview::leave, ui);
        search.setId("delegation-search");
        search.setPromptText(ui.text("delegation.search"));
        search.setAccessibleText(ui.text("delegation.search"));
        search.setPrefColumnCount(10);
        search.setOnAction(event -> find(search.getText()));
        firstDegree = new ToggleButton(ui.text("delegation.firstDegree"));
        firstDegree.setId("delegation-firstDegree");
        firstDegree.setMnemonicParsing(false);
        firstDegree.setOnAction(event -> showFirstDegree());
        chains = new ToggleButton(ui.text("delegation.spire"));
        chains.setId("delegation-chains");
        chains.setMnemonicParsing(false);
        chains.setTooltip(new Tooltip(ui.text("delegation.spire.what")));
        chains.setAccessibleHelp(ui.text("delegation.spire.what"));
        chains.setOnAction(event -> model.showChains(chains.isSelected()));
        fold = Buttons.text("delegation-fold", ui.text("delegation.foldAll"), model::foldAll);
        graph =
                new GraphPane(
                        view,
                        search,
                        firstDegree,
                        Buttons.text(
                                "delegation-chokePoints",
                                ui.text("delegation.chokePoints"),
                                this::showChokePoints),
                        chains,
                        fold,
                        ui);
        stack.getChildren().setAll(graph);
        stack.setMinSize(0, 0);
        layout = new PageLayout(planStrip, stack);
        layout.setActions(strip);
    }

    Node node() {
        return layout;
    }

    GraphView view() {
        return view;
    }

    DataTable<DelegationState.Row> table() {
        return table;
    }

    void showAs(boolean nowTable) {
        asTable = nowTable;
        stack.getChildren().setAll(asTable ? grants : graph);
    }

    Subscription attached() {
        return model.stateProperty()
                .subscribe(this::show)
                .and(preview.shownProperty().subscribe(this::show))
                .and(view.selectedProperty().subscribe(this::selected))
                .and(grants.attached())
                .and(
                        table.currentProperty()
                                .subscribe(row -> {
                                    if (row != null && asTable) {
                                        select(row.grant());
                                    }
                                }));
    }

    /** A plan is shown as it would leave things; before is one switch away. */
    private void show(Optional<PlanPreview.Shown> shown) {
        boolean other = !shown.map(PlanPreview.Shown::effect).equals(looked);
        looked = shown.map(PlanPreview.Shown::effect);
        if (!other) {
            return;
        }
        closeDetails();
        planExplained = false;
        model.plan(looked, true);
    }

    private void planAfter(boolean after) {
        model.plan(looked, after);
    }

    private void explainPlan() {
        closeDetails();
        planExplained = true;
        explain(model.stateProperty().get());
    }

    private void explain(DelegationState state) {
        state.plan()
                .filter(_ -> planExplained)
                .ifPresent(planned -> {
                    planDetails.show(planned);
                    layout.setDetails(details.panel());
                });
    }

    private void show(DelegationState state) {
        planStrip.setVisible(state.plan().isPresent());
        planStrip.setManaged(state.plan().isPresent());
        state.plan().ifPresent(planStrip::show);
        if (state.snapshot().isEmpty()) {
            layout.setDetails(null);
            return;
        }
        strip.show(state);
        grants.show(state.lines());
        graph.showChains(chains.isSelected());
        graph.showRemoved(
                !state.removed().isEmpty() && state.plan().map(PlannedPicture::after).orElse(true));
        graph.showBoxes(
                state.folded().picture().boxes().stream().anyMatch(Box::critical),
                state.plan()
                        .filter(PlannedPicture::after)
                        .filter(plan -> !plan.cut().remaining().isEmpty())
                        .isPresent());
        view.show(state.placement());
        if (chainsDrawn != !state.chains().isEmpty()) {
            chainsDrawn = !state.chains().isEmpty();
            view.begin();
        }
        fold.setVisible(model.isUnfolded());
        fold.setManaged(model.isUnfolded());
        firstDegree.setSelected(!model.only().isEmpty());
        wanted.ifPresent(this::selectIfThere);
        wantedGrant.ifPresent(this::selectIfThere);
        selected(view.selectedProperty().get());
        explain(state);
    }

    private void selected(Optional<Pick> pick) {
        DelegationState state = model.stateProperty().get();
        if (state.snapshot().isEmpty()) {
            return;
        }
        if (pick.isEmpty()) {
            explained = Optional.empty();
            return;
        }
        planExplained = false;
        switch (pick.get()) {
            case Pick.OfBox(var id) -> showBox(id, state);
            case Pick.OfArrow(var id) -> showArrow(id, state);
        }
    }

    private void showBox(String id, DelegationState state) {
        explained = Optional.empty();
        state.folded()
                .party(id)
                .ifPresentOrElse(
                        party -> {
                            if (ChainDetails.isOfChains(party)) {
                                chainDetails.show(party, state);
                            } else {
                                details.showParty(party, state, wayFrom);
                            }
                        },
                        () ->
                                details.showFold(
                                        id, state.folded().parties().getOrDefault(id, List.of())));
        layout.setDetails(details.panel());
    }

    private void showArrow(String id, DelegationState state) {
        List<Grant> links = state.folded().chains().getOrDefault(id, List.of());
        if (!links.isEmpty()) {
            highlight(links);
            chainDetails.show(links, state);
            layout.setDetails(details.panel());
            return;
        }
        List<Grant> grants = state.folded().grants().getOrDefault(id, List.of());
        if (grants.isEmpty()) {
            return;
        }
        Grant shown = explained.filter(grants::contains).orElse(grants.getFirst());
        explained = Optional.of(shown);
        highlight(state.snapshot().orElseThrow().grants().chainOf(shown).hops());
        details.showGrant(shown, grants, state);
        layout.setDetails(details.panel());
    }

    private void highlight(List<Grant> way) {
        Folded folded = model.stateProperty().get().folded();
        Set<String> boxes = new LinkedHashSet<>();
        Set<String> arrows = new HashSet<>();
        for (Grant grant : way) {
            folded.box(grant.from()).ifPresent(boxes::add);
            folded.box(grant.to()).ifPresent(boxes::add);
            folded.arrow(grant).ifPresent(arrows::add);
        }
        view.highlight(boxes, arrows);
    }

    /** One thing at a time: first what is beside the picture, then the plan on it. */
    boolean closeDetailsIfOpen() {
        boolean open =
                view.selectedProperty().get().isPresent()
                        || layout.getRight() != null
                        || planExplained;
        closeDetails();
        if (!open && looked.isPresent()) {
            preview.leave();
            return true;
        }
        return open;
    }

    private void closeDetails() {
        planExplained = false;
        wayFrom = Optional.empty();
        view.select(Optional.empty());
        view.highlight(Set.of(), Set.of());
        table.select(null);
        layout.setDetails(null);
    }

    /** Whom an action on the page is about. */
    Optional<Party> chosenParty() {
        return view.selectedProperty()
                .get()
                .filter(Pick.OfBox.class::isInstance)
                .flatMap(pick -> model.stateProperty().get().folded().party(pick.id()));
    }

    private void opened(String box) {
        Folded folded = model.stateProperty().get().folded();
        folded.party(box).ifPresentOrElse(model::expand, () -> model.unfold(box));
    }

    @Override
    public void unfold(String box) {
        model.unfold(box);
    }

    private void showFirstDegree() {
        Optional<Party> party = chosenParty();
        if (!model.only().isEmpty()) {
            model.showOnly(Set.of());
        } else if (party.isPresent()) {
            model.showOnly(model.besides(party.get()));
        } else {
            firstDegree.setSelected(false);
            ui.dialogs().tell(Notice.of(ui.text("delegation.chooseFirst")));
        }
    }

    private void showChokePoints() {
        model.chokePoints(points -> {
            details.showChokePoints(points);
            layout.setDetails(details.panel());
        });
    }

    void focusSearch() {
        if (asTable) {
            grants.focusFilter();
        } else {
            search.requestFocus();
        }
    }

    /** Shows someone, as {@link Party#display()} writes it, or who has that in their name. */
    void open(String name) {
        search.setText(name);
        find(name);
    }

    /** Enter again goes on to the next one. */
    private void find(String name) {
        List<Party> found = model.find(name, MOST_FOUND);
        if (found.isEmpty()) {
            ui.dialogs().tell(Notice.of(ui.text("delegation.notFound", name)));
            return;
        }
        int before = chosenParty().map(found::indexOf).orElse(-1);
        select(found.get((before + 1) % found.size()));
    }

    @Override
    public void select(Party party) {
        wanted = Optional.of(party);
        if (!model.only().isEmpty() && !model.only().contains(party)) {
            model.showOnly(Set.of());
        }
        model.single(Set.of(party));
        selectIfThere(party);
    }

    private void selectIfThere(Party party) {
        Folded folded = model.stateProperty().get().folded();
        folded.box(party)
                .filter(box -> folded.party(box).isPresent())
                .ifPresent(box -> {
                    wanted = Optional.empty();
                    view.highlight(Set.of(), Set.of());
                    view.select(Optional.of(new Pick.OfBox(box)));
                    view.reveal(box);
                });
    }

    @Override
    public void select(Grant grant) {
        explained = Optional.of(grant);
        Optional<Pick> pick =
                model.stateProperty().get().folded().arrow(grant).map(Pick.OfArrow::new);
        if (pick.equals(view.selectedProperty().get())) {
            selected(pick);
        } else {
            view.select(pick);
        }
    }

    /** Whatever is folded or left out now. */
    void show(Grant grant) {
        if (!model.only().isEmpty()
                && !model.only().containsAll(List.of(grant.from(), grant.to()))) {
            model.showOnly(Set.of());
        }
        wantedGrant = Optional.of(grant);
        model.single(Set.of(grant.from(), grant.to()));
        selectIfThere(grant);
    }

    /** Once neither end is folded any more. */
    private void selectIfThere(Grant grant) {
        Folded folded = model.stateProperty().get().folded();
        Optional<String> to = folded.box(grant.to()).filter(box -> folded.party(box).isPresent());
        boolean alone = folded.box(grant.from()).flatMap(folded::party).isPresent();
        if (alone && to.isPresent()) {
            wantedGrant = Optional.empty();
            select(grant);
            view.reveal(to.get());
        }
    }

    @Override
    public void showFinding(FindingRow row) {
        showFinding.accept(row);
    }

    @Override
    public void wayFrom(Party party) {
        wayFrom = Optional.of(party);
        ui.dialogs().tell(Notice.of(ui.text("delegation.way.next", parties.name(party))));
        selected(view.selectedProperty().get());
    }

    @Override
    public void wayTo(Party party) {
        wayFrom.ifPresent(start ->
                model.way(
                        start,
                        party,
                        way -> {
                            if (way.isEmpty()) {
                                ui.dialogs()
                                        .tell(
                                                Notice.of(
                                                        ui.text(
                                                                "delegation.way.none",
                                                                parties.name(start),
                                                                parties.name(party))));
                            }
                            highlight(way);
                        }));
    }

    @Override
    public void whatIf(Grant grant) {
        boolean shown = model.stateProperty().get().isWhatIf();
        // Of two changes at once nobody could tell which of them did what.
        preview.leave();
        model.preview(shown ? Set.of() : model.endsWith(grant));
    }
}

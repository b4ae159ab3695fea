package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.delegation.GrantActions.Action;
import dev.curfew.views.graph.GraphView;
import dev.curfew.views.graph.Pick;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.PageLayout;
import dev.curfew.views.kit.Segments;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Page;
import dev.curfew.views.table.DataTable;
import dev.curfew.views.table.TableContent;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/** The screen of delegation: a picture, a table of the same, and a panel that explains. */
public final class DelegationPage implements Page, DelegationDetails.Leads {
    private static final int MOST_FOUND = 50;

    private final DelegationViewModel model;
    private final GrantActions actions;
    private final Runnable readNow;
    private final Ui ui;
    private final PartyWords parties;
    private final GrantWords words;
    private final GraphView view;
    private final DataTable<DelegationState.Row> table;
    private final DelegationDetails details;
    private final DelegationExport export;
    private final TimeStrip strip;
    private final PageLayout layout;
    private final StackPane stack = new StackPane();
    private final GraphPane graph;
    private final TextField search = new TextField();
    private final Segments shape;
    private final ToggleButton firstDegree;
    private final ActionButton fold;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private Optional<Party> wayFrom = Optional.empty();
    private Optional<Party> wanted = Optional.empty();
    private Optional<Grant> explained = Optional.empty();
    private boolean asTable;

    /**
     * @param readNow reads the grants again
     */
    public DelegationPage(
            DelegationViewModel model, GrantActions actions, Runnable readNow, Ui ui) {
        this.model = model;
        this.actions = actions;
        this.readNow = readNow;
        this.ui = ui;
        parties = new PartyWords(ui);
        words = new GrantWords(ui);
        view = new GraphView("delegation-graph", ui.text("delegation.help"));
        view.setHeadings(this::heading);
        view.setWords(this::describe);
        view.onOpen(this::opened);
        table =
                new DataTable<>(
                        "delegation-table",
                        new GrantColumns(ui).all(),
                        row -> row.grant().id(),
                        ui);
        table.withoutMarks();
        details = new DelegationDetails(actions, this, this::closeDetails, ui);
        export = new DelegationExport(view, table, () -> subtitle.get(), ui);
        strip = new TimeStrip(model::setAfter, ui);
        firstDegree = new ToggleButton(ui.text("delegation.firstDegree"));
        firstDegree.setId("delegation-firstDegree");
        firstDegree.setMnemonicParsing(false);
        firstDegree.setOnAction(event -> showFirstDegree());
        fold = Buttons.text("delegation-fold", ui.text("delegation.foldAll"), model::foldAll);
        graph =
                new GraphPane(
                        view,
                        firstDegree,
                        Buttons.text(
                                "delegation-chokePoints",
                                ui.text("delegation.chokePoints"),
                                this::showChokePoints),
                        fold,
                        ui);
        stack.getChildren().setAll(graph);
        stack.setMinSize(0, 0);
        layout = new PageLayout(stack);
        search.setId("delegation-search");
        search.setPromptText(ui.text("delegation.search"));
        search.setAccessibleText(ui.text("delegation.search"));
        search.setPrefColumnCount(10);
        search.setOnAction(event -> find());
        shape =
                new Segments(
                        "delegation-shape",
                        List.of(ui.text("delegation.graph"), ui.text("delegation.table")),
                        index -> showAs(index == 1));
    }

    @Override
    public Node body() {
        return layout;
    }

    @Override
    public ObservableValue<String> subtitle() {
        return subtitle.getReadOnlyProperty();
    }

    @Override
    public List<Node> actions() {
        return List.of(search, shape, export.button());
    }

    /** Someone to show, as {@link Party#display()} writes it. */
    @Override
    public void open(String argument) {
        search.setText(argument);
        if (!argument.isBlank() && model.stateProperty().get().snapshot().isPresent()) {
            find();
        }
    }

    @Override
    public void readNow() {
        readNow.run();
    }

    @Override
    public void focusFilter() {
        search.requestFocus();
    }

    @Override
    public void export() {
        export.button().show();
    }

    @Override
    public void contain() {
        Optional<Party> party = chosenParty();
        Optional<String> refusal =
                party.isEmpty()
                        ? Optional.of(ui.text("delegation.chooseFirst"))
                        : actions.whyNot(Action.CONTAIN, party.get());
        refusal.ifPresentOrElse(
                why -> ui.dialogs().tell(Notice.of(why)),
                () -> party.ifPresent(one -> actions.run(Action.CONTAIN, one)));
    }

    @Override
    public boolean escape() {
        boolean open = view.selectedProperty().get().isPresent() || layout.getRight() != null;
        closeDetails();
        return open;
    }

    @Override
    public Subscription attached() {
        return model.attached()
                .and(model.stateProperty().subscribe(this::show))
                .and(view.selectedProperty().subscribe(this::selected))
                .and(
                        table.currentProperty()
                                .subscribe(row -> {
                                    if (row != null && asTable) {
                                        select(row.grant());
                                    }
                                }));
    }

    private void show(DelegationState state) {
        boolean fed = state.snapshot().isPresent();
        stack.getChildren().setAll(fed ? asTable ? table : graph : empty());
        subtitle.set(state.snapshot().map(this::told).orElse(ui.text("delegation.subtitle.none")));
        search.setDisable(!fed);
        shape.setDisable(!fed);
        export.button().setDisable(!fed);
        layout.setActions(fed ? new Node[] {strip} : new Node[0]);
        if (!fed) {
            layout.setDetails(null);
            return;
        }
        strip.show(state);
        table.show(TableContent.all(state.rows()));
        view.show(state.placement());
        fold.setVisible(model.isUnfolded());
        fold.setManaged(model.isUnfolded());
        firstDegree.setSelected(!model.only().isEmpty());
        wanted.ifPresent(this::selectIfThere);
        selected(view.selectedProperty().get());
    }

    private String told(GrantSnapshot snapshot) {
        String read =
                ui.text(
                        "delegation.subtitle",
                        snapshot.source(),
                        ui.ages().since(snapshot.readAt()));
        return snapshot.partial().isEmpty() ? read : read + " " + snapshot.partial();
    }

    private Node empty() {
        return new EmptyState(
                AppIcon.DELEGATION, ui.text("delegation.empty"), ui.text("delegation.empty.what"));
    }

    private String heading(int column) {
        return column == 0
                ? ui.text("delegation.heading.first")
                : ui.text("delegation.heading.hop", column);
    }

    private void showAs(boolean table) {
        asTable = table;
        show(model.stateProperty().get());
    }

    /** What a screen reader and a tooltip say. */
    private String describe(Pick pick) {
        DelegationState state = model.stateProperty().get();
        return switch (pick) {
            case Pick.OfBox(var id) ->
                    state.folded()
                            .party(id)
                            .map(party ->
                                    ui.text(
                                            "delegation.describe",
                                            parties.name(party),
                                            parties.kind(party.kind()),
                                            state.folded().picture().into(id).size(),
                                            state.folded().picture().outOf(id).size()))
                            .orElseGet(() -> describeFold(state, id));
            case Pick.OfArrow(var id) ->
                    state.folded().grants().getOrDefault(id, List.of()).stream()
                            .limit(5)
                            .map(grant ->
                                    words.sentence(grant, model.graph().state(grant, state.at())))
                            .reduce((one, other) -> one + "\n" + other)
                            .orElse("");
        };
    }

    private String describeFold(DelegationState state, String box) {
        List<Party> members = state.folded().parties().getOrDefault(box, List.of());
        return members.isEmpty() ? "" : parties.folded(members) + ", " + parties.note(members);
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
                        party -> details.showParty(party, state, wayFrom),
                        () ->
                                details.showFold(
                                        id, state.folded().parties().getOrDefault(id, List.of())));
        layout.setDetails(details.panel());
    }

    private void showArrow(String id, DelegationState state) {
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

    private void closeDetails() {
        wayFrom = Optional.empty();
        view.select(Optional.empty());
        view.highlight(Set.of(), Set.of());
        table.select(null);
        layout.setDetails(null);
    }

    private Optional<Party> chosenParty() {
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

    private void find() {
        List<Party> found = model.find(search.getText(), MOST_FOUND);
        if (found.isEmpty()) {
            ui.dialogs().tell(Notice.of(ui.text("delegation.notFound", search.getText())));
            return;
        }
        // Enter again goes on to the next one.
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
        boolean shown = !model.stateProperty().get().removed().isEmpty();
        model.preview(shown ? Set.of() : model.endsWith(grant));
    }
}

package dev.curfew.views.workloads;

import dev.curfew.estate.ServerEstate;
import dev.curfew.export.EntryJson;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.actions.Actions;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.Links;
import dev.curfew.views.list.ListExport;
import dev.curfew.views.list.ListScreen;
import dev.curfew.views.list.ListWords;
import dev.curfew.views.list.MarkedBar;
import dev.curfew.views.list.Refusable;
import dev.curfew.views.query.QueryField;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.Page;
import dev.curfew.views.shell.Places;
import dev.curfew.views.table.DataTable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.util.Subscription;

/** The screen of registration entries. */
public final class WorkloadsPage implements Page {
    private static final List<String> EXAMPLES =
            List.of(
                    "ttl>1h admin:false",
                    "bound:node",
                    "shared:true",
                    "orphan:true",
                    "expires<2d",
                    "inherits:true");

    private final WorkloadsViewModel model;
    private final Actions actions;
    private final ListScreen<WorkloadRow> screen;
    private final WorkloadDetails details;
    private final WorkloadBarButtons buttons;
    private final MarkedBar<WorkloadRow> bar;
    private final Ui ui;
    private final WorkloadContainment containment;
    private final Refusable refusable = new Refusable();
    private final MenuButton export;
    private final List<Node> head;

    /**
     * @param readNow reads a connection again, by its name
     */
    public WorkloadsPage(
            EstateModel estate,
            Actions actions,
            Navigator navigator,
            Consumer<String> readNow,
            Ui ui) {
        this.actions = actions;
        this.ui = ui;
        containment = new WorkloadContainment(actions, ui);
        model = new WorkloadsViewModel(estate, ui.tasks(), ui.ages()::now);
        screen =
                new ListScreen<>(
                        Places.WORKLOADS,
                        model.list(),
                        new ListWords<>(new WorkloadSource(), new WorkloadWords(ui)::counted, ui),
                        new WorkloadColumns(ui).all(),
                        WorkloadRow::key,
                        ui.text("workloads.prompt"),
                        EXAMPLES,
                        readNow,
                        ui);
        DataTable<WorkloadRow> table = screen.table();
        table.setCopyText(row -> row.entry().spiffeId().toString());
        table.setRowMenu(new WorkloadMenu(actions, ui).menu());
        ListExport<WorkloadRow> files =
                new ListExport<>(
                        Places.WORKLOADS,
                        table,
                        row -> EntryJson.write(row.entry()),
                        this::fileName,
                        ui);
        export = files.headButton();
        buttons = new WorkloadBarButtons(table, actions, refusable, ui);
        bar =
                new MarkedBar<>(
                        Places.WORKLOADS,
                        table,
                        row -> row.entry().spiffeId().toString(),
                        ui,
                        List.of(buttons.all()),
                        List.of(files.markedButton()));
        details = new WorkloadDetails(new Links(navigator), ui, () -> table.select(null));
        head =
                List.of(
                        refusable.add(
                                Buttons.of(
                                        "workloads-new",
                                        AppIcon.ADD,
                                        ui.text("workloads.new"),
                                        () -> actions.create(Optional.empty()))),
                        export);
        details.panel().setActions(footer());
    }

    private Node[] footer() {
        return new Node[] {
            refusable.add(
                    Buttons.of(
                            "workloads-details-tighten",
                            AppIcon.TIGHTEN,
                            ui.text("workloads.tighten"),
                            () ->
                                    current()
                                            .ifPresent(
                                                    row -> actions.tighten(List.of(row.entry()))))),
            Buttons.grave(
                    Buttons.of(
                            "workloads-details-contain",
                            AppIcon.CONTAIN,
                            ui.text("workloads.contain"),
                            () ->
                                    current()
                                            .ifPresent(row ->
                                                    containment.contain(List.of(row.entry()))))),
            Labels.gap(),
            Buttons.grave(
                    refusable.add(
                            Buttons.icon(
                                    "workloads-details-delete",
                                    AppIcon.DELETE,
                                    ui.text("workloads.delete"),
                                    () ->
                                            current()
                                                    .ifPresent(row ->
                                                            actions.delete(
                                                                    List.of(row.entry())))))),
            refusable.add(
                    Buttons.icon(
                            "workloads-details-edit",
                            AppIcon.EDIT,
                            ui.text("workloads.edit"),
                            () -> current().ifPresent(row -> actions.edit(row.entry()))))
        };
    }

    private Optional<WorkloadRow> current() {
        return model.factsProperty().get().map(WorkloadFacts::row);
    }

    DataTable<WorkloadRow> table() {
        return screen.table();
    }

    QueryField query() {
        return screen.query();
    }

    private String fileName() {
        return "workloads-" + model.list().server().map(ServerEstate::name).orElse("none");
    }

    @Override
    public Node body() {
        return screen.layout();
    }

    @Override
    public ObservableValue<String> subtitle() {
        return screen.subtitleProperty();
    }

    @Override
    public List<Node> actions() {
        return head;
    }

    @Override
    public void open(String argument) {
        screen.open(argument);
    }

    @Override
    public void readNow() {
        screen.readNow();
    }

    @Override
    public void focusFilter() {
        screen.query().focusField();
    }

    @Override
    public void export() {
        export.show();
    }

    @Override
    public void contain() {
        containment.contain(table().chosenRows().stream().map(WorkloadRow::entry).toList());
    }

    @Override
    public boolean escape() {
        return screen.escape();
    }

    @Override
    public Subscription attached() {
        return screen.attached()
                .and(table().currentProperty().subscribe(row -> model.choose(row)))
                .and(model.factsProperty().subscribe(this::showDetails))
                .and(model.list().stateProperty().subscribe(state -> forgetGone()))
                .and(table().marks().keysProperty().subscribe(marked -> buttons.update()))
                .and(bar.attached(screen.layout(), model.list().stateProperty()))
                .and(actions.whyNot().subscribe(this::refuse))
                .and(ui.ticker().everySecond(details::tick));
    }

    private void showDetails(Optional<WorkloadFacts> facts) {
        facts.ifPresent(details::show);
        screen.layout().setDetails(facts.isPresent() ? details.panel() : null);
    }

    private void refuse(Optional<String> why) {
        refusable.refuse(why);
        buttons.update();
    }

    /** Marks of entries that are gone for good would make the count lie. */
    private void forgetGone() {
        Set<String> marked = table().marks().keysProperty().get();
        Set<String> gone = marked.isEmpty() ? Set.of() : model.gone(marked);
        if (!gone.isEmpty()) {
            Set<String> left = new HashSet<>(marked);
            left.removeAll(gone);
            table().marks().keepOnly(left);
        }
    }
}

package dev.curfew.views.nodes;

import dev.curfew.estate.ServerEstate;
import dev.curfew.export.NodeJson;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.actions.Actions;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Notice;
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
import dev.curfew.views.shell.Shortcut;
import dev.curfew.views.table.DataTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.util.Subscription;

/** The screen of nodes (SPIRE agents). */
public final class NodesPage implements Page {
    private static final List<String> EXAMPLES =
            List.of("banned:true", "stale:true", "expires<1h", "type:k8s_psat", "serves>50");

    private final NodesViewModel model;
    private final Actions actions;
    private final Ui ui;
    private final ListScreen<NodeRow> screen;
    private final NodeDetails details;
    private final NodeMenu menu;
    private final NodeButtons buttons;
    private final MarkedBar<NodeRow> bar;
    private final ActionButton contain;
    private final Refusable refusable = new Refusable();
    private final MenuButton export;
    private final List<Node> head;

    /**
     * @param readNow reads a connection again, by its name
     */
    public NodesPage(
            EstateModel estate,
            Actions actions,
            Navigator navigator,
            Consumer<String> readNow,
            Ui ui) {
        this.actions = actions;
        this.ui = ui;
        model = new NodesViewModel(estate, ui.tasks(), ui.ages()::now);
        screen =
                new ListScreen<>(
                        Places.NODES,
                        model.list(),
                        new ListWords<>(new NodeSource(), new NodeWords(ui)::counted, ui),
                        new NodeColumns(ui).all(),
                        NodeRow::key,
                        ui.text("nodes.prompt"),
                        EXAMPLES,
                        readNow,
                        ui);
        DataTable<NodeRow> table = screen.table();
        menu = new NodeMenu(actions, ui);
        table.setRowMenu(menu.menu());
        ListExport<NodeRow> files =
                new ListExport<>(
                        Places.NODES,
                        table,
                        row -> NodeJson.write(row.node(), ui.ages().now()),
                        this::fileName,
                        ui);
        export = files.headButton();
        contain =
                Buttons.of(
                        "nodes-bar-contain",
                        AppIcon.CONTAIN,
                        ui.text("nodes.contain"),
                        Shortcut.CONTAIN.display(ui),
                        this::contain);
        bar =
                new MarkedBar<>(
                        Places.NODES,
                        table,
                        NodeRow::key,
                        ui,
                        List.of(Buttons.grave(contain)),
                        List.of(files.markedButton()));
        details = new NodeDetails(new Links(navigator), ui, () -> table.select(null));
        buttons =
                new NodeButtons(
                        () -> model.factsProperty().get().map(NodeFacts::node), menu, actions, ui);
        details.panel().setActions(buttons.all());
        head =
                List.of(
                        refusable.add(
                                Buttons.of(
                                        "nodes-joinToken",
                                        AppIcon.CREDENTIALS,
                                        ui.text("nodes.joinToken"),
                                        actions::joinToken)),
                        export);
    }

    DataTable<NodeRow> table() {
        return screen.table();
    }

    QueryField query() {
        return screen.query();
    }

    private String fileName() {
        return "nodes-" + model.list().server().map(ServerEstate::name).orElse("none");
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

    /** One node at a time: each is a target of its own. */
    @Override
    public void contain() {
        List<NodeRow> chosen = table().chosenRows();
        if (chosen.size() == 1) {
            menu.contain(chosen.getFirst().node());
        } else {
            ui.dialogs()
                    .tell(
                            Notice.of(
                                    ui.text(
                                            chosen.isEmpty()
                                                    ? "list.chooseFirst"
                                                    : "nodes.contain.one")));
        }
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
                .and(bar.attached(screen.layout(), model.list().stateProperty()))
                .and(
                        table().marks()
                                .keysProperty()
                                .subscribe(marked -> refuseContain(marked.size())))
                .and(actions.whyNot().subscribe(this::refuse))
                .and(ui.ticker().everySecond(details::tick));
    }

    private void showDetails(Optional<NodeFacts> facts) {
        facts.ifPresent(details::show);
        buttons.update();
        screen.layout().setDetails(facts.isPresent() ? details.panel() : null);
    }

    private void refuseContain(int marked) {
        contain.refuse(marked == 1 ? "" : ui.text("nodes.contain.one"));
    }

    private void refuse(Optional<String> why) {
        refusable.refuse(why);
        buttons.refuse(why);
    }
}

package dev.curfew.views.journal;

import dev.curfew.export.JournalJson;
import dev.curfew.icons.AppIcon;
import dev.curfew.outcome.Outcome;
import dev.curfew.store.JournalRecord;
import dev.curfew.views.actions.Actions;
import dev.curfew.views.evidence.EvidenceExport;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Banner;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.PageLayout;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.ListExport;
import dev.curfew.views.query.LanguageHelp;
import dev.curfew.views.query.QueryField;
import dev.curfew.views.shell.Page;
import dev.curfew.views.table.DataTable;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.util.Subscription;

/** The journal: table, filter, details, and what still needs someone to look at it. */
public final class JournalPage implements Page {
    private final Ui ui;
    private final JournalViewModel model;
    private final Actions actions;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final DataTable<JournalRecord> table;
    private final QueryField query;
    private final UnfinishedBanner unfinished;
    private final Banner chain;
    private final OperationDetails details;
    private final Label loaded = Labels.muted("");
    private final ActionButton older;
    private final MenuButton export;
    private final PageLayout layout;

    public JournalPage(JournalViewModel model, Actions actions, EvidenceExport evidence, Ui ui) {
        this.ui = ui;
        this.model = model;
        this.actions = actions;
        table =
                new DataTable<>(
                        "journal",
                        JournalColumns.of(ui),
                        record -> Long.toString(record.number()),
                        ui);
        table.withoutMarks();
        table.setEmptyState(() ->
                new EmptyState(
                        AppIcon.JOURNAL, ui.text("journal.empty"), ui.text("journal.empty.hint")));
        query =
                new QueryField(
                        "journal-query",
                        ui.text("journal.query"),
                        new LanguageHelp(model::language),
                        List.of(
                                "phase:failed,contradicted,reverted",
                                "step:0 -phase:note",
                                "action:delete,ban",
                                "age<1h"),
                        model::filter,
                        ui);
        query.addTools(table.columnsButton());
        table.onRetry(model::read, query::clear);
        table.onEndNear(model::readOlder);
        unfinished =
                new UnfinishedBanner(
                        operation -> query.setQuery("operation:" + operation),
                        operation ->
                                FindingQuestion.ask(
                                        ui, finding -> model.lookedAt(operation, finding)),
                        ui);
        chain = new Banner("journal-chain", ui);
        details = new OperationDetails(actions, evidence, ui, () -> table.select(null));
        older = Buttons.text("journal-older", ui.text("journal.older"), model::readOlder);
        export =
                new ListExport<>("journal", table, JournalJson::node, () -> "curfew-journal", ui)
                        .headButton();
        layout = new PageLayout(unfinished, chain, query, table);
        layout.setActions(loaded, Labels.gap(), older);
        table.currentProperty().subscribe(record -> model.choose(Optional.ofNullable(record)));
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
        return List.of(
                Buttons.of(
                        "journal-verify",
                        AppIcon.AUTHORITIES,
                        ui.text("journal.verify"),
                        () -> model.verify(ui.text("journal.verifying"), this::verified)),
                export);
    }

    private void verified(Outcome<Long> outcome) {
        switch (outcome) {
            case Outcome.Ok<Long>(var count) -> {
                chain.hide();
                ui.dialogs().tell(Notice.done(ui.text("journal.verified", Counts.of(count))));
            }
            case Outcome.Failed<Long>(var why) -> chain.fail(Explanations.of(why), null);
        }
    }

    @Override
    public boolean explainsProvenance() {
        return false;
    }

    /** A query. */
    @Override
    public void open(String argument) {
        if (!argument.isEmpty()) {
            query.setQuery(argument);
        }
    }

    @Override
    public void readNow() {
        model.read();
    }

    @Override
    public void focusFilter() {
        query.focusField();
    }

    @Override
    public void export() {
        export.show();
    }

    @Override
    public boolean escape() {
        boolean open = table.currentProperty().get() != null;
        table.select(null);
        return open;
    }

    @Override
    public Subscription attached() {
        model.read();
        return new Subscriptions()
                .add(model.stateProperty().subscribe(this::show))
                .add(model.operationProperty().subscribe(this::showDetails))
                .add(
                        actions.whyNot()
                                .subscribe(why -> showDetails(model.operationProperty().get())));
    }

    private void show(JournalState state) {
        table.show(state.content());
        unfinished.show(state.unfinished());
        int rows = state.content().rows().size();
        query.showMatches(rows, state.loaded().size());
        subtitle.set(ui.text("journal.subtitle"));
        String count = Counts.of(state.loaded().size());
        loaded.setText(ui.text(state.atBeginning() ? "journal.all" : "journal.newest", count));
        older.setVisible(!state.atBeginning());
        older.refuse(state.loading() ? ui.text("journal.reading") : "");
    }

    private void showDetails(Optional<OperationView> view) {
        view.ifPresent(details::show);
        layout.setDetails(view.isPresent() ? details.node() : null);
    }
}

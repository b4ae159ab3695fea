package dev.curfew.views.journal;

import dev.curfew.containment.Unfinished;
import dev.curfew.icons.AppIcon;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.store.JournalRecord;
import dev.curfew.text.Explanation;
import dev.curfew.text.Texts;
import dev.curfew.views.actions.Actions;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Banner;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Confirmation;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.PageLayout;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.query.QueryField;
import dev.curfew.views.query.QueryHelp;
import dev.curfew.views.shell.Page;
import dev.curfew.views.table.DataTable;
import dev.curfew.views.table.TableContent;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The journal, newest first. */
public final class JournalPage implements Page {
    private final JournalViewModel model;
    private final Ui ui;
    private final Texts failures = Texts.ofServices();
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final Banner banner;
    private final DataTable<JournalRecord> table;
    private final QueryField query;
    private final RecordDetails details;
    private final PageLayout body;
    private final ActionButton verify;
    private final ActionButton more;

    public JournalPage(JournalViewModel model, Actions actions, Ui ui) {
        this.model = model;
        this.ui = ui;
        banner = new Banner("journal-banner", ui);
        table =
                new DataTable<>(
                        "journal-table",
                        JournalColumns.all(ui),
                        r -> String.valueOf(r.number()),
                        ui);
        query =
                new QueryField(
                        "journal-query",
                        ui.text("journal.prompt"),
                        QueryHelp.NONE,
                        List.of("tighten", "delete", "failed"),
                        _ -> show(),
                        ui);
        query.addTools(table.columnsButton());
        details = new RecordDetails(actions, ui, () -> table.select(null));
        body = new PageLayout(banner, query, table);
        verify =
                Buttons.of(
                        "journal-verify", AppIcon.LINK, ui.text("journal.verify"), model::verify);
        more =
                Buttons.of(
                        "journal-more",
                        AppIcon.CHEVRON_DOWN,
                        ui.text("journal.more"),
                        model::readMore);
    }

    @Override
    public Node body() {
        return body;
    }

    @Override
    public ObservableValue<String> subtitle() {
        return subtitle;
    }

    @Override
    public List<Node> actions() {
        return List.of(more, verify);
    }

    @Override
    public boolean explainsProvenance() {
        return false;
    }

    @Override
    public void open(String argument) {
        query.setQuery(argument);
    }

    @Override
    public void readNow() {
        model.readNow();
    }

    @Override
    public void focusFilter() {
        query.focusField();
    }

    @Override
    public boolean escape() {
        boolean open = table.currentProperty().get() != null;
        table.select(null);
        return open;
    }

    @Override
    public Subscription attached() {
        model.readNow();
        return new Subscriptions()
                .add(model.stateProperty().subscribe(_ -> show()))
                .add(table.currentProperty().subscribe(this::showDetails));
    }

    private void show() {
        // The field speaks up while it is being made.
        if (query == null) {
            return;
        }
        JournalState state = model.stateProperty().get();
        String text = query.textProperty().get();
        List<JournalRecord> rows = JournalViewModel.matching(state.records(), text);
        table.show(text.isBlank() ? TableContent.all(rows) : TableContent.matching(rows));
        query.showMatches(rows.size(), state.records().size());
        more.refuse(state.more() ? "" : ui.text("journal.more.none"));
        subtitle.set(
                ui.text(
                        state.more() ? "journal.subtitle.newest" : "journal.subtitle",
                        Counts.of(state.records().size())));
        showBanner(state);
    }

    private void showBanner(JournalState state) {
        if (!state.unfinished().isEmpty()) {
            Unfinished.Operation cut = state.unfinished().getFirst();
            banner.warn(
                    ui.text(
                            "journal.cut",
                            cut.planned().entry().action(),
                            cut.planned().entry().subject()),
                    cut.isUncertain()
                            ? ui.text("journal.cut.uncertain", cut.sending() - cut.answered())
                            : cut.mayHaveWritten()
                                    ? ui.text("journal.cut.answered", cut.answered())
                                    : ui.text("journal.cut.nothing"),
                    Optional.of(new Notice.Action(ui.text("journal.cut.close"), () -> ask(cut))));
            return;
        }
        switch (state.chain().orElse(null)) {
            case null -> banner.hide();
            case Ok<Long>(var count) ->
                    banner.warn(
                            ui.text("journal.holds", Counts.of(count)),
                            ui.text("journal.holds.limit"),
                            Optional.empty());
            case Failed<Long>(var why) -> banner.fail(Explanation.of(why, failures), null);
        }
    }

    private void ask(Unfinished.Operation cut) {
        ui.dialogs()
                .confirm(
                        Confirmation.plain(
                                "journal-cut",
                                ui.text("journal.cut.close"),
                                ui.text("journal.cut.ask"),
                                ui.text("journal.cut.close")),
                        () -> model.close(cut, ui.text("journal.cut.finding")));
    }

    private void showDetails(@Nullable JournalRecord record) {
        if (record == null) {
            body.setDetails(null);
            return;
        }
        model.operation(
                record.entry().operationId(),
                operation -> {
                    details.show(record, operation);
                    body.setDetails(details.node());
                });
    }
}

package dev.curfew.views.trust;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.actions.Actions;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.PageLayout;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.query.LanguageHelp;
import dev.curfew.views.query.QueryField;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.table.DataTable;
import dev.curfew.views.table.RowCopies;
import dev.curfew.views.table.RowMenu;
import dev.curfew.views.trust.TrustViewModel.TrustState;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The relationships with other trust domains: filter, table, details, actions. */
final class FederationList {
    private final TrustViewModel model;
    private final Ui ui;
    private final FederationDetails details;
    private final DataTable<FederationRow> table;
    private final QueryField query;
    private final Label note = Labels.wrapped("", "muted");
    private final PageLayout layout;

    FederationList(
            TrustViewModel model, Actions actions, Navigator navigator, Runnable retry, Ui ui) {
        this.model = model;
        this.ui = ui;
        table =
                new DataTable<>(
                        "trust-federation", TrustColumns.federation(ui), FederationRow::name, ui);
        table.withoutMarks();
        table.setRowMenu(menu(actions));
        table.setEmptyState(() ->
                new EmptyState(
                        AppIcon.FEDERATION,
                        ui.text("trust.empty.federation"),
                        ui.text("trust.empty.federation.hint")));
        query =
                new QueryField(
                        "trust-federation-query",
                        ui.text("trust.query.federation"),
                        new LanguageHelp(model::federationLanguage),
                        List.of("bundle:false", "profile:https_web", "roots>1"),
                        model::filterFederation,
                        ui);
        query.addTools(table.columnsButton());
        table.onRetry(retry, query::clear);
        details = new FederationDetails(actions, navigator, ui, () -> table.select(null));
        HBox notes = new HBox(AppIcon.INFO.view("muted-icon"), note);
        notes.getStyleClass().add("note-line");
        layout = new PageLayout(query, notes, table);
        table.currentProperty().subscribe(this::showDetails);
    }

    private RowMenu<FederationRow> menu(Actions actions) {
        return new RowCopies<FederationRow>(FederationRow::name, Optional.empty(), Optional.empty())
                .menu(ui)
                .with(
                        new RowMenu.Item<>(
                                "refresh",
                                AppIcon.REFRESH,
                                ui.text("trust.refresh"),
                                false,
                                row -> actions.whyNot().getValue(),
                                row -> actions.refreshFederation(row.relationship().trustDomain())))
                .with(
                        new RowMenu.Item<>(
                                "remove",
                                AppIcon.DELETE,
                                ui.text("trust.remove"),
                                true,
                                row -> actions.whyNot().getValue(),
                                row -> actions.removeFederation(row.relationship())));
    }

    PageLayout node() {
        return layout;
    }

    QueryField query() {
        return query;
    }

    DataTable<FederationRow> table() {
        return table;
    }

    void show(TrustState state) {
        table.show(state.federation());
        query.showMatches(state.federation().rows().size(), state.allFederation().size());
        String others = String.join(", ", state.otherBundles());
        note.setText(
                others.isEmpty()
                        ? ui.text("trust.note.config")
                        : ui.text("trust.note.config")
                                + " "
                                + ui.text("trust.note.bundles", others));
        showAgain();
    }

    /** Whether something may be written has changed. */
    void showAgain() {
        showDetails(table.currentProperty().get());
    }

    private void showDetails(@Nullable FederationRow row) {
        TrustState state = model.stateProperty().get();
        if (row == null || state.server().isEmpty()) {
            layout.setDetails(null);
            return;
        }
        details.show(row, state.server().get());
        layout.setDetails(details.node());
    }
}

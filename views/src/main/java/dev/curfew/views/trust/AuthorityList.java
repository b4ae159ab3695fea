package dev.curfew.views.trust;

import dev.curfew.estate.TrustRow;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.PageLayout;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.query.LanguageHelp;
import dev.curfew.views.query.QueryField;
import dev.curfew.views.table.DataTable;
import dev.curfew.views.table.RowCopies;
import dev.curfew.views.trust.TrustViewModel.TrustState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The authorities: filter, table, details. */
final class AuthorityList {
    private final TrustViewModel model;
    private final AuthorityDetails details;
    private final DataTable<TrustRow> table;
    private final QueryField query;
    private final PageLayout layout;

    AuthorityList(TrustViewModel model, Runnable retry, Ui ui) {
        this.model = model;
        table =
                new DataTable<>(
                        "trust-authorities", TrustColumns.authorities(ui), AuthorityList::key, ui);
        table.withoutMarks();
        table.setRowMenu(
                new RowCopies<TrustRow>(TrustRow::id, Optional.empty(), Optional.empty()).menu(ui));
        table.setEmptyState(() ->
                new EmptyState(
                        AppIcon.AUTHORITIES,
                        ui.text("trust.empty.authorities"),
                        ui.text("trust.empty.authorities.hint")));
        query =
                new QueryField(
                        "trust-authorities-query",
                        ui.text("trust.query.authorities"),
                        new LanguageHelp(model::authorityLanguage),
                        List.of(
                                "slot:active",
                                "slot:old trusted:true",
                                "slot:none",
                                "tainted:true",
                                "expires<7d"),
                        model::filterAuthorities,
                        ui);
        query.addTools(table.columnsButton());
        table.onRetry(retry, query::clear);
        details = new AuthorityDetails(ui, () -> table.select(null));
        layout = new PageLayout(query, table);
        table.currentProperty().subscribe(this::showDetails);
    }

    static String key(TrustRow row) {
        return row.kind() + ":" + row.id();
    }

    PageLayout node() {
        return layout;
    }

    QueryField query() {
        return query;
    }

    DataTable<TrustRow> table() {
        return table;
    }

    void show(TrustState state) {
        table.show(state.authorities());
        query.showMatches(state.authorities().rows().size(), state.allAuthorities().size());
        showDetails(table.currentProperty().get());
    }

    private void showDetails(@Nullable TrustRow row) {
        TrustState state = model.stateProperty().get();
        if (row == null || state.server().isEmpty()) {
            layout.setDetails(null);
            return;
        }
        details.show(row, state.allAuthorities(), state.server().get());
        layout.setDetails(details.node());
    }
}

package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.views.delegation.DelegationState.Row;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.table.Column;
import java.util.List;

/** The same data as the picture, for keyboards, screen readers and files. */
final class GrantColumns {
    /** The end of a path is what tells one SPIFFE ID from the next. */
    private static final String CUT_MIDDLE = "cut-middle";

    private final Ui ui;
    private final GrantWords words;

    GrantColumns(Ui ui) {
        this.ui = ui;
        words = new GrantWords(ui);
    }

    List<Column<Row>> all() {
        return List.of(
                Column.<Row>text(
                                "from",
                                ui.text("delegation.column.from"),
                                200,
                                row -> row.grant().from().display())
                        .styled(_ -> CUT_MIDDLE)
                        .growing(),
                Column.<Row>text(
                                "to",
                                ui.text("delegation.column.to"),
                                240,
                                row -> row.grant().to().display())
                        .styled(_ -> CUT_MIDDLE),
                Column.<Row>text(
                                "relation",
                                ui.text("delegation.column.relation"),
                                90,
                                row -> row.grant().relation())
                        .yielding(1),
                Column.<Row>text(
                        "scope",
                        ui.text("delegation.column.scope"),
                        170,
                        row -> words.scope(row.grant())),
                Column.<Row>text("verdict", ui.text("delegation.column.verdict"), 90, this::verdict)
                        .styled(row -> row.forbidden() || row.widens() ? "tone-danger" : ""),
                Column.<Row>number(
                                "end",
                                ui.text("delegation.column.end"),
                                130,
                                row -> GrantWords.endOrder(row.grant()),
                                row -> words.end(row.grant()))
                        .exportedAs(row -> exactEnd(row.grant())),
                Column.<Row>text(
                                "state",
                                ui.text("delegation.column.state"),
                                90,
                                row ->
                                        switch (row.then()) {
                                            case ENDED -> ui.text("delegation.plan.state");
                                            case RETURNED ->
                                                    ui.text("delegation.plan.state.returned");
                                            case SAME -> words.state(row.state());
                                        })
                        .styled(row -> counts(row) ? "" : "muted"),
                Column.<Row>text(
                                "source",
                                ui.text("delegation.column.source"),
                                130,
                                row -> words.source(row.grant().source()))
                        .yielding(2));
    }

    private static boolean counts(Row row) {
        return GrantPicture.counts(row.state()) && row.then() != DelegationState.Then.ENDED;
    }

    private String verdict(Row row) {
        if (Folded.isChain(row.grant())) {
            return ui.text("delegation.spire.noGrant");
        }
        if (row.forbidden()) {
            return ui.text("delegation.verdict.forbidden");
        }
        return row.widens() ? ui.text("delegation.verdict.widens") : "";
    }

    private String exactEnd(Grant grant) {
        return grant.hop()
                .validity()
                .end()
                .instant()
                .map(ui.ages()::full)
                .orElseGet(() -> words.end(grant));
    }
}

package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.check.Severity;
import dev.curfew.views.delegation.FindingRow.Found;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.table.CellGraphic;
import dev.curfew.views.table.Column;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;

/** A finding on one line. */
final class FindingColumns {
    /** More facts than these are only counted. */
    private static final int MOST_FACTS = 50;

    private final Function<Found, List<Grant>> grants;
    private final Ui ui;
    private final FindingWords words;

    /**
     * @param grants those a finding rests on
     */
    FindingColumns(Function<Found, List<Grant>> grants, Ui ui) {
        this.grants = grants;
        this.ui = ui;
        words = new FindingWords(ui);
    }

    static int mostFacts() {
        return MOST_FACTS;
    }

    List<Column<FindingRow>> all() {
        return List.of(
                Column.<FindingRow>text(
                                "severity",
                                ui.text("findings.column.severity"),
                                96,
                                words::severity)
                        .orderedBy(
                                Comparator.comparingInt(FindingRow::rank)
                                        .thenComparing(FindingRow::check))
                        .drawn(Shape::new)
                        .styled(FindingColumns::tone),
                Column.<FindingRow>text(
                        "check", ui.text("findings.column.check"), 56, row -> row.check().name()),
                Column.<FindingRow>text("what", ui.text("findings.column.what"), 540, this::what)
                        .styled(row -> row.rank() < FindingRow.NOT_KNOWN ? "" : "muted")
                        .growing(),
                Column.text("subject", ui.text("findings.column.subject"), 130, words::subject),
                Column.<FindingRow>text(
                                "chain",
                                ui.text("findings.column.chain"),
                                210,
                                row -> row instanceof Found found ? found.chain() : "")
                        .yielding(1),
                Column.<FindingRow>number(
                                "since",
                                ui.text("findings.column.since"),
                                90,
                                row ->
                                        row instanceof Found found
                                                ? -found.since().getEpochSecond()
                                                : Long.MAX_VALUE,
                                row ->
                                        row instanceof Found found
                                                ? ui.ages().since(found.since())
                                                : "")
                        .exportedAs(row ->
                                row instanceof Found found ? ui.ages().full(found.since()) : "")
                        .yielding(3),
                Column.<FindingRow>text(
                                "evidence",
                                ui.text("findings.column.evidence"),
                                100,
                                row ->
                                        row instanceof Found found
                                                ? words.restsOn(grants.apply(found))
                                                : "")
                        .yielding(2));
    }

    private String what(FindingRow row) {
        return row instanceof Found found && found.waiver().isPresent()
                ? ui.text(
                        "findings.waived.what",
                        ui.ages().at(found.waiver().get().until()),
                        found.waiver().get().reason(),
                        found.what())
                : row.what();
    }

    private static String tone(FindingRow row) {
        return switch (row) {
            case Found found when found.waiver().isPresent() -> "muted";
            case Found found when found.severity() == Severity.CRITICAL -> "tone-danger";
            case Found found when found.waiver().isPresent() -> "muted";
            case Found found when found.severity() == Severity.HIGH -> "strong";
            default -> "muted";
        };
    }

    /** The shape before the word, so that colour is not alone. */
    private static final class Shape implements CellGraphic<FindingRow> {
        private final SeverityMark mark = new SeverityMark();

        @Override
        public Node node() {
            return mark;
        }

        @Override
        public void show(FindingRow row) {
            mark.show(row);
        }
    }
}

package dev.curfew.views.workloads;

import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.table.Column;
import java.util.Comparator;
import java.util.List;

/** The columns of the list, in the order of their first showing. */
final class WorkloadColumns {
    private static final Comparator<WorkloadRow> BY_EXPIRY =
            Comparator.comparingLong(row -> {
                long end = row.entry().expiresAtSeconds();
                return end == 0 ? Long.MAX_VALUE : end;
            });

    private final Ui ui;
    private final WorkloadWords words;

    WorkloadColumns(Ui ui) {
        this.ui = ui;
        this.words = new WorkloadWords(ui);
    }

    List<Column<WorkloadRow>> all() {
        return List.of(
                Column.text("name", ui.text("workloads.column.name"), 140, WorkloadRow::name)
                        .styled(row -> "strong"),
                Column.text("path", ui.text("workloads.column.path"), 190, WorkloadRow::path)
                        .inMono()
                        .growing(),
                binding(),
                x509(),
                jwt(),
                Column.<WorkloadRow>number(
                                "nodes",
                                ui.text("workloads.column.nodes"),
                                54,
                                row -> row.nodes().orElse(-1),
                                words::nodes)
                        .yielding(1),
                expires(),
                flags(),
                text("parent", "workloads.column.parent", 220, r -> r.entry().parentId().toString())
                        .inMono(),
                text(
                                "selectors",
                                "workloads.column.selectors",
                                320,
                                r -> WorkloadWords.selectors(r.entry()))
                        .inMono(),
                text("hint", "workloads.column.hint", 100, r -> r.entry().hint()),
                created(),
                Column.<WorkloadRow>number(
                                "revision",
                                ui.text("workloads.column.revision"),
                                70,
                                row -> row.entry().revision(),
                                row -> Counts.of(row.entry().revision()))
                        .hidden(),
                text("id", "workloads.column.id", 270, WorkloadRow::key).inMono());
    }

    private Column<WorkloadRow> text(
            String id,
            String titleKey,
            double width,
            java.util.function.Function<WorkloadRow, String> text) {
        return Column.text(id, ui.text(titleKey), width, text).hidden();
    }

    private Column<WorkloadRow> binding() {
        return Column.<WorkloadRow>text(
                        "binding",
                        ui.text("workloads.column.binding"),
                        100,
                        row -> words.binding(row.binding()))
                .orderedBy(Comparator.comparing(WorkloadRow::binding))
                .drawn(BindingGraphic::new)
                .styled(row -> BindingGraphic.weak(row) ? "strong" : "muted");
    }

    private Column<WorkloadRow> x509() {
        return Column.<WorkloadRow>number(
                        "x509",
                        ui.text("workloads.column.x509"),
                        66,
                        row -> row.x509Ttl().toSeconds(),
                        row -> words.ttl(row.entry().x509Ttl()))
                .styled(row -> style(row.longX509(), row.entry().x509TtlSeconds() == 0))
                .yielding(5);
    }

    private Column<WorkloadRow> jwt() {
        return Column.<WorkloadRow>number(
                        "jwt",
                        ui.text("workloads.column.jwt"),
                        66,
                        row -> row.jwtTtl().toSeconds(),
                        row -> words.ttl(row.entry().jwtTtl()))
                .styled(row -> style(row.longJwt(), row.entry().jwtTtlSeconds() == 0))
                .yielding(4);
    }

    private static String style(boolean isLong, boolean isDefault) {
        return isLong ? "strong" : isDefault ? "muted" : "";
    }

    private Column<WorkloadRow> expires() {
        return Column.<WorkloadRow>text(
                        "expires",
                        ui.text("workloads.column.expires"),
                        98,
                        row -> words.expires(row.entry()))
                .orderedBy(BY_EXPIRY)
                .exportedAs(row -> WorkloadWords.exported(row.entry().expiresAtSeconds()))
                .styled(row -> row.entry().expiresAtSeconds() == 0 ? "muted" : "")
                .yielding(2);
    }

    private Column<WorkloadRow> flags() {
        return Column.<WorkloadRow>text(
                        "flags",
                        ui.text("workloads.column.flags"),
                        166,
                        row -> words.flags(row.flags()))
                .styled(row -> row.flags().stream().anyMatch(Flag::grave) ? "strong" : "")
                .yielding(3);
    }

    private Column<WorkloadRow> created() {
        return Column.<WorkloadRow>text(
                        "created",
                        ui.text("workloads.column.created"),
                        90,
                        row -> words.created(row.entry()))
                .orderedBy(Comparator.comparingLong(row -> row.entry().createdAtSeconds()))
                .exportedAs(row -> WorkloadWords.exported(row.entry().createdAtSeconds()))
                .hidden();
    }
}

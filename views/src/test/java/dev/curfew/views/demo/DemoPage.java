package dev.curfew.views.demo;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.CopyButton;
import dev.curfew.views.kit.DetailsPanel;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Origin;
import dev.curfew.views.kit.PageLayout;
import dev.curfew.views.kit.Pill;
import dev.curfew.views.kit.Provenance;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.query.QueryField;
import dev.curfew.views.query.QueryHelp;
import dev.curfew.views.shell.Page;
import dev.curfew.views.table.CellGraphic;
import dev.curfew.views.table.Column;
import dev.curfew.views.table.DataTable;
import dev.curfew.views.table.RowCopies;
import dev.curfew.views.table.TableContent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/** A list of sample entries, with everything a list page has. */
final class DemoPage implements Page {
    private static final Instants AT = new Instants();

    private final Ui ui;
    private final List<DemoRow> all;
    private final DataTable<DemoRow> table;
    private final QueryField query;
    private final PageLayout layout;
    private int attachments;

    DemoPage(Ui ui, int rows) {
        this.ui = ui;
        all = DemoRow.some(rows);
        table = new DataTable<>("workloads-table", columns(), DemoRow::id, ui);
        table.setRowMenu(
                new RowCopies<DemoRow>(DemoRow::id, Optional.empty(), Optional.empty()).menu(ui));
        query =
                new QueryField(
                        "workloads-query",
                        "ttl>1h admin:false",
                        new DemoHelp(),
                        List.of("ttl>1h admin:false node:gpu-07", "owner:none", "bound:node"),
                        this::filter,
                        ui);
        query.showMatches(rows, rows);
        query.addTools(table.columnsButton());
        layout = new PageLayout(query, table);
        table.currentProperty().subscribe(this::showDetails);
        table.marks().keysProperty().subscribe(marked -> showActions(marked.size()));
    }

    DataTable<DemoRow> table() {
        return table;
    }

    QueryField query() {
        return query;
    }

    int attachments() {
        return attachments;
    }

    private static List<Column<DemoRow>> columns() {
        return List.of(
                Column.<DemoRow>text("name", "Workload", 170, DemoRow::name)
                        .styled(row -> "strong"),
                Column.<DemoRow>text("path", "SPIFFE ID path", 200, DemoRow::path)
                        .inMono()
                        .growing(),
                Column.<DemoRow>text("bound", "Binding", 110, DemoRow::bound)
                        .drawn(BindingGraphic::new)
                        .styled(row -> row.bound().equals("node") ? "strong" : "muted"),
                Column.<DemoRow>number(
                        "x509", "X.509", 72, DemoRow::x509Minutes, row -> row.x509Minutes() + " m"),
                Column.<DemoRow>number(
                        "jwt", "JWT", 60, DemoRow::jwtMinutes, row -> row.jwtMinutes() + " m"),
                Column.<DemoRow>number(
                        "bundles", "Bundles", 72, DemoRow::bundles, row -> row.bundles() + ""),
                Column.<DemoRow>text("owner", "Owner", 120, DemoRow::owner),
                Column.<DemoRow>text("findings", "Findings", 110, DemoRow::note)
                        .styled(row -> row.note().contains("critical") ? "tone-danger" : ""));
    }

    private void filter(String text) {
        List<DemoRow> rows =
                all.stream()
                        .filter(row ->
                                (row.name() + row.bound()).contains(text.toLowerCase(Locale.ROOT)))
                        .toList();
        table.show(text.isEmpty() ? TableContent.all(all) : TableContent.matching(rows));
        if (query != null) {
            query.showMatches(rows.size(), all.size());
        }
    }

    private void showActions(int marked) {
        if (marked == 0) {
            layout.setActions();
            return;
        }
        var contain =
                Buttons.grave(
                        Buttons.of("workloads-contain", AppIcon.CONTAIN, "Contain…", () -> {}));
        contain.refuse("acme.test is read-only. Arm it to contain.");
        layout.setActions(
                Labels.whole(marked + " selected", "strong"),
                Labels.caption("15 credentials"),
                Labels.gap(),
                Buttons.of("workloads-copy", AppIcon.COPY, "Copy IDs", () -> {}),
                Buttons.of("workloads-tighten", AppIcon.TIGHTEN, "Tighten…", () -> {}),
                contain);
    }

    private void showDetails(@org.jspecify.annotations.Nullable DemoRow row) {
        if (row == null) {
            layout.setDetails(null);
            return;
        }
        DetailsPanel panel = new DetailsPanel("details", ui, () -> table.select(null));
        panel.setHead(
                row.name(),
                new Pill("can act, should not", Tone.DANGER),
                Labels.row(
                        Labels.mono("spiffe://acme.test/" + row.path()),
                        new CopyButton("details-copy", "SPIFFE ID", row::path, ui)));
        panel.setSections(
                DetailsPanel.section(
                        "Issued",
                        "by which authority, bound how tightly",
                        DetailsPanel.fact("Authority", AT.read(ui), Labels.of("acme.test CA")),
                        DetailsPanel.fact("Bound to", AT.read(ui), Labels.of(row.bound())),
                        DetailsPanel.fact("Owner", AT.declared(ui), Labels.of(row.owner()))),
                DetailsPanel.section(
                        "Still open",
                        "right now, at the latest until",
                        DetailsPanel.fact("X509-SVID", AT.derived(ui), Labels.of("14:31:17")),
                        DetailsPanel.fact("JWT-SVID", AT.derived(ui), Labels.of("14:06:17"))));
        panel.setActions(
                Buttons.of("details-tighten", AppIcon.TIGHTEN, "Tighten…", () -> {}),
                Buttons.grave(
                        Buttons.of("details-contain", AppIcon.CONTAIN, "Contain…", () -> {})));
        layout.setDetails(panel);
    }

    @Override
    public Node body() {
        return layout;
    }

    @Override
    public ObservableValue<String> subtitle() {
        return new SimpleStringProperty(all.size() + " registration entries, read 14:00:49");
    }

    @Override
    public List<Node> actions() {
        return List.of(
                Buttons.of("workloads-export", AppIcon.EXPORT, "Export", "Ctrl+E", () -> {}));
    }

    @Override
    public void focusFilter() {
        query.focusField();
    }

    @Override
    public Subscription attached() {
        attachments++;
        return () -> attachments--;
    }

    private static final class BindingGraphic implements CellGraphic<DemoRow> {
        private final StackPane box = new StackPane();

        @Override
        public Node node() {
            return box;
        }

        @Override
        public void show(DemoRow row) {
            AppIcon icon =
                    switch (row.bound()) {
                        case "node" -> AppIcon.NODE_BOUND;
                        case "process" -> AppIcon.PROCESS;
                        default -> AppIcon.CONTAINER;
                    };
            box.getChildren().setAll(icon.view("cell-icon"));
        }
    }

    /** Where the sample facts come from. */
    private static final class Instants {
        Node read(Ui ui) {
            return Provenance.mark(
                    new Origin.Observed("spire-a", ui.ages().now().minusSeconds(23)), ui);
        }

        Node derived(Ui ui) {
            return Provenance.mark(
                    new Origin.Derived(List.of("server cache 5 s", "entry TTL 30 m")), ui);
        }

        Node declared(Ui ui) {
            return Provenance.mark(new Origin.Declared("analyst-11", ui.ages().now()), ui);
        }
    }

    /** Knows three words, and that an x is no unit of time. */
    private static final class DemoHelp implements QueryHelp {
        @Override
        public List<Completion> completionsAt(String text, int caret) {
            return List.of(
                    new Completion(0, caret, "ttl>1h", "ttl>1h", "X.509 lifetime"),
                    new Completion(0, caret, "admin:true", "admin:true", "admin entries"));
        }

        @Override
        public Optional<Problem> check(String text) {
            int at = text.indexOf("1x");
            return at < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Problem(at, at + 2, "“1x” is not a duration: 30s, 5m, 4h, 2d"));
        }
    }
}

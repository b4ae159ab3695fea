package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.check.Severity;
import dev.curfew.export.FindingJson;
import dev.curfew.icons.AppIcon;
import dev.curfew.text.Texts;
import dev.curfew.views.delegation.FindingRow.Found;
import dev.curfew.views.delegation.FindingRow.NotKnown;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.PageLayout;
import dev.curfew.views.kit.Segments;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.Latest;
import dev.curfew.views.list.ListExport;
import dev.curfew.views.table.DataTable;
import dev.curfew.views.table.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The findings as a list: what is wrong, worst first, and what nobody can know yet. */
final class FindingsPane {
    private final FindingsModel model;
    private final Ui ui;
    private final FindingWords words;
    private final FindingDetails details;
    private final DataTable<FindingRow> table;
    private final Latest<List<FindingRow>> shown;
    private final PageLayout layout;
    private final Segments severities;
    private final TextField filter = new TextField();
    private final Label status = Labels.wrapped("", "caption");
    private final MenuButton export;
    private final CheckSettingsPanel settings;
    private boolean settingsOpen;
    private int segment;

    FindingsPane(FindingsModel model, GrantActions actions, FindingDetails.Leads leads, Ui ui) {
        this.model = model;
        this.ui = ui;
        words = new FindingWords(ui);
        details = new FindingDetails(model, actions, leads, this::closeDetails, ui);
        table =
                new DataTable<>(
                        "findings-table",
                        new FindingColumns(this::grants, ui).all(),
                        FindingRow::key,
                        ui);
        table.withoutMarks();
        table.setCopyText(row -> row instanceof Found found ? words.copied(found) : row.what());
        table.onRetry(null, this::clearFilter);
        table.setEmptyState(() ->
                new EmptyState(
                        AppIcon.DONE, ui.text("findings.empty"), ui.text("findings.empty.what")));
        shown = new Latest<>("findings.filter", ui.tasks());
        filter.setId("findings-filter");
        filter.setPromptText(ui.text("findings.filter"));
        filter.setAccessibleText(ui.text("findings.filter"));
        filter.setPrefColumnCount(12);
        filter.textProperty().subscribe(this::filter);
        severities =
                new Segments(
                        "findings-severity",
                        ui.text("findings.column.severity"),
                        segments(Optional.empty()),
                        this::choose);
        export =
                new ListExport<>(
                                "findings",
                                table,
                                this::json,
                                () -> ui.text("findings.export.name"),
                                ui)
                        .plainButton();
        settings =
                new CheckSettingsPanel(new CheckSettingsModel(model, ui), this::closeDetails, ui);
        FlowPane bar = new FlowPane(severities, filter);
        bar.getStyleClass().add("findings-bar");
        HBox.setHgrow(status, Priority.ALWAYS);
        status.setMaxWidth(Double.MAX_VALUE);
        status.setMinWidth(0);
        VBox head = new VBox(bar, Labels.row(status, settingsButton(), Buttons.small(export)));
        head.getStyleClass().add("findings-head");
        layout = new PageLayout(head, table);
        layout.getStyleClass().add("findings-page");
    }

    private Node settingsButton() {
        return Buttons.small(
                Buttons.of(
                        "findings-settings",
                        AppIcon.SETTINGS,
                        ui.text("checks.open"),
                        this::openSettings));
    }

    /** From where on something is a finding, in the place of what is known of one. */
    private void openSettings() {
        table.select(null);
        settingsOpen = true;
        layout.setDetails(settings.node());
        settings.focus();
    }

    Node node() {
        return layout;
    }

    MenuButton exportButton() {
        return export;
    }

    void focusFilter() {
        filter.requestFocus();
    }

    Subscription attached() {
        return model.stateProperty()
                .subscribe(this::show)
                .and(shown.answerProperty().subscribe(this::fill))
                .and(settings.attached())
                .and(table.currentProperty().subscribe(this::selected))
                .and(ui.ticker().everySecond(this::tick));
    }

    private void tick() {
        model.tick();
        tell(model.stateProperty().get());
    }

    /** Chooses one, taking away a filter that hides it. */
    void select(FindingRow row) {
        clearFilter();
        table.select(row.key());
        selected(row);
    }

    /** Shows those of one kind, by its name; all where it has none. */
    void open(String kind) {
        clearFilter();
        segment = FindingFilter.segment(kind);
        severities.choose(segment);
        filter();
    }

    /** Who would be contained for the chosen finding; empty: none is chosen. */
    Optional<Party> culprit() {
        return table.currentProperty().get() instanceof Found found
                ? Optional.of(FindingDetails.culprit(found, grants(found)))
                : Optional.empty();
    }

    boolean closeDetails() {
        boolean open = settingsOpen || table.currentProperty().get() != null;
        settingsOpen = false;
        table.select(null);
        layout.setDetails(null);
        return open;
    }

    private List<Grant> grants(Found found) {
        return model.stateProperty()
                .get()
                .findings()
                .map(all -> all.grants(found.finding(), FindingColumns.mostFacts()))
                .orElse(List.of());
    }

    private List<String> segments(Optional<Findings> findings) {
        List<String> all = new ArrayList<>();
        all.add(segment(ui.text("findings.all"), findings.map(Findings::countFound)));
        for (Severity severity : Severity.values()) {
            all.add(
                    segment(
                            words.severity(severity),
                            findings.map(known -> known.count(severity))));
        }
        all.add(segment(ui.text("findings.notKnown"), findings.map(Findings::countNotKnown)));
        return all;
    }

    private String segment(String word, Optional<Integer> count) {
        return count.map(n -> ui.text("findings.segment", word, Counts.of(n))).orElse(word);
    }

    private void choose(int index) {
        segment = index;
        filter();
    }

    private void clearFilter() {
        severities.choose(0);
        segment = 0;
        filter.clear();
        filter();
    }

    private void show(FindingsState state) {
        tell(state);
        List<String> names = segments(state.findings());
        for (int i = 0; i < names.size(); i++) {
            severities.rename(i, names.get(i));
        }
        filter();
    }

    private void tell(FindingsState state) {
        String checking = state.checking() ? ui.text("findings.checking") : "";
        String told =
                state.findings()
                        .map(found ->
                                ui.text(
                                        "findings.status",
                                        ui.ages().since(found.at()),
                                        found.of().source(),
                                        ui.ages().since(found.of().readAt()),
                                        found.checksFound(),
                                        found.checks(),
                                        found.checksClean(),
                                        found.checksNotKnown()))
                        .orElse("");
        String waived =
                state.findings()
                        .map(Findings::countWaived)
                        .filter(count -> count > 0)
                        .map(count -> ui.text("findings.status.waived", Counts.of(count)))
                        .orElse("");
        status.setText(
                Stream.of(told, waived, checking)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    private void filter() {
        Optional<Findings> findings = model.stateProperty().get().findings();
        FindingFilter wanted = FindingFilter.of(segment, filter.getText());
        shown.ask(() -> findings.map(all -> wanted.of(all.rows(), words)));
    }

    private void fill(Optional<List<FindingRow>> rows) {
        boolean filtered = !FindingFilter.of(segment, filter.getText()).takesAll();
        table.show(
                rows.<TableContent<FindingRow>>map(all ->
                                filtered ? TableContent.matching(all) : TableContent.all(all))
                        .orElseGet(TableContent::loading));
    }

    private void selected(@Nullable FindingRow row) {
        Optional<Findings> findings = model.stateProperty().get().findings();
        if (row == null && settingsOpen) {
            return;
        }
        settingsOpen = false;
        if (row == null || findings.isEmpty()) {
            layout.setDetails(null);
            return;
        }
        if (details.isWriting(row)) {
            return;
        }
        switch (row) {
            case Found found -> details.show(found, findings.get());
            case NotKnown not -> details.show(not);
        }
        layout.setDetails(details.panel());
    }

    private static ObjectNode waived(ObjectNode json, Found found) {
        found.waiver().ifPresent(waiver -> FindingJson.waived(json, waiver));
        return json;
    }

    private ObjectNode json(FindingRow row) {
        FindingJson json = new FindingJson(Texts.ofServices());
        return switch (row) {
            case Found found ->
                    waived(
                            json.finding(found.finding())
                                    .put("first_seen", found.since().toString()),
                            found);
            case NotKnown not -> json.result(not.result());
        };
    }
}

package dev.curfew.views.delegation;

import dev.curfew.delegation.rules.DelegationRules;
import dev.curfew.delegation.rules.Grouped;
import dev.curfew.delegation.rules.Grouped.By;
import dev.curfew.delegation.rules.Grouped.Cell;
import dev.curfew.delegation.rules.Grouped.Group;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Who may delegate to whom, and who does: a row for each that delegates, a column for each that is
 * delegated to. Cells can be chosen with the arrow keys.
 */
final class MatrixTable {
    /** In pixels at 100 % text. */
    private static final double FIRST = 190;

    private static final double USUAL = 138;

    /** The font size that the widths are given for. */
    private static final double USUAL_FONT = 12;

    private final Ui ui;
    private final RuleWords words;
    private final TableView<Group> table = new TableView<>();
    private final VBox box = new VBox();
    private final BiConsumer<Group, Group> chosen;
    private Grouped shown = new Grouped(List.of(), List.of(), Map.of(), 0, 0);
    private By by = By.PARTY;
    private boolean replacing;
    private double scale = 1;

    /**
     * @param chosen row and column
     */
    MatrixTable(BiConsumer<Group, Group> chosen, Ui ui) {
        this.chosen = chosen;
        this.ui = ui;
        words = new RuleWords(ui);
        table.setId("rules-matrix");
        table.getStyleClass().add("matrix");
        table.setAccessibleText(ui.text("rules.matrix"));
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.setPlaceholder(
                new EmptyState(
                        AppIcon.DELEGATION,
                        ui.text("rules.matrix.empty"),
                        ui.text("rules.matrix.empty.what")));
        table.getSelectionModel().getSelectedCells().subscribe(this::selected);
        Label probe = new Label();
        probe.setManaged(false);
        probe.setVisible(false);
        probe.fontProperty().subscribe(font -> fitTo(font.getSize()));
        VBox.setVgrow(table, Priority.ALWAYS);
        box.getChildren().setAll(table, probe);
        box.setMinSize(0, 0);
    }

    Node node() {
        return box;
    }

    /** Larger text makes wider columns. */
    private void fitTo(double fontSize) {
        double change = fontSize / USUAL_FONT / scale;
        if (Math.abs(change - 1) > 0.01) {
            scale *= change;
            table.getColumns().forEach(one -> one.setPrefWidth(one.getWidth() * change));
        }
    }

    void show(Grouped grouped, By nowBy, DelegationRules rules) {
        replacing = true;
        boolean sameColumns = by == nowBy && grouped.to().equals(shown.to());
        shown = grouped;
        by = nowBy;
        if (!sameColumns || table.getColumns().isEmpty()) {
            List<TableColumn<Group, Group>> columns = new ArrayList<>();
            columns.add(first());
            grouped.to().forEach(to -> columns.add(column(to)));
            table.getColumns().setAll(columns);
        }
        Optional<TablePosition<?, ?>> before = position();
        table.getItems().setAll(grouped.from());
        table.refresh();
        replacing = false;
        before.filter(at -> at.getRow() < grouped.from().size() && sameColumns)
                .ifPresent(at ->
                        table.getSelectionModel()
                                .clearAndSelect(
                                        at.getRow(), table.getColumns().get(at.getColumn())));
    }

    void clear() {
        table.getSelectionModel().clearSelection();
    }

    private Optional<TablePosition<?, ?>> position() {
        return table.getSelectionModel().getSelectedCells().stream()
                .<TablePosition<?, ?>>map(at -> at)
                .findFirst();
    }

    private void selected() {
        if (replacing) {
            return;
        }
        position()
                .filter(at -> at.getColumn() > 0 && at.getRow() < shown.from().size())
                .ifPresent(at ->
                        chosen.accept(
                                shown.from().get(at.getRow()), shown.to().get(at.getColumn() - 1)));
    }

    private TableColumn<Group, Group> first() {
        TableColumn<Group, Group> column = new TableColumn<>(ui.text("rules.matrix.corner"));
        column.setId("matrix-from");
        column.setPrefWidth(FIRST * scale);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> new NameCell());
        return column;
    }

    private TableColumn<Group, Group> column(Group to) {
        TableColumn<Group, Group> column = new TableColumn<>();
        Label heading = new Label(words.group(to, by));
        heading.setTooltip(new Tooltip(to.name()));
        column.setGraphic(heading);
        column.setId("matrix-" + to.name());
        column.setPrefWidth(USUAL * scale);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> new SaysCell(to));
        return column;
    }

    /** What a cell says, for the eye and for a screen reader. */
    record Said(String text, String style, Optional<AppIcon> icon) {}

    Said said(Optional<Cell> cell) {
        if (cell.filter(one -> !one.isByDefault()).isEmpty()) {
            return new Said("–", "matrix-default", Optional.empty());
        }
        Cell found = cell.get();
        int there = found.grants().size();
        if (there == 0) {
            boolean forbids = found.stance().compareTo(Grouped.Stance.ALLOWED) < 0;
            return new Said(
                    words.stance(found.stance()),
                    "muted",
                    Optional.of(forbids ? AppIcon.REMOVE : AppIcon.CHECK));
        }
        if (found.broken() > 0) {
            return new Said(
                    ui.text("rules.cell.broken", found.broken(), there),
                    "tone-danger",
                    Optional.of(AppIcon.CONTAIN));
        }
        if (found.undecided() > 0) {
            return new Said(
                    ui.text("rules.cell.undecided", found.undecided(), there),
                    "tone-warning",
                    Optional.of(AppIcon.UNKNOWN));
        }
        return found.rules().isEmpty()
                ? new Said(ui.text("rules.cell.default", there), "", Optional.of(AppIcon.CHECK))
                : new Said(ui.text("rules.cell.allowed", there), "", Optional.of(AppIcon.CHECK));
    }

    private final class NameCell extends TableCell<Group, Group> {
        @Override
        protected void updateItem(@Nullable Group row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setTooltip(null);
            } else {
                String name = words.group(row, by);
                setText(
                        by == By.PARTY
                                ? name
                                : ui.text("rules.group.members", name, row.members()));
                setTooltip(new Tooltip(row.name()));
            }
        }
    }

    private final class SaysCell extends TableCell<Group, Group> {
        private final Group to;
        private String style = "";

        SaysCell(Group to) {
            this.to = to;
        }

        @Override
        protected void updateItem(@Nullable Group row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                restyle("");
                return;
            }
            Said said = said(shown.cell(row, to));
            setText(said.text());
            setGraphic(said.icon().map(icon -> icon(icon, said.style())).orElse(null));
            setAccessibleText(
                    ui.text(
                            "rules.cell.read",
                            words.group(row, by),
                            words.group(to, by),
                            said.text()));
            restyle(said.style());
        }

        private static Node icon(AppIcon icon, String style) {
            Node view = icon.view("cell-icon");
            if (style.equals("tone-danger")) {
                view.getStyleClass().add("danger-icon");
            }
            return view;
        }

        private void restyle(String now) {
            if (!now.equals(style)) {
                getStyleClass().remove(style);
                if (!now.isEmpty()) {
                    getStyleClass().add(now);
                }
                style = now;
            }
        }
    }
}

package dev.curfew.views.delegation;

import dev.curfew.delegation.rules.Grouped;
import dev.curfew.delegation.rules.Grouped.By;
import dev.curfew.delegation.rules.Grouped.Group;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.PageLayout;
import dev.curfew.views.kit.Segments;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.Latest;
import dev.curfew.views.table.DataTable;
import dev.curfew.views.table.TableContent;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The rules of delegation beside what is really there, as a list, and where they are written. */
final class RulesPane {
    /** In the order in which they can be chosen. */
    private enum Part {
        MATRIX,
        LIST,
        TEXT
    }

    /** More rows or columns nobody reads; the rest is told. */
    private static final int MOST = 60;

    /** So many agents are still shown one by one. */
    private static final int FINE = 24;

    private record Shown(Findings findings, By by, Grouped grouped, List<RuleLine> lines) {}

    private final FindingsModel findings;
    private final Ui ui;
    private final MatrixTable matrix;
    private final DataTable<RuleLine> list;
    private final RulesEditor editor;
    private final RulesDetails details;
    private final Latest<Shown> shown;
    private final Segments parts;
    private final Segments groups;
    private final Label status = Labels.wrapped("", "caption");
    private final StackPane stack = new StackPane();
    private final PageLayout layout;
    private Optional<By> chosenBy = Optional.empty();
    private Part part = Part.MATRIX;
    private Optional<Grouped.Pair> chosen = Optional.empty();

    RulesPane(FindingsModel findings, RulesModel model, FindingDetails.Leads leads, Ui ui) {
        this.findings = findings;
        this.ui = ui;
        matrix = new MatrixTable(this::chosen, ui);
        list =
                new DataTable<>(
                        "rules-list", new RuleColumns(ui).all(), line -> line.rule().name(), ui);
        list.withoutMarks();
        list.setEmptyState(() ->
                new EmptyState(
                        AppIcon.POLICY,
                        ui.text("rules.empty"),
                        ui.text("rules.empty.what"),
                        Buttons.main(
                                Buttons.text(
                                        "rules-write",
                                        ui.text("rules.write"),
                                        () -> showPart(Part.TEXT)))));
        editor = new RulesEditor(model, ui);
        details = new RulesDetails(leads, this::closeDetails, ui);
        shown = new Latest<>("rules.matrix", ui.tasks());
        parts =
                new Segments(
                        "rules-part",
                        ui.text("rules.part"),
                        List.of(
                                ui.text("rules.matrix"),
                                ui.text("rules.list"),
                                ui.text("rules.write")),
                        index -> showPart(Part.values()[index]));
        groups =
                new Segments(
                        "rules-by",
                        ui.text("rules.by"),
                        List.of(
                                ui.text("rules.by.party"),
                                ui.text("rules.by.class"),
                                ui.text("rules.by.domain")),
                        index -> {
                            chosenBy = Optional.of(By.values()[index]);
                            make();
                        });
        FlowPane bar = new FlowPane(parts, groups);
        bar.getStyleClass().add("findings-bar");
        VBox head = new VBox(bar, status);
        head.getStyleClass().add("findings-head");
        stack.setMinSize(0, 0);
        layout = new PageLayout(head, stack);
        showPart(Part.MATRIX);
    }

    Node node() {
        return layout;
    }

    Subscription attached() {
        return findings.stateProperty()
                .subscribe(_ -> make())
                .and(shown.answerProperty().subscribe(this::show))
                .and(list.currentProperty().subscribe(this::selected))
                .and(editor.attached());
    }

    void focus() {
        if (part == Part.TEXT) {
            editor.focus();
        }
    }

    boolean closeDetails() {
        boolean open = chosen.isPresent() || list.currentProperty().get() != null;
        chosen = Optional.empty();
        matrix.clear();
        list.select(null);
        layout.setDetails(null);
        return open;
    }

    private void showPart(Part wanted) {
        part = wanted;
        parts.choose(part.ordinal());
        groups.setVisible(part == Part.MATRIX);
        groups.setManaged(part == Part.MATRIX);
        closeDetails();
        stack.getChildren()
                .setAll(
                        switch (part) {
                            case MATRIX -> matrix.node();
                            case LIST -> list;
                            case TEXT -> editor.node();
                        });
    }

    private void make() {
        Optional<Findings> found = findings.stateProperty().get().findings();
        Optional<By> wanted = chosenBy;
        shown.ask(() ->
                found.map(all -> {
                    By by = wanted.orElseGet(() -> Grouped.finest(all.matrix(), FINE));
                    return new Shown(
                            all,
                            by,
                            Grouped.of(all.matrix(), all.rules(), by, MOST),
                            RuleLine.of(all.rules(), all.matrix()));
                }));
    }

    private void show(Optional<Shown> made) {
        if (made.isEmpty()) {
            status.setText("");
            return;
        }
        Shown now = made.get();
        groups.choose(now.by().ordinal());
        matrix.show(now.grouped(), now.by(), now.findings().rules());
        list.show(TableContent.all(now.lines()));
        status.setText(told(now));
        if (part == Part.MATRIX) {
            chosen.ifPresent(pair -> showCell(now, pair));
        }
    }

    private String told(Shown now) {
        Findings all = now.findings();
        String words =
                ui.text(
                        "rules.status",
                        RuleWords.byDefault(all.rules(), ui),
                        all.rules().rules().size(),
                        all.matrix().unused().size(),
                        all.matrix().there(),
                        all.matrix().broken(),
                        ui.ages().since(all.at()));
        int left = Math.max(now.grouped().leftFrom(), now.grouped().leftTo());
        return left == 0 || part != Part.MATRIX ? words : words + " " + ui.text("rules.left", left);
    }

    private void chosen(Group from, Group to) {
        chosen = Optional.of(new Grouped.Pair(from.name(), to.name()));
        shown.answerProperty()
                .get()
                .ifPresent(now -> chosen.ifPresent(pair -> showCell(now, pair)));
    }

    private void showCell(Shown now, Grouped.Pair pair) {
        Optional<Group> from = named(now.grouped().from(), pair.from());
        Optional<Group> to = named(now.grouped().to(), pair.to());
        if (from.isEmpty() || to.isEmpty()) {
            closeDetails();
            return;
        }
        details.show(
                from.get(),
                to.get(),
                now.grouped().cell(from.get(), to.get()),
                now.findings().rules());
        layout.setDetails(details.panel());
    }

    private static Optional<Group> named(List<Group> groups, String name) {
        return groups.stream().filter(group -> group.name().equals(name)).findFirst();
    }

    private void selected(@Nullable RuleLine line) {
        if (part != Part.LIST) {
            return;
        }
        if (line == null) {
            layout.setDetails(null);
        } else {
            details.show(line);
            layout.setDetails(details.panel());
        }
    }
}

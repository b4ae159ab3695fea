package dev.curfew.views.containments;

import dev.curfew.containment.book.ContainmentLanguage;
import dev.curfew.containment.book.Kept;
import dev.curfew.icons.AppIcon;
import dev.curfew.query.Parsed;
import dev.curfew.views.actions.ActionHost;
import dev.curfew.views.contain.ContainServices;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.FileQuestion;
import dev.curfew.views.kit.PageLayout;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.query.LanguageHelp;
import dev.curfew.views.query.QueryField;
import dev.curfew.views.table.DataTable;
import dev.curfew.views.table.RowMenu;
import dev.curfew.views.table.TableContent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.util.Subscription;

/** All containments: those that were cut off first, then the newest. */
final class AllPane implements Attachable {
    /** How often what depends on the time is painted anew, in seconds. */
    private static final int REPAINT = 5;

    private final ContainmentsModel model;
    private final Ui ui;
    private final DataTable<Kept> table;
    private final QueryField query;
    private final CutOffLines cutOff;
    private final PageLayout layout;
    private final ActionButton load;
    private final ActionButton pop;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private String filter = "";
    private boolean ready;
    private int seconds;

    AllPane(
            ContainmentsModel model,
            ContainServices services,
            ActionHost host,
            Ui ui,
            Consumer<String> open,
            Consumer<Path> planFile,
            Runnable popOut) {
        this.model = model;
        this.ui = ui;
        table = new DataTable<>("containments-table", new AllColumns(ui).all(), Kept::id, ui);
        table.withoutMarks();
        table.onOpen(kept -> open.accept(kept.id()));
        table.setRowMenu(
                RowMenu.<Kept>empty()
                        .with(
                                "containments-menu-open",
                                AppIcon.OPEN,
                                ui.text("containments.open"),
                                kept -> open.accept(kept.id()))
                        .with(
                                "containments-menu-copy",
                                AppIcon.COPY,
                                ui.text("table.copyId"),
                                kept -> ui.dialogs().copy(kept.id())));
        table.setEmptyState(() ->
                new EmptyState(
                        AppIcon.CONTAINMENTS,
                        ui.text("containments.empty"),
                        ui.text("containments.empty.hint")));
        query =
                new QueryField(
                        "containments-query",
                        ui.text("containments.query"),
                        new LanguageHelp(() ->
                                ContainmentLanguage.of(model.allProperty().get(), ui.ages().now())),
                        List.of("open:true", "phase:cut_off,held", "strength:sever", "age<1d"),
                        this::filter,
                        ui);
        query.addTools(table.columnsButton());
        table.onRetry(null, query::clear);
        cutOff = new CutOffLines(ui, new CaseActions(services, host, ui), open);
        layout = new PageLayout(cutOff, query, table);
        load =
                Buttons.of(
                        "containments-load",
                        AppIcon.IMPORT,
                        ui.text("containments.load"),
                        () ->
                                ui.dialogs()
                                        .chooseOpen(
                                                new FileQuestion(
                                                        ui.text("containments.load.title"),
                                                        "",
                                                        ui.text("contain.save.kind"),
                                                        "json"),
                                                planFile));
        pop =
                Buttons.of(
                        "containments-popOut",
                        AppIcon.OPEN,
                        ui.text("containments.popOut"),
                        popOut);
        ready = true;
    }

    Node node() {
        return layout;
    }

    ReadOnlyStringProperty subtitleProperty() {
        return subtitle.getReadOnlyProperty();
    }

    List<Node> actions() {
        return List.of(pop, load);
    }

    QueryField query() {
        return query;
    }

    void open(String wanted) {
        if (!wanted.isEmpty()) {
            query.setQuery(wanted);
        }
    }

    @Override
    public Subscription attached() {
        return new Subscriptions()
                .add(model.allProperty().subscribe(_ -> show()))
                .add(ui.ticker().everySecond(this::tick));
    }

    private void tick() {
        if (++seconds % REPAINT == 0) {
            show();
            table.repaint();
        }
    }

    private void filter(String text) {
        filter = text;
        if (ready) {
            show();
        }
    }

    private void show() {
        List<Kept> all =
                model.allProperty().get().stream()
                        .sorted(Comparator.comparing((Kept kept) -> !kept.isCutOff()))
                        .toList();
        List<Kept> rows =
                switch (ContainmentLanguage.of(all, ui.ages().now()).parse(filter)) {
                    case Parsed.Good(var good) ->
                            Arrays.stream(good.filter(all.size())).mapToObj(all::get).toList();
                    case Parsed.Wrong _ -> all;
                };
        query.showMatches(rows.size(), all.size());
        table.show(new TableContent.Ready<>(rows, !filter.isBlank()));
        cutOff.show(all);
        long open = model.open();
        Optional<String> last =
                model.lastEnd().map(at -> ui.text("containments.lastUntil", ui.ages().at(at)));
        subtitle.set(
                open == 0
                        ? ui.text("containments.subtitle.none", all.size())
                        : ui.text("containments.subtitle", all.size(), open)
                                + last.map(words -> ", " + words).orElse(""));
    }
}

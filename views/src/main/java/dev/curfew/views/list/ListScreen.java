package dev.curfew.views.list;

import dev.curfew.estate.ServerEstate;
import dev.curfew.icons.AppIcon;
import dev.curfew.text.Explanation;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Banner;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.PageLayout;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.query.LanguageHelp;
import dev.curfew.views.query.QueryField;
import dev.curfew.views.table.Column;
import dev.curfew.views.table.DataTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;

/** The body of a page that lists something of a server: filter line, banners, table, panel. */
public final class ListScreen<R> implements Attachable {
    /** How often ages and countdowns in the rows are painted anew, in seconds. */
    private static final int REPAINT = 10;

    private final ListViewModel<R> model;
    private final ListWords<R> words;
    private final Function<? super R, String> key;
    private final Consumer<String> readNow;
    private final Ui ui;
    private final DataTable<R> table;
    private final QueryField query;
    private final Banner banner;
    private final PageLayout layout;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private Optional<String> shownConnection = Optional.empty();
    private boolean selectTheOnlyRow;
    private int seconds;

    /**
     * @param id of the screen; its controls derive theirs from it
     * @param examples queries to try
     * @param readNow reads a connection again, by its name
     */
    public ListScreen(
            String id,
            ListViewModel<R> model,
            ListWords<R> words,
            List<Column<R>> columns,
            Function<? super R, String> key,
            String prompt,
            List<String> examples,
            Consumer<String> readNow,
            Ui ui) {
        this.model = model;
        this.words = words;
        this.key = key;
        this.readNow = readNow;
        this.ui = ui;
        table = new DataTable<>(id + "-table", columns, key, ui);
        table.onRetry(this::readNow, this::clearQuery);
        table.setEmptyState(this::empty);
        query =
                new QueryField(
                        id + "-query",
                        prompt,
                        new LanguageHelp(model::language),
                        examples,
                        model::setQuery,
                        ui);
        query.addTools(table.columnsButton());
        banner = new Banner(id + "-notice", ui);
        layout = new PageLayout(query, banner, table);
    }

    public DataTable<R> table() {
        return table;
    }

    public QueryField query() {
        return query;
    }

    public PageLayout layout() {
        return layout;
    }

    public ReadOnlyStringProperty subtitleProperty() {
        return subtitle.getReadOnlyProperty();
    }

    @Override
    public Subscription attached() {
        return model.attached()
                .and(model.queryProperty().subscribe(this::showQuery))
                .and(model.stateProperty().subscribe(this::render))
                .and(ui.ticker().everySecond(this::tick));
    }

    /** Sets a query; if it finds one row alone, that becomes the current one. */
    public void open(String wanted) {
        if (!wanted.isEmpty()) {
            selectTheOnlyRow = true;
            query.setQuery(wanted);
            selectOnly(model.stateProperty().get());
        }
    }

    public void clearQuery() {
        query.clear();
    }

    public void readNow() {
        model.server().map(ServerEstate::name).ifPresent(readNow);
    }

    /** Closes the details, else takes the marks away; false where there was neither. */
    public boolean escape() {
        if (table.currentProperty().get() != null) {
            table.select(null);
            return true;
        }
        if (!table.marks().isEmpty()) {
            table.marks().clear();
            return true;
        }
        return false;
    }

    private void showQuery(String text) {
        if (!text.equals(query.textProperty().get())) {
            query.setQuery(text);
        }
    }

    private void render(ListState<R> state) {
        Optional<String> connection = state.server().map(ServerEstate::name);
        if (!connection.equals(shownConnection)) {
            shownConnection = connection;
            table.marks().clear();
            table.select(null);
        }
        subtitle.set(words.subtitle(state.server()));
        showBanner(state);
        table.show(words.content(state));
        query.showMatches(state.query(), state.rows().size(), state.total());
        selectOnly(state);
    }

    private void showBanner(ListState<R> state) {
        Optional<Explanation> partial = words.partial(state);
        List<String> unreadable = words.unreadable(state);
        if (partial.isPresent()) {
            Explanation why = partial.get();
            banner.warn(
                    ui.text("list.partial.what", Counts.of(state.total()), why.what()),
                    why.why() + " " + why.next(),
                    Optional.of(new Notice.Action(ui.text("list.readAgain"), this::readNow)));
        } else if (words.unreadableCount(state) > 0) {
            banner.warn(
                    ui.text("list.unreadable", Counts.of(words.unreadableCount(state))),
                    String.join("\n", unreadable.subList(0, Math.min(3, unreadable.size()))),
                    Optional.of(
                            new Notice.Action(
                                    ui.text("list.unreadable.copy"), () -> copy(unreadable))));
        } else {
            banner.hide();
        }
    }

    private void copy(List<String> unreadable) {
        ui.dialogs().copy(String.join("\n", unreadable));
        ui.dialogs().tell(Notice.done(ui.text("table.copied")));
    }

    private void selectOnly(ListState<R> state) {
        boolean arrived = state.query().equals(query.textProperty().get());
        if (selectTheOnlyRow && arrived && state.server().isPresent()) {
            selectTheOnlyRow = false;
            if (state.rows().size() == 1) {
                table.select(key.apply(state.rows().getFirst()));
            }
        }
    }

    private EmptyState empty() {
        return shownConnection.isEmpty()
                ? new EmptyState(
                        AppIcon.CONNECTIONS,
                        ui.text("list.noConnection"),
                        ui.text("list.noConnection.hint"))
                : new EmptyState(AppIcon.INFO, ui.text("list.empty"), ui.text("list.empty.hint"));
    }

    private void tick() {
        if (++seconds % REPAINT == 0) {
            subtitle.set(words.subtitle(model.server()));
            table.repaint();
        }
    }
}

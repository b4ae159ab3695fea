package dev.curfew.views.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.estate.EntryTable;
import dev.curfew.estate.Estate;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.query.Fields;
import dev.curfew.query.QueryLanguage;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Tasks;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.ManualFxThread;
import dev.curfew.views.testing.ManualTasks;
import dev.curfew.views.testing.TestUi;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class ListViewModelTest {
    /** Entry ids; a free word is looked for in them. Notes which rows were looked at. */
    private static final class Ids implements ListSource<String> {
        final List<Integer> looked = new ArrayList<>();

        @Override
        public Reading<?> reading(ServerEstate server) {
            return server.entries();
        }

        @Override
        public Basis basis(ServerEstate server) {
            return Basis.of(server.entries().value());
        }

        @Override
        public int size(ServerEstate server) {
            return server.entries().value().entries().size();
        }

        @Override
        public boolean grew(ServerEstate before, ServerEstate now) {
            return now.entries().state() == Reading.State.READING;
        }

        @Override
        public QueryLanguage language(ServerEstate server, Instant now) {
            return new QueryLanguage(
                    List.of(
                            Fields.age(
                                    "age",
                                    "since it was made",
                                    row -> TestUi.NOW.getEpochSecond() - row,
                                    now)),
                    word ->
                            row -> {
                                looked.add(row);
                                return id(server, row).contains(word);
                            });
        }

        @Override
        public IntFunction<String> rows(ServerEstate server) {
            return row -> id(server, row);
        }

        private static String id(ServerEstate server, int row) {
            return server.entries().value().entries().get(row).id();
        }
    }

    private final ManualFxThread fx = new ManualFxThread();
    private final EstateModel estate = new EstateModel(fx);
    private final Ids ids = new Ids();
    private Instant now = TestUi.NOW;

    private ListViewModel<String> list(Tasks tasks) {
        ListViewModel<String> list = new ListViewModel<>(estate, ids, tasks, () -> now);
        list.attached();
        return list;
    }

    private void show(ServerEstate... servers) {
        estate.feed().accept(Estates.of(servers));
        fx.pass(Duration.ofSeconds(1));
    }

    private static ServerEstate server(String name, int entries) {
        return Estates.complete(name, Estates.entries(entries), List.of());
    }

    private static List<String> rows(ListViewModel<String> list) {
        return list.stateProperty().get().rows();
    }

    @Test
    void findsWhatIsAskedFor() {
        ListViewModel<String> list = list(new InlineTasks());
        show(server("a", 12));
        assertThat(rows(list)).hasSize(12);
        list.setQuery("e-1");
        assertThat(rows(list)).containsExactly("e-1", "e-10", "e-11");
        assertThat(list.stateProperty().get().total()).isEqualTo(12);
        list.setQuery("");
        assertThat(rows(list)).hasSize(12);
    }

    @Test
    void theNewestQueryWins() {
        ManualTasks tasks = new ManualTasks();
        ListViewModel<String> list = list(tasks);
        show(server("a", 12));
        tasks.runAll();
        list.setQuery("e-2");
        list.setQuery("e-3");
        tasks.runAll();
        assertThat(rows(list)).containsExactly("e-3");
    }

    @Test
    void aWordThatGrowsIsLookedForInWhatWasFound() {
        ListViewModel<String> list = list(new InlineTasks());
        show(server("a", 12));
        list.setQuery("e-1");
        ids.looked.clear();
        list.setQuery("e-11");
        assertThat(ids.looked).containsExactly(1, 10, 11);
        assertThat(rows(list)).containsExactly("e-11");
        list.setQuery("e-");
        assertThat(rows(list)).hasSize(12);
    }

    @Test
    void whatAnEarlierQueryFoundServesALaterOne() {
        ListViewModel<String> list = list(new InlineTasks());
        show(server("a", 12));
        list.setQuery("e-1");
        list.setQuery("");
        list.setQuery("e-2");
        ids.looked.clear();
        list.setQuery("e-11");
        assertThat(ids.looked).as("not all twelve").containsExactly(1, 10, 11);
        assertThat(rows(list)).containsExactly("e-11");
    }

    @Test
    void theSameRowsAreTheSameList() {
        ListViewModel<String> list = list(new InlineTasks());
        show(server("a", 12));
        List<String> all = rows(list);
        list.setQuery("e-");
        assertThat(rows(list)).isSameAs(all);
        list.setQuery("e-1");
        List<String> three = rows(list);
        list.setQuery("e-1 age>0s");
        assertThat(rows(list)).isSameAs(three);
        list.setQuery("e-1 age>10s");
        assertThat(rows(list)).containsExactly("e-11");
        list.setQuery("");
        assertThat(rows(list)).hasSize(12);
        show(server("a", 12));
        assertThat(rows(list)).as("of another reading").isNotSameAs(all);
    }

    @Test
    void whatWasFoundInOtherRowsServesNothing() {
        ListViewModel<String> list = list(new InlineTasks());
        show(server("a", 5));
        list.setQuery("e-1");
        list.setQuery("");
        show(server("a", 12));
        list.setQuery("e-11");
        assertThat(rows(list)).containsExactly("e-11");
    }

    @Test
    void aScanThatIsFasterThanTheSearchDoesNotStarveIt() {
        ManualTasks tasks = new ManualTasks();
        ListViewModel<String> list = list(tasks);
        list.setQuery("e-");
        EntryTable few = EntryTable.EMPTY.plus(Estates.entries(3));
        EntryTable more = few.plus(Estates.entries(9).subList(3, 9));
        show(Estates.reading("a", few));
        show(Estates.reading("a", more));
        assertThat(tasks.waiting()).isEqualTo(1);
        tasks.runNext();
        assertThat(rows(list)).as("the first rows, at once").hasSize(3);
        ids.looked.clear();
        tasks.runNext();
        assertThat(rows(list)).hasSize(9);
        assertThat(ids.looked).as("only the new ones").containsExactly(3, 4, 5, 6, 7, 8);
        assertThat(tasks.waiting()).isZero();
    }

    /** The row of number n is n seconds old when the test begins. */
    @Test
    void whatDependsOnTheMomentServesNoLaterQuery() {
        ListViewModel<String> list = list(new InlineTasks());
        show(server("a", 12));
        list.setQuery("age>9s");
        assertThat(rows(list)).containsExactly("e-10", "e-11");
        now = now.plusSeconds(2);
        list.setQuery("age>9s e-");
        assertThat(rows(list)).containsExactly("e-8", "e-9", "e-10", "e-11");
        now = now.plusSeconds(3);
        list.setQuery("age>9s e-5");
        assertThat(rows(list)).containsExactly("e-5");
    }

    @Test
    void whatDependsOnTheMomentIsLookedForAmongWhatDoesNot() {
        ListViewModel<String> list = list(new InlineTasks());
        show(server("a", 12));
        list.setQuery("e-1");
        ids.looked.clear();
        list.setQuery("e-1 age<9s");
        assertThat(rows(list)).containsExactly("e-1");
        assertThat(ids.looked).as("not the eight others").containsExactly(1);
    }

    @Test
    void whatDependsOnTheMomentIsSearchedAgainAsTimeGoesBy() {
        ListViewModel<String> list = list(new InlineTasks());
        ServerEstate server = server("a", 12);
        show(server);
        list.setQuery("age>20s");
        assertThat(rows(list)).isEmpty();
        now = now.plusSeconds(10);
        show(Estates.down(server, Failure.of(Reason.NO_ANSWER, "a")));
        assertThat(rows(list)).as("not on each piece of news").isEmpty();
        now = now.plusSeconds(1);
        show(server);
        assertThat(rows(list)).containsExactly("e-10", "e-11");
    }

    @Test
    void whatIsNoNewsIsNotSearchedAgain() {
        ManualTasks tasks = new ManualTasks();
        ListViewModel<String> list = list(tasks);
        ServerEstate server = server("a", 5);
        show(server);
        tasks.runAll();
        show(Estates.down(server, Failure.of(Reason.NO_ANSWER, "a")));
        assertThat(tasks.waiting()).isZero();
        assertThat(rows(list)).hasSize(5);
    }

    @Test
    void eachConnectionKeepsItsQuery() {
        ListViewModel<String> list = list(new InlineTasks());
        show(server("a", 5), server("b", 7));
        list.setQuery("e-4");
        estate.choose("b");
        assertThat(list.queryProperty().get()).isEmpty();
        assertThat(rows(list)).hasSize(7);
        list.setQuery("e-6");
        estate.choose("a");
        assertThat(list.queryProperty().get()).isEqualTo("e-4");
        assertThat(rows(list)).containsExactly("e-4");
        estate.choose("b");
        assertThat(rows(list)).containsExactly("e-6");
    }

    @Test
    void aQueryBeforeThereIsAConnectionIsForTheFirstOne() {
        ListViewModel<String> list = list(new InlineTasks());
        list.setQuery("e-2");
        show(server("a", 5));
        assertThat(rows(list)).containsExactly("e-2");
        estate.feed().accept(Estate.EMPTY);
        fx.pass(Duration.ofSeconds(1));
        assertThat(rows(list)).isEmpty();
    }

    @Test
    void everyStateIsSaid() {
        ListWords<String> words =
                new ListWords<>(ids, count -> count + " rows", TestUi.with(new InlineTasks()));
        ServerEstate read = server("a", 5);
        Failure why = new Failure(Reason.LOST_MID_SCAN, "a", "reset");
        assertThat(words.subtitle(java.util.Optional.empty())).isEqualTo("No connection");
        assertThat(said(words, Estates.named("a"))).isEqualTo("a: nothing was read yet");
        assertThat(said(words, Estates.reading("a", EntryTable.EMPTY.plus(entries(3)))))
                .isEqualTo("3 rows on a read so far");
        assertThat(said(words, read)).isEqualTo("5 rows on a, read 14:01:12");
        assertThat(said(words, Estates.withEntries(read, read.entries().reading())))
                .isEqualTo("5 rows on a, read 14:01:12, reading again…");
        assertThat(said(words, Estates.failed(read, why)))
                .isEqualTo("5 rows on a, 0 s old: read 14:01:12");
        assertThat(said(words, Estates.partial(read, 2, why)))
                .isEqualTo("2 rows on a, partial, read until 14:01:12");
    }

    private static String said(ListWords<String> words, ServerEstate server) {
        return words.subtitle(java.util.Optional.of(server));
    }

    private static List<RegistrationEntry> entries(int count) {
        return Estates.entries(count);
    }
}

package dev.curfew.spire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages that are asked for before their token is known give what pages one by one would give. */
class PageScanTest {
    private record Page(List<Integer> rows, String next) {}

    private static final Pages.Reader<Page, Integer> READER =
            new Pages.Reader<>() {
                @Override
                public String nextToken(Page page) {
                    return page.next();
                }

                @Override
                public int count(Page page) {
                    return page.rows().size();
                }

                @Override
                public void rows(Page page, Pages.Rows<Integer> into) {
                    page.rows().forEach(row -> into.add(Outcome.ok(row)));
                }
            };

    private final List<String> tokens = Collections.synchronizedList(new ArrayList<>());
    private final List<String> given = Collections.synchronizedList(new ArrayList<>(List.of("")));

    /** As SPIRE does it: a token is the number of the last row. */
    private Pages.Fetch<Page> numbered(NavigableSet<Integer> rows) {
        List<Integer> all = List.copyOf(rows);
        return (size, token) -> {
            tokens.add(token);
            int at = Collections.binarySearch(all, token.isEmpty() ? 0 : Integer.parseInt(token));
            int from = at < 0 ? -at - 1 : at + 1;
            List<Integer> page = all.subList(from, Math.min(all.size(), from + size));
            String next = page.isEmpty() ? "" : String.valueOf(page.getLast());
            given.add(next);
            return Outcome.ok(new Page(page, next));
        };
    }

    private static Scan<Integer> scan(Pages.Fetch<Page> fetch) {
        List<Integer> heard = new ArrayList<>();
        Scan<Integer> scan = Pages.scanAhead("rows", fetch, READER, row -> row, heard::addAll);
        assertThat(heard).isEqualTo(scan.rows());
        return scan;
    }

    private static NavigableSet<Integer> numbers(int from, int to) {
        return new TreeSet<>(IntStream.rangeClosed(from, to).boxed().toList());
    }

    private static void assertWhole(Scan<Integer> scan, Collection<Integer> rows) {
        assertThat(scan.failure()).isEmpty();
        assertThat(scan.rows()).isEqualTo(List.copyOf(rows));
    }

    @Test
    void readsRowsWithoutHolesAskingForNoneTwice() {
        NavigableSet<Integer> rows = numbers(1, 31_234);

        assertWhole(scan(numbered(rows)), rows);
        assertThat(tokens).doesNotHaveDuplicates().contains("500", "1500", "3500", "7500");
    }

    @Test
    void anEmptyListIsOnePage() {
        assertWhole(scan(numbered(new TreeSet<>())), List.of());
        assertThat(tokens).containsExactly("");
    }

    @Test
    void readsAllRowsOnceWhateverHolesThereAre() {
        for (int seed = 0; seed < 100; seed++) {
            NavigableSet<Integer> rows = withHoles(new Random(seed));

            assertWhole(scan(numbered(rows)), rows);
        }
    }

    private static NavigableSet<Integer> withHoles(Random random) {
        NavigableSet<Integer> rows = new TreeSet<>();
        int number = random.nextInt(3) * 2000;
        int widest = 1;
        for (int i = random.nextInt(30_000); i > 0; i--) {
            if (random.nextInt(3000) == 0) {
                widest = 1 + random.nextInt(6);
                number += random.nextInt(3) * random.nextInt(20_000);
            }
            number += 1 + random.nextInt(widest);
            rows.add(number);
        }
        return rows;
    }

    @Test
    void aRowThatIsDeletedMeanwhileTakesNoOtherWithIt() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            NavigableSet<Integer> rows = numbers(1, 20_000);
            rows.removeIf(_ -> random.nextInt(20) == 0);
            NavigableSet<Integer> stays = new TreeSet<>(rows);
            stays.removeIf(row -> row % 500 < 3);
            Pages.Fetch<Page> all = numbered(rows);
            Pages.Fetch<Page> some = numbered(stays);
            AtomicInteger asked = new AtomicInteger();

            Scan<Integer> scan =
                    scan((size, token) ->
                            (asked.incrementAndGet() <= 2 ? all : some).page(size, token));

            assertThat(scan.failure()).isEmpty();
            assertThat(rows.containsAll(scan.rows())).isTrue();
            assertThat(new HashSet<>(scan.rows()).containsAll(stays)).isTrue();
            assertThat(scan.rows()).doesNotHaveDuplicates().isSorted();
        }
    }

    @Test
    void tokensThatAreNoNumbersAreNotGuessed() {
        NavigableSet<Integer> rows = numbers(1, 12_000);
        Pages.Fetch<Page> numbered = numbered(rows);

        Scan<Integer> scan =
                scan((size, token) ->
                        numbered.page(size, token.replace("row-", ""))
                                .map(page ->
                                        new Page(
                                                page.rows(),
                                                page.next().isEmpty()
                                                        ? ""
                                                        : "row-" + page.next())));

        assertWhole(scan, rows);
        assertThat(tokens).containsExactly("", "500", "1500", "3500", "7500", "12000");
    }

    @Test
    void aServerThatRefusesGuessesIsReadPageByPage() {
        NavigableSet<Integer> rows = numbers(1, 30_000);
        Pages.Fetch<Page> numbered = numbered(rows);

        Scan<Integer> scan =
                scan((size, token) ->
                        given.contains(token)
                                ? numbered.page(size, token)
                                : Outcome.failed(Reason.REFUSED, "rows", "never gave " + token));

        assertWhole(scan, rows);
    }

    @Test
    void aServerThatAnswersGuessesWithNothingEndsNoList() {
        NavigableSet<Integer> rows = numbers(1, 30_000);
        Pages.Fetch<Page> numbered = numbered(rows);

        Scan<Integer> scan =
                scan((size, token) ->
                        given.contains(token)
                                ? numbered.page(size, token)
                                : Outcome.ok(new Page(List.of(), "")));

        assertThat(scan.failure()).isEmpty();
        assertThat(scan.rows()).isEqualTo(List.copyOf(rows));
    }

    @Test
    void whatIsTooLargeIsHalvedAlsoWhenItWasGuessed() {
        NavigableSet<Integer> rows = numbers(1, 30_000);
        Pages.Fetch<Page> numbered = numbered(rows);

        Scan<Integer> scan =
                scan((size, token) ->
                        size > 1500
                                ? Outcome.failed(Reason.TOO_LARGE, "rows", "too large")
                                : numbered.page(size, token));

        assertWhole(scan, rows);
    }

    @Test
    void keepsWhatWasReadBeforeTheServerWasLost() {
        Pages.Fetch<Page> numbered = numbered(numbers(1, 30_000));

        Scan<Integer> scan =
                scan((size, token) ->
                        token.isEmpty()
                                ? numbered.page(size, token)
                                : Outcome.failed(Reason.NO_ANSWER, "rows", "gone"));

        assertThat(scan.rows()).isEqualTo(List.copyOf(numbers(1, 500)));
        assertThat(scan.failure())
                .contains(new Failure(Reason.LOST_MID_SCAN, "rows", "after 500 rows: gone"));
    }

    @Test
    void aPageThatComesAgainEndsTheScan() {
        Pages.Fetch<Page> numbered = numbered(numbers(1, 30_000));

        Scan<Integer> scan = scan((_, _) -> numbered.page(500, ""));

        assertThat(scan.rows()).isEqualTo(List.copyOf(numbers(1, 500)));
        assertThat(scan.failure()).contains(new Failure(Reason.PAGE_REPEATS, "rows", "500"));
    }
}

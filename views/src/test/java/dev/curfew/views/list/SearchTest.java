package dev.curfew.views.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.query.Parsed;
import dev.curfew.query.Query;
import dev.curfew.query.QueryLanguage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final int MANY = 50_001;

    /** Per query that was made, the threads that asked it. */
    private final List<Set<Thread>> askedBy = new CopyOnWriteArrayList<>();

    private final QueryLanguage language =
            new QueryLanguage(
                    List.of(),
                    word -> {
                        Set<Thread> threads = ConcurrentHashMap.newKeySet();
                        askedBy.add(threads);
                        return row -> {
                            threads.add(Thread.currentThread());
                            return Integer.toString(row).endsWith(word);
                        };
                    });

    private Search search(String text) {
        if (language.parse(text) instanceof Parsed.Good(Query query)) {
            return new Search(language, query);
        }
        throw new AssertionError(text);
    }

    @Test
    void findsInALongListWhatIsThereInItsOrder() {
        assertThat(search("7").in(MANY))
                .isEqualTo(IntStream.range(0, MANY).filter(row -> row % 10 == 7).toArray());
    }

    @Test
    void noQueryIsAskedByTwoThreads() {
        search("7").in(MANY);
        assertThat(askedBy).hasSize(2).allSatisfy(threads -> assertThat(threads).hasSize(1));
    }

    @Test
    void aShortListIsNotWorthASecondThread() {
        assertThat(search("7").in(new int[] {7, 8, 17})).containsExactly(7, 17);
        assertThat(askedBy).hasSize(1);
    }
}

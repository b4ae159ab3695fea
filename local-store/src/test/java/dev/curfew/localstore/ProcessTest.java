package dev.curfew.localstore;

import static dev.curfew.localstore.Fixtures.note;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.JournalRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTest {
    @TempDir Path folder;

    /** The same file is killed again and again, each time at another moment of its writing. */
    @Test
    void whatWasAcknowledgedSurvivesAKillAtAnyMoment() throws Exception {
        Path file = folder.resolve("store.db");
        long before = 0;
        for (int enough : List.of(1, 2, 40, 151, 333)) {
            List<String> acknowledged = appendUntilKilled(file, enough);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(enough);
            try (LocalStore store = Fixtures.open(file)) {
                List<JournalRecord> found =
                        store.journal().newestBefore(Long.MAX_VALUE, 1_000_000).reversed();
                List<String> told =
                        found.stream()
                                .skip(before)
                                .map(record -> record.number() + " " + record.hash())
                                .toList();
                // One more may be on disk that the child had no time to acknowledge.
                assertThat(told).startsWith(acknowledged.toArray(String[]::new));
                assertThat(told.size() - acknowledged.size()).isBetween(0, 1);
                assertThat(store.journal().verify()).isEqualTo(Outcome.ok((long) found.size()));

                JournalRecord next = store.journal().append(note("goes on"));
                assertThat(next.number()).isEqualTo(found.size() + 1L);
                assertThat(next.previousHash()).isEqualTo(found.getLast().hash());
                assertThat(store.journal().verify()).isEqualTo(Outcome.ok(next.number()));
                before = next.number();
            }
        }
    }

    @Test
    void twoProcessesNeverForkTheChain() throws Exception {
        Path file = folder.resolve("store.db");
        int each = 150;
        try (AppendingChild one = AppendingChild.start(file, "one ", each);
                AppendingChild other = AppendingChild.start(file, "other ", each)) {
            one.go();
            other.go();
            List<String> acknowledged = new ArrayList<>(one.rest());
            acknowledged.addAll(other.rest());
            acknowledged.sort(Comparator.comparingLong(ProcessTest::number));

            try (LocalStore store = Fixtures.open(file)) {
                List<JournalRecord> found = store.journal().newestBefore(Long.MAX_VALUE, 1000);
                assertThat(found.reversed().stream().map(r -> r.number() + " " + r.hash()))
                        .containsExactlyElementsOf(acknowledged);
                assertThat(found)
                        .extracting(record -> record.entry().subject())
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.rangeClosed(1, each)
                                        .boxed()
                                        .flatMap(i -> List.of("one " + i, "other " + i).stream())
                                        .toList());
                assertThat(store.journal().verify()).isEqualTo(Outcome.ok(2L * each));
            }
        }
    }

    @Test
    void aDamagedFileIsMovedOnlyOnceNoOtherProcessHasItOpen() throws Exception {
        Path file = folder.toRealPath().resolve("store.db");
        try (AppendingChild child = AppendingChild.start(file, "n", 1)) {
            Fixtures.tamper(file, "CREATE VIEW spy AS SELECT 1");
            try (Fixtures.Noticed opened = Fixtures.openNoticed(file)) {
                assertThat(opened.notice())
                        .isEqualTo(
                                new Failure(
                                        Reason.STORE_BUSY,
                                        file.toString(),
                                        "It has a view spy that Curfew did not make;"
                                                + " another Curfew still has it open"));
            }
            child.kill();
        }
        try (Fixtures.Noticed opened = Fixtures.openNoticed(file)) {
            assertThat(opened.notice().reason()).isEqualTo(Reason.STORE_DAMAGED);
            assertThat(opened.store().onDisk()).isTrue();
        }
    }

    private static List<String> appendUntilKilled(Path file, int enough)
            throws IOException, InterruptedException {
        try (AppendingChild child = AppendingChild.start(file, "n", Long.MAX_VALUE)) {
            child.go();
            List<String> acknowledged = new ArrayList<>();
            while (acknowledged.size() < enough) {
                String line = child.line();
                assertThat(line).isNotNull();
                acknowledged.add(String.valueOf(line));
            }
            child.kill();
            acknowledged.addAll(child.rest());
            // The kill may have cut the last line; then it was acknowledged to nobody.
            if (!acknowledged.getLast().matches("[0-9]+ [0-9a-f]{64}")) {
                acknowledged.removeLast();
            }
            return acknowledged;
        }
    }

    private static long number(String line) {
        return Long.parseLong(line.substring(0, line.indexOf(' ')));
    }
}

package dev.curfew.containment;

import dev.curfew.query.Fields;
import dev.curfew.query.QueryLanguage;
import dev.curfew.query.TextMatch;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The words that records of the journal can be asked for by. */
public final class JournalLanguage {
    private JournalLanguage() {}

    public static QueryLanguage of(List<JournalRecord> rows, Instant now) {
        return new QueryLanguage(
                List.of(
                        Fields.text(
                                "operator",
                                "who did it",
                                () -> seen(rows, JournalEntry::operator),
                                row -> entry(rows, row).operator()),
                        Fields.text(
                                "on",
                                "the connection",
                                () -> seen(rows, JournalEntry::connection),
                                row -> entry(rows, row).connection()),
                        Fields.text(
                                "action",
                                "kind of action",
                                () ->
                                        Stream.concat(
                                                        Arrays.stream(ActionKind.values())
                                                                .map(ActionKind::word),
                                                        seen(rows, JournalEntry::action).stream())
                                                .distinct()
                                                .toList(),
                                row -> entry(rows, row).action()),
                        Fields.text(
                                "subject",
                                "what it was done to",
                                List::of,
                                row -> entry(rows, row).subject()),
                        Fields.oneOf(
                                "phase",
                                "planned, sending, accepted, failed, finished …",
                                Phase.class,
                                row -> entry(rows, row).phase()),
                        Fields.text(
                                "reason",
                                "why, as the operator said",
                                List::of,
                                row -> entry(rows, row).reason()),
                        Fields.text(
                                "incident",
                                "number of the incident",
                                () -> seen(rows, JournalEntry::incident),
                                row -> entry(rows, row).incident()),
                        Fields.text(
                                "operation",
                                "id that joins the records of one action",
                                List::of,
                                row -> entry(rows, row).operationId()),
                        Fields.number(
                                "step",
                                "0 for the action as a whole",
                                row -> entry(rows, row).step()),
                        Fields.age(
                                "age",
                                "time since it was written",
                                row -> rows.get(row).at().getEpochSecond(),
                                now)),
                word -> {
                    Predicate<String> match = TextMatch.has(word);
                    return row -> words(entry(rows, row)).anyMatch(match);
                });
    }

    private static Stream<String> words(JournalEntry entry) {
        return Stream.of(
                entry.operator(),
                entry.connection(),
                entry.action(),
                entry.subject(),
                entry.reason(),
                entry.incident(),
                entry.phase().name());
    }

    private static JournalEntry entry(List<JournalRecord> rows, int row) {
        return rows.get(row).entry();
    }

    private static List<String> seen(
            List<JournalRecord> rows, Function<JournalEntry, String> value) {
        return rows.stream()
                .map(record -> value.apply(record.entry()))
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}

package dev.curfew.containment.book;

import dev.curfew.containment.Strength;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.query.Fields;
import dev.curfew.query.QueryLanguage;
import dev.curfew.query.TextMatch;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The words that containments can be asked for by. */
public final class ContainmentLanguage {
    private ContainmentLanguage() {}

    public static QueryLanguage of(List<Kept> rows, Instant now) {
        return new QueryLanguage(
                List.of(
                        Fields.text("id", "its id", List::of, row -> rows.get(row).id()),
                        Fields.text(
                                "target",
                                "what it is about",
                                List::of,
                                row -> subject(rows.get(row))),
                        Fields.oneOf(
                                "strength",
                                "tighten, contain, sever",
                                Strength.class,
                                row -> rows.get(row).state().plan().request().strength()),
                        Fields.flag(
                                "restore",
                                "puts another one back",
                                row -> rows.get(row).isRestore()),
                        Fields.text(
                                "operator",
                                "who confirmed it",
                                () -> seen(rows, kept -> kept.state().confirmation().operator()),
                                row -> rows.get(row).state().confirmation().operator()),
                        Fields.text(
                                "incident",
                                "number of the incident",
                                () -> seen(rows, kept -> kept.state().confirmation().incident()),
                                row -> rows.get(row).state().confirmation().incident()),
                        Fields.texts(
                                "on",
                                "the connection",
                                List::of,
                                row -> rows.get(row).state().plan().connections()),
                        Fields.oneOf(
                                "phase",
                                "running, held, watching, ended, aborted, cut_off",
                                Phase.class,
                                row -> rows.get(row).state().phase()),
                        Fields.flag(
                                "open",
                                "something of it can still act, or nobody knows",
                                row -> rows.get(row).canStillAct(now)),
                        Fields.age(
                                "age",
                                "time since it was started",
                                row -> rows.get(row).state().startedAt().getEpochSecond(),
                                now)),
                word -> {
                    Predicate<String> match = TextMatch.has(word);
                    return row -> words(rows.get(row)).anyMatch(match);
                });
    }

    private static String subject(Kept kept) {
        return kept.state().plan().request().target().subject();
    }

    private static Stream<String> words(Kept kept) {
        return Stream.of(
                kept.id(),
                subject(kept),
                kept.state().confirmation().operator(),
                kept.state().confirmation().incident(),
                kept.state().confirmation().reason());
    }

    private static List<String> seen(List<Kept> rows, Function<Kept, String> value) {
        return rows.stream()
                .map(value)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}

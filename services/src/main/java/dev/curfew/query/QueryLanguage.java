package dev.curfew.query;

import dev.curfew.query.QueryField.BadValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * The filter language over one snapshot's rows: words with a blank between them, all of which must
 * hold. A word is free text, or a field with {@code : = != > < >= <=} and a value; {@code a,b}
 * means either; a leading {@code -} means not; {@code "…"} keeps blanks; {@code *} stands for
 * anything. Immutable but for the caches of a query in use.
 */
public final class QueryLanguage {
    private final List<QueryField> fields;
    private final Function<String, IntPredicate> freeText;

    /**
     * @param freeText makes the test for a free word
     */
    public QueryLanguage(List<QueryField> fields, Function<String, IntPredicate> freeText) {
        this.fields = List.copyOf(fields);
        this.freeText = freeText;
    }

    public List<QueryField> fields() {
        return fields;
    }

    public Parsed parse(String text) {
        List<IntPredicate> fieldTests = new ArrayList<>();
        List<IntPredicate> textTests = new ArrayList<>();
        for (Words.Word word : Words.split(text)) {
            try {
                (word.operator().isPresent() ? fieldTests : textTests).add(compile(word));
            } catch (BadValue e) {
                return new Parsed.Wrong(
                        text, word.from(), word.to(), String.valueOf(e.getMessage()));
            }
        }
        // Fields are cheap and free text looks everywhere, so it only looks at what is left.
        fieldTests.addAll(textTests);
        IntPredicate[] tests = fieldTests.toArray(IntPredicate[]::new);
        return new Parsed.Good(
                new Query(
                        text,
                        row -> {
                            for (IntPredicate test : tests) {
                                if (!test.test(row)) {
                                    return false;
                                }
                            }
                            return true;
                        },
                        timed(text)));
    }

    private boolean timed(String text) {
        return Words.split(text).stream()
                .anyMatch(word -> find(word.field()).filter(QueryField::timed).isPresent());
    }

    private IntPredicate compile(Words.Word word) {
        if (word.unclosed()) {
            throw new BadValue("the quotation mark is not closed");
        }
        if (word.body().isEmpty()) {
            throw new BadValue("a word is missing behind the minus sign");
        }
        IntPredicate test = word.operator().isEmpty() ? freeText.apply(word.body()) : field(word);
        return word.negated() ? test.negate() : test;
    }

    private IntPredicate field(Words.Word word) {
        QueryField field =
                find(word.field())
                        .orElseThrow(() ->
                                new BadValue(
                                        "there is no field "
                                                + word.field()
                                                + nearest(word.field())
                                                + "; put text with a colon in quotation marks"));
        Operator operator = word.operator().orElseThrow();
        if (word.values().isEmpty()) {
            throw new BadValue("a value is missing behind " + word.field() + operator.sign());
        }
        List<IntPredicate> any =
                word.values().stream()
                        .map(value -> field.compiler().compile(operator, value))
                        .toList();
        if (any.size() == 1) {
            return any.getFirst();
        }
        // "not a, not b" means neither; all other operators mean either.
        return operator == Operator.NOT_EQUAL
                ? row -> any.stream().allMatch(test -> test.test(row))
                : row -> any.stream().anyMatch(test -> test.test(row));
    }

    /** What could stand at the caret: fields, or values of the field before it. */
    public List<Suggestion> complete(String text, int caret) {
        Words.Word word = Words.at(text, caret);
        String typed = text.substring(word.from(), Math.min(caret, word.to()));
        int sign = signEnd(typed);
        if (sign < 0) {
            String prefix = typed.startsWith("-") ? typed.substring(1) : typed;
            return fields.stream()
                    .filter(field -> field.name().startsWith(prefix))
                    .map(field ->
                            new Suggestion(
                                    field.name() + ":",
                                    field.help(),
                                    caret - prefix.length(),
                                    caret))
                    .toList();
        }
        String value = typed.substring(sign);
        int lastComma = value.lastIndexOf(',');
        String part = value.substring(lastComma + 1);
        return find(word.field())
                .map(field ->
                        field.values().get().stream()
                                .filter(candidate ->
                                        candidate.contains(part) && !candidate.equals(part))
                                .sorted(Comparator.comparing((String c) -> !c.startsWith(part)))
                                .limit(12)
                                .map(candidate ->
                                        new Suggestion(
                                                candidate.indexOf(' ') >= 0
                                                        ? '"' + candidate + '"'
                                                        : candidate,
                                                "",
                                                caret - part.length(),
                                                caret))
                                .toList())
                .orElse(List.of());
    }

    /**
     * @param insert what to put in place of the characters {@code from} to {@code to} (exclusive)
     */
    public record Suggestion(String insert, String help, int from, int to) {}

    private static int signEnd(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            if (":=!<>".indexOf(typed.charAt(i)) >= 0) {
                int end = i + 1;
                return end < typed.length() && typed.charAt(end) == '=' ? end + 1 : end;
            }
        }
        return -1;
    }

    private Optional<QueryField> find(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private String nearest(String name) {
        return fields.stream()
                .filter(field -> field.name().startsWith(name) || name.startsWith(field.name()))
                .findFirst()
                .map(field -> " (did you mean " + field.name() + "?)")
                .orElse("");
    }
}

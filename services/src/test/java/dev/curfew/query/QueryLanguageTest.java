package dev.curfew.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QueryLanguageTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    enum Color {
        RED,
        GREEN
    }

    private record Row(
            String id, List<String> tags, long ttl, boolean admin, long expires, Color color) {}

    private static final List<Row> ROWS =
            List.of(
                    new Row(
                            "spiffe://acme.test/agent/planner",
                            List.of("k8s:ns:prod"),
                            3600,
                            false,
                            0,
                            Color.RED),
                    new Row(
                            "spiffe://acme.test/agent/Coder",
                            List.of("k8s:ns:dev", "unix:uid:0"),
                            300,
                            true,
                            NOW.getEpochSecond() + 3600,
                            Color.GREEN),
                    new Row(
                            "spiffe://acme.test/db/main",
                            List.of(),
                            0,
                            false,
                            NOW.getEpochSecond() - 5,
                            Color.RED));

    private static final QueryLanguage LANGUAGE =
            new QueryLanguage(
                    List.of(
                            Fields.text("id", "its ID", List::of, row -> ROWS.get(row).id()),
                            Fields.texts(
                                    "tag",
                                    "one of its tags",
                                    () -> List.of("k8s:ns:prod", "k8s:ns:dev"),
                                    row -> ROWS.get(row).tags()),
                            Fields.duration(
                                    "ttl",
                                    "how long",
                                    row -> ROWS.get(row).ttl() == 0 ? 7200 : ROWS.get(row).ttl(),
                                    row -> ROWS.get(row).ttl() == 0),
                            Fields.flag("admin", "may do all", row -> ROWS.get(row).admin()),
                            Fields.timeLeft(
                                    "expires", "its end", row -> ROWS.get(row).expires(), NOW),
                            Fields.oneOf(
                                    "color",
                                    "red or green",
                                    Color.class,
                                    row -> ROWS.get(row).color())),
                    word -> row -> TextMatch.has(word).test(ROWS.get(row).id()));

    /** The last path segments of the rows that pass. */
    private static String found(String query) {
        return switch (LANGUAGE.parse(query)) {
            case Parsed.Good(var good) ->
                    Arrays.stream(good.filter(ROWS.size()))
                            .mapToObj(row -> ROWS.get(row).id().replaceAll(".*/", ""))
                            .collect(Collectors.joining(" "));
            case Parsed.Wrong wrong ->
                    "%d-%d %s".formatted(wrong.from(), wrong.to(), wrong.message());
        };
    }

    @Test
    void anEmptyQueryFindsEverything() {
        assertThat(found("")).isEqualTo("planner Coder main");
        assertThat(found("   ")).isEqualTo("planner Coder main");
    }

    @Test
    void allWordsMustHold() {
        assertThat(found("agent ttl>10m")).isEqualTo("planner");
        assertThat(found("agent ttl>10m admin:true")).isEmpty();
    }

    @Test
    void freeTextIgnoresCapitalsUnlessTyped() {
        assertThat(found("coder")).isEqualTo("Coder");
        assertThat(found("Coder")).isEqualTo("Coder");
        assertThat(found("CODER")).isEmpty();
    }

    @Test
    void aWholeSpiffeIdIsFreeTextAlthoughItHasAColon() {
        assertThat(found("spiffe://acme.test/agent/planner")).isEqualTo("planner");
    }

    @Test
    void aFieldTakesAValueWithColons() {
        assertThat(found("id:spiffe://acme.test/agent/planner")).isEqualTo("planner");
        assertThat(found("tag:k8s:ns:prod")).isEqualTo("planner");
    }

    @Test
    void aColonMeansContainedAndAnEqualSignTheWhole() {
        assertThat(found("tag:k8s")).isEqualTo("planner Coder");
        assertThat(found("tag=k8s")).isEmpty();
        assertThat(found("tag=k8s:ns:dev")).isEqualTo("Coder");
        assertThat(found("tag!=k8s:ns:dev")).isEqualTo("planner main");
    }

    @Test
    void aStarStandsForAnything() {
        assertThat(found("id:spiffe://*/agent/*")).isEqualTo("planner Coder");
        assertThat(found("id:*main")).isEqualTo("main");
        assertThat(found("id:main*")).isEmpty();
    }

    @Test
    void aCommaMeansEitherAndAMinusNot() {
        assertThat(found("id:planner,main")).isEqualTo("planner main");
        assertThat(found("-id:planner,main")).isEqualTo("Coder");
        assertThat(found("-agent")).isEqualTo("main");
        assertThat(found("color!=red")).isEqualTo("Coder");
    }

    @Test
    void durationsCompareWithDefaultsFilledIn() {
        assertThat(found("ttl>1h")).isEqualTo("main");
        assertThat(found("ttl>=1h")).isEqualTo("planner main");
        assertThat(found("ttl:5m")).isEqualTo("Coder");
        assertThat(found("ttl:default")).isEqualTo("main");
        assertThat(found("ttl!=default")).isEqualTo("planner Coder");
    }

    @Test
    void timesAreAskedForByWhatIsLeft() {
        assertThat(found("expires<2d")).isEqualTo("Coder main");
        assertThat(found("expires:never")).isEqualTo("planner");
        assertThat(found("expires:past")).isEqualTo("main");
        assertThat(found("expires!=past")).isEqualTo("planner Coder");
        assertThat(found("expires>30m")).isEqualTo("planner Coder");
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        assertThat(found("agent tll>1h"))
                .isEqualTo("6-12 there is no field tll; put text with a colon in quotation marks");
        assertThat(found("ttl>")).isEqualTo("0-4 a value is missing behind ttl>");
        assertThat(found("admin:maybe")).isEqualTo("0-11 write true or false");
        assertThat(found("admin>true")).isEqualTo("0-10 true or false can not be compared with >");
        assertThat(found("id>a")).isEqualTo("0-4 text is compared with : = or !=");
        assertThat(found("ttl>1x")).isEqualTo("0-6 x is not a unit; the units are d, h, m and s");
        assertThat(found("color:blue")).isEqualTo("0-10 write one of red, green");
        assertThat(found("\"agent")).isEqualTo("0-6 the quotation mark is not closed");
        assertThat(found("agent -")).isEqualTo("6-7 a word is missing behind the minus sign");
    }

    @Test
    void quotationMarksKeepBlanksAndColons() {
        assertThat(found("\"agent/pl\"")).isEqualTo("planner");
        assertThat(found("\"no such: thing\"")).isEmpty();
    }

    @Test
    void completionOffersFieldsThenValues() {
        assertThat(LANGUAGE.complete("t", 1))
                .extracting(QueryLanguage.Suggestion::insert)
                .containsExactly("tag:", "ttl:");
        assertThat(LANGUAGE.complete("admin:true ta", 13))
                .containsExactly(new QueryLanguage.Suggestion("tag:", "one of its tags", 11, 13));
        assertThat(LANGUAGE.complete("tag:dev", 7))
                .containsExactly(new QueryLanguage.Suggestion("k8s:ns:dev", "", 4, 7));
        assertThat(LANGUAGE.complete("admin:", 6))
                .extracting(QueryLanguage.Suggestion::insert)
                .containsExactly("true", "false");
        assertThat(LANGUAGE.complete("nothing:", 8)).isEmpty();
    }
}

package dev.curfew.evidence.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.evidence.ChainedJournal;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant NOON = ChainedJournal.NOON;

    private final ChainedJournal journal = new ChainedJournal();

    private void at(int millis, String id, int step, Phase phase, String sent, String received) {
        journal.now = NOON.plusMillis(millis);
        journal.append(
                new JournalEntry(
                        id, step, phase, "olga", "prod", "delete", "x", "", "", sent, received));
    }

    private Timeline timeline(String operation) {
        List<JournalRecord> records = journal.ofOperationAndBelow(operation);
        return Timeline.of(operation, records);
    }

    /**
     * @param at of all lines; null for none
     */
    private static String bound(String field, String from, String at) {
        String when = at.isEmpty() ? "null" : "\"" + at + "\"";
        return "{\""
                + field
                + "\":\""
                + from
                + "\",\"bound\":{\"x509_dead_by\":{\"at\":"
                + when
                + ",\"terms\":[]}}}";
    }

    private Optional<Instant> x509(String operation) {
        return timeline(operation).last("x509_dead_by").orElseThrow().until();
    }

    @Test
    void aPlansBoundIsPutOffByAsMuchAsItWasAcceptedLater() {
        at(
                0,
                "op",
                0,
                Phase.PLANNED,
                bound("planned_at", "2026-11-22T11:59:50Z", "2026-11-22T13:00:00Z"),
                "");
        assertThat(x509("op")).contains(Instant.parse("2026-11-22T13:00:00Z"));
        at(100, "op", 1, Phase.SENDING, "[]", "");
        at(1_200, "op", 1, Phase.ACCEPTED, "", "[]");
        Timeline timeline = timeline("op");
        // Planned 11.2 s before, and never too early.
        assertThat(timeline.bounds().getFirst().moved()).isEqualTo(Duration.ofSeconds(12));
        assertThat(x509("op")).contains(Instant.parse("2026-11-22T13:00:12Z"));
        assertThat(timeline.lastAccepted()).contains(NOON.plusMillis(1_200));
    }

    @Test
    void whatWasReckonedAfterTheLastAcceptanceIsNotMovedAndStandsForThePlan() {
        at(
                0,
                "op",
                0,
                Phase.PLANNED,
                bound("planned_at", "2026-11-22T11:00:00Z", "2026-11-22T12:00:00Z"),
                "");
        at(100, "op", 1, Phase.ACCEPTED, "", "[]");
        at(
                200,
                "op",
                0,
                Phase.FINISHED,
                "",
                bound("accepted_at", "2026-11-22T12:00:00.100Z", "2026-11-22T12:30:00Z"));
        assertThat(x509("op")).contains(Instant.parse("2026-11-22T12:30:00Z"));
        Timeline.Span last = timeline("op").last("x509_dead_by").orElseThrow();
        assertThat(last.bound().record().number()).isEqualTo(3);
        assertThat(last.from()).isEqualTo(Instant.parse("2026-11-22T12:00:00.100Z"));
        assertThat(last.bound().moved()).isZero();
        assertThat(timeline("op").spans()).hasSize(2);
    }

    @Test
    void theWholeIsOverWithTheLastOfItsStepsAndUnknownIsLaterThanAnything() {
        at(0, "c", 0, Phase.PLANNED, "{\"steps\":[]}", "");
        at(
                10,
                "c/1",
                0,
                Phase.FINISHED,
                "",
                bound("accepted_at", "2026-11-22T12:00:00Z", "2026-11-22T12:30:00Z"));
        at(
                20,
                "c/2",
                0,
                Phase.FINISHED,
                "",
                bound("accepted_at", "2026-11-22T12:00:00Z", "2026-11-22T12:10:00Z"));
        assertThat(x509("c")).contains(Instant.parse("2026-11-22T12:30:00Z"));
        at(
                30,
                "c",
                2,
                Phase.CONFIRMED,
                "",
                bound("accepted_at", "2026-11-22T12:00:00Z", "2026-11-22T12:45:00Z"));
        assertThat(x509("c")).contains(Instant.parse("2026-11-22T12:45:00Z"));
        at(40, "c/3", 0, Phase.FINISHED, "", bound("accepted_at", "2026-11-22T12:00:00Z", ""));
        assertThat(x509("c")).isEmpty();
        assertThat(timeline("c").latestSpans())
                .extracting(Timeline.Span::part)
                .containsExactly("1", "2", "3");
        assertThat(timeline("c").last("jwt_dead_by")).isEmpty();
    }

    @Test
    void aContainmentsRecordsBelongToTheirStepsAndAnActionsBatchesToTheWhole() {
        at(0, "c", 0, Phase.PLANNED, "{\"steps\":[{}]}", "");
        at(10, "c", 1, Phase.CONFIRMED, "", "");
        at(20, "c/1", 0, Phase.PLANNED, "", "");
        at(30, "c/1", 3, Phase.SENDING, "", "");
        at(40, "c", 0, Phase.FINISHED, "", "");
        assertThat(timeline("c").events())
                .extracting(Timeline.Event::part)
                .containsExactly("", "1", "1", "1", "");
        assertThat(timeline("c").parts()).containsExactly("", "1");
        // The step alone is an ordinary action.
        assertThat(timeline("c/1").parts()).containsExactly("");
    }

    @Test
    void whatIsNoJsonOrAnotherKindCountsAsNotThere() {
        at(0, "op", 0, Phase.PLANNED, "{\"bound\":[],\"steps\":7", "");
        at(
                1,
                "op",
                0,
                Phase.NOTE,
                "",
                "{\"bound\":{\"x509_dead_by\":7,\"jwt_dead_by\":{\"at\":\"soon\"}}}");
        at(2, "op", 0, Phase.NOTE, "", "[1,2");
        at(3, "op", 0, Phase.NOTE, "", "{".repeat(2_000));
        Timeline timeline = timeline("op");
        assertThat(timeline.events()).hasSize(4);
        assertThat(timeline.spans())
                .extracting(span -> span.kind() + " " + span.until())
                .containsExactly("x509_dead_by Optional.empty", "jwt_dead_by Optional.empty");
    }

    @Test
    void asJsonItSaysWhatItKnows() {
        at(
                0,
                "op",
                0,
                Phase.PLANNED,
                bound("planned_at", "2026-11-22T12:00:00Z", "2026-11-22T13:00:00Z"),
                "");
        at(900, "op", 1, Phase.ACCEPTED, "", "[]");
        assertThat(TimelineJson.node(timeline("op")).toString())
                .isEqualTo(
                        "{\"operation\":\"op\",\"events\":["
                                + "{\"at\":\"2026-11-22T12:00:00Z\",\"record\":1,\"phase\":\"planned\",\"action\":\"delete\",\"subject\":\"x\"},"
                                + "{\"at\":\"2026-11-22T12:00:00.900Z\",\"record\":2,\"phase\":\"accepted\",\"action\":\"delete\",\"subject\":\"x\"}],"
                                + "\"open_until\":[{\"kind\":\"x509_dead_by\",\"record\":1,\"from\":\"2026-11-22T12:00:01Z\","
                                + "\"at_latest\":\"2026-11-22T13:00:01Z\",\"moved_seconds\":1}]}");
    }
}

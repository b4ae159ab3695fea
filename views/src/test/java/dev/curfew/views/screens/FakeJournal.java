package dev.curfew.views.screens;

import dev.curfew.outcome.Outcome;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import dev.curfew.views.testing.TestUi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A journal in memory. */
public final class FakeJournal implements AuditJournal {
    private final List<JournalRecord> records = new ArrayList<>();
    private Outcome<Long> verdict = Outcome.ok(0L);

    public void willVerify(Outcome<Long> answer) {
        verdict = answer;
    }

    /** A day's work: a tightening, a delete that a controller put back, one that was cut off. */
    static FakeJournal ofADay() {
        FakeJournal journal = new FakeJournal();
        for (int i = 0; i < 12; i++) {
            journal.action(
                    "tighten", "op-t" + i, "agent/code-writer-" + i, "acme", 40_000 - i * 60);
        }
        journal.action("ban", "op-b1", "spire/agent/k8s_psat/prod-eu/gpu-07", "acme", 3_000);
        journal.reverted();
        journal.note("armed until 14:11:40", "partner", 600);
        journal.cutOff();
        return journal;
    }

    private void action(String action, String id, String subject, String connection, int ago) {
        at(id, 0, Phase.PLANNED, action, subject, connection, ago, PLAN, "");
        at(id, 1, Phase.SENDING, action, subject, connection, ago - 1, SENT, "");
        at(id, 1, Phase.ACCEPTED, action, subject, connection, ago - 1, "", RECEIVED);
        at(id, 1, Phase.CONFIRMED, action, subject, connection, ago - 2, "", RECEIVED);
        at(id, 0, Phase.FINISHED, action, subject, connection, ago - 2, "", "1 of 1 confirmed");
    }

    private void reverted() {
        String id = "op-d1";
        String subject = "3 entries of agent/web-researcher";
        at(id, 0, Phase.PLANNED, "delete", subject, "acme", 900, PLAN, "");
        at(id, 1, Phase.SENDING, "delete", subject, "acme", 899, SENT, "");
        at(id, 1, Phase.ACCEPTED, "delete", subject, "acme", 899, "", RECEIVED);
        at(id, 1, Phase.CONFIRMED, "delete", subject, "acme", 898, "", RECEIVED);
        at(
                id,
                1,
                Phase.REVERTED,
                "delete",
                subject,
                "acme",
                869,
                "",
                "found again after 30 s with a new id");
        at(id, 0, Phase.FINISHED, "delete", subject, "acme", 869, "", "2 confirmed, 1 reverted");
    }

    private void note(String text, String connection, int ago) {
        at("", 0, Phase.NOTE, "arm", text, connection, ago, "", "");
    }

    private void cutOff() {
        String subject = "250 entries below cluster/prod-us";
        at("op-x", 0, Phase.PLANNED, "tighten", subject, "acme", 300, PLAN, "");
        at("op-x", 1, Phase.SENDING, "tighten", subject, "acme", 299, SENT, "");
        at("op-x", 1, Phase.ACCEPTED, "tighten", subject, "acme", 298, "", RECEIVED);
        at("op-x", 2, Phase.SENDING, "tighten", subject, "acme", 298, SENT, "");
    }

    private static final String PLAN =
            "{\"kind\":\"tighten\",\"entries\":[\"8c1e44f0\"],\"x509_ttl\":900}";
    private static final String SENT =
            "{\"entries\":[{\"id\":\"8c1e44f0\",\"x509_svid_ttl\":900,\"revision\":3}],"
                    + "\"input_mask\":{\"x509_svid_ttl\":true}}";
    private static final String RECEIVED =
            "{\"results\":[{\"status\":{\"code\":0,\"message\":\"OK\"},"
                    + "\"entry\":{\"id\":\"8c1e44f0\",\"x509_svid_ttl\":900}}]}";

    private void at(
            String id,
            int step,
            Phase phase,
            String action,
            String subject,
            String connection,
            int ago,
            String sent,
            String received) {
        add(
                new JournalEntry(
                        id,
                        step,
                        phase,
                        "oncall-2",
                        connection,
                        action,
                        subject,
                        id.startsWith("op-d") ? "task T-2291 is over" : "",
                        id.startsWith("op-d") ? "INC-4711" : "",
                        sent,
                        received),
                TestUi.NOW.minusSeconds(ago));
    }

    private JournalRecord add(JournalEntry entry, Instant at) {
        long number = records.size() + 1;
        String before = records.isEmpty() ? "0".repeat(64) : records.getLast().hash();
        String hash = "%016x".formatted(number * 0x9E3779B97F4A7C15L).repeat(4);
        JournalRecord record = new JournalRecord(number, at, entry, before, hash);
        records.add(record);
        return record;
    }

    @Override
    public JournalRecord append(JournalEntry entry) {
        return add(entry, TestUi.NOW);
    }

    @Override
    public List<JournalRecord> newestBefore(long before, int limit) {
        return records.reversed().stream()
                .filter(record -> record.number() < before)
                .limit(limit)
                .toList();
    }

    @Override
    public List<JournalRecord> ofOperation(String operationId) {
        return records.stream()
                .filter(record -> record.entry().operationId().equals(operationId))
                .toList();
    }

    @Override
    public List<String> unfinishedOperations() {
        Set<String> open = new LinkedHashSet<>();
        for (JournalRecord record : records) {
            switch (record.entry().phase()) {
                case PLANNED -> open.add(record.entry().operationId());
                case FINISHED, ABORTED -> open.remove(record.entry().operationId());
                default -> {}
            }
        }
        return List.copyOf(open);
    }

    @Override
    public List<String> newestOperations(String action, int limit) {
        return records.reversed().stream()
                .filter(r -> r.entry().phase() == JournalEntry.Phase.PLANNED)
                .filter(r -> r.entry().action().equals(action))
                .map(r -> r.entry().operationId())
                .limit(limit)
                .toList();
    }

    @Override
    public Outcome<Long> verify() {
        return verdict instanceof Outcome.Ok<Long> ? Outcome.ok((long) records.size()) : verdict;
    }
}

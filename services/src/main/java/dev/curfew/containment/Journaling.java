package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.containment.plan.BoundJson;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.spire.ItemResult;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.Pending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes one run into the journal: the whole as step 0, batches from step 1. Nothing is sent before
 * all that was written up to then is on disk; in between a run does not wait for the disk, and who
 * reads its report says who waits at its end.
 */
final class Journaling {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int NAMED = 3;

    private final AuditJournal journal;
    private final ChangePlan plan;
    private final Confirmation confirmation;
    private final List<Pending> pending = new ArrayList<>();

    Journaling(AuditJournal journal, ChangePlan plan, Confirmation confirmation) {
        this.journal = journal;
        this.plan = plan;
        this.confirmation = confirmation;
    }

    /** The plan as it was confirmed, with the bound that the operator saw. */
    void planned() {
        ObjectNode sent = NODES.objectNode().put("planned_at", plan.plannedAt().toString());
        ArrayNode items = sent.putArray("items");
        for (Item item : plan.items()) {
            ObjectNode json = items.addObject();
            json.put("key", item.key());
            json.put("title", item.title());
            ArrayNode changes = json.putArray("changes");
            item.changes()
                    .forEach(c ->
                            changes.addObject()
                                    .put("field", c.field())
                                    .put("before", c.before())
                                    .put("after", c.after()));
        }
        sent.set("bound", BoundJson.write(plan.bound()));
        write(0, Phase.PLANNED, subject(plan.items()), sent.toString(), "");
    }

    void resumed() {
        write(0, Phase.NOTE, subject(plan.items()), "", "resumed");
    }

    /** Items that the last look before sending ruled out. */
    void checked(List<ItemReport> reports) {
        List<ItemReport> out =
                reports.stream().filter(r -> r.state() == ItemReport.State.FAILED).toList();
        if (!out.isEmpty()) {
            write(0, Phase.FAILED, out.size() + " not sent", "", states(out));
        }
    }

    /** Something else that must be on disk with the next record that is waited for. */
    void keep(Pending write) {
        pending.add(write);
    }

    void refused(Failure why) {
        writeNow(0, Phase.NOTE, subject(plan.items()), "", "refused: " + text(why));
    }

    void sending(int step, List<Item> batch, String sent) {
        writeNow(step, Phase.SENDING, subject(batch), sent, "");
    }

    void answered(int step, List<Item> batch, List<ItemResult<String>> results) {
        ArrayNode answers = NODES.arrayNode();
        boolean anyAccepted = false;
        for (ItemResult<String> result : results) {
            ObjectNode json = answers.addObject().put("key", result.key());
            switch (result.outcome()) {
                case Ok<String>(var answer) -> {
                    json.put("status", "OK").put("answer", answer);
                    anyAccepted = true;
                }
                case Failed<String>(var why) -> json.put("status", text(why));
            }
        }
        write(
                step,
                anyAccepted ? Phase.ACCEPTED : Phase.FAILED,
                subject(batch),
                "",
                answers.toString());
    }

    /**
     * What reading back showed, and the end of the run: the bound counted from the last acceptance,
     * and what was kept, by its hashes.
     *
     * @param states SHA-256 of each state by its name
     * @param unsettled is given each write that may not be on disk yet, in order
     */
    void ended(
            boolean stopped,
            ChangeReport report,
            Map<String, String> states,
            Consumer<Pending> unsettled) {
        List<ItemReport> reports = report.items();
        boolean confirmed = reports.stream().anyMatch(r -> r.state() == ItemReport.State.CONFIRMED);
        boolean contradicted =
                reports.stream().anyMatch(r -> r.state() == ItemReport.State.CONTRADICTED);
        if (confirmed || contradicted) {
            write(
                    0,
                    contradicted ? Phase.CONTRADICTED : Phase.CONFIRMED,
                    subject(plan.items()),
                    "",
                    states(reports));
        }
        ObjectNode end = NODES.objectNode();
        report.acceptedAt().ifPresent(at -> end.put("accepted_at", at.toString()));
        report.bound().ifPresent(bound -> end.set("bound", BoundJson.write(bound)));
        ObjectNode hashes = end.putObject("states");
        states.forEach(hashes::put);
        write(
                0,
                stopped ? Phase.ABORTED : Phase.FINISHED,
                subject(plan.items()),
                "",
                end.toString());
        pending.forEach(unsettled);
        pending.clear();
    }

    void reverted(List<ItemReport> reports) {
        writeNow(0, Phase.REVERTED, reports.size() + " items", "", states(reports));
    }

    private void write(int step, Phase phase, String subject, String sent, String received) {
        pending.add(journal.appendSoon(entry(step, phase, subject, sent, received)));
    }

    private void writeNow(int step, Phase phase, String subject, String sent, String received) {
        journal.append(entry(step, phase, subject, sent, received));
        pending.forEach(Pending::await);
        pending.clear();
    }

    private JournalEntry entry(
            int step, Phase phase, String subject, String sent, String received) {
        return new JournalEntry(
                plan.operationId(),
                step,
                phase,
                confirmation.operator(),
                plan.connection(),
                plan.kind().word(),
                subject,
                confirmation.reason(),
                confirmation.incident(),
                sent,
                received);
    }

    private static String subject(List<Item> items) {
        String named = String.join(", ", items.stream().limit(NAMED).map(Item::title).toList());
        return items.size() <= NAMED ? named : named + " and " + (items.size() - NAMED) + " more";
    }

    private static String states(List<ItemReport> reports) {
        ArrayNode states = NODES.arrayNode();
        for (ItemReport report : reports) {
            ObjectNode json =
                    states.addObject().put("key", report.key()).put("state", report.state().name());
            report.failure().ifPresent(why -> json.put("why", text(why)));
        }
        return states.toString();
    }

    private static String text(Failure why) {
        return why.reason() + (why.detail().isEmpty() ? "" : ": " + why.detail());
    }
}

package dev.curfew.app.cli.journal;

import dev.curfew.app.cli.session.Outcomes;
import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.session.Table;
import dev.curfew.containment.Unfinished;
import dev.curfew.evidence.pack.CheckpointJson;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.SafeText;
import dev.curfew.store.Checkpoint;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import dev.curfew.text.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = "Shows what was attempted, the newest first, and checks the chain.",
        footer = {
            "",
            "Example: curfew journal --limit 20 --verify",
            "Exit codes: 0 done, 50 to 53 the store can not be used, 54 the chain or a seal on it",
            "is broken"
        })
public final class JournalCommand implements Callable<Integer> {
    private final Session session;
    private final Printer printer;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many records (default: ${DEFAULT-VALUE}).")
    private int limit = 50;

    @Option(
            names = "--operation",
            paramLabel = "ID",
            description = "All records of one action, the oldest first.")
    private Optional<String> operation = Optional.empty();

    @Option(names = "--verify", description = "Check that no record was changed from outside.")
    private boolean verify;

    public JournalCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        LocalStore store = session.store();
        List<JournalRecord> records =
                operation
                        .map(store.journal()::ofOperation)
                        .orElseGet(() ->
                                store.journal()
                                        .newestBefore(
                                                Long.MAX_VALUE, Math.clamp(limit, 0, 10_000)));
        Optional<Outcome<Long>> verified =
                verify ? Optional.of(store.journal().verify()) : Optional.empty();
        List<Unfinished.Operation> cutOff = new Unfinished(store.journal()).operations();
        if (printer.isJson()) {
            json(records, verified, cutOff);
        } else {
            text(records, verified);
            cutOff.forEach(this::cutOff);
        }
        return verified.flatMap(Outcomes::failure).map(why -> why.reason().exitCode()).orElse(0);
    }

    private void text(List<JournalRecord> records, Optional<Outcome<Long>> verified) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(
                List.of(
                        "NO",
                        "TIME",
                        "PHASE",
                        "ACTION",
                        "CONNECTION",
                        "OPERATOR",
                        "INCIDENT",
                        "OPERATION",
                        "SUBJECT"));
        for (JournalRecord record : records) {
            JournalEntry entry = record.entry();
            lines.add(
                    List.of(
                            String.valueOf(record.number()),
                            Moments.utc(record.at()),
                            phase(entry),
                            SafeText.of(entry.action()),
                            SafeText.of(entry.connection()),
                            SafeText.of(entry.operator()),
                            SafeText.of(entry.incident()),
                            SafeText.of(entry.operationId()),
                            SafeText.of(entry.subject())));
        }
        Table.aligned(lines, printer::line);
        verified.ifPresent(outcome -> {
            switch (outcome) {
                case Ok<Long>(var count) -> {
                    printer.say(printer.text("journal.holds", count));
                    seals().forEach(one -> printer.say(JournalSealCommand.sentence(one, printer)));
                }
                case Failed<Long>(var failure) -> printer.warn(failure);
            }
        });
    }

    private List<Checkpoint> seals() {
        return Seals.newest(session.store().checkpoints().all());
    }

    private void cutOff(Unfinished.Operation operation) {
        JournalEntry planned = operation.planned().entry();
        printer.say(
                printer.text(
                        "journal.cutOff",
                        SafeText.of(planned.action()),
                        SafeText.of(planned.subject()),
                        SafeText.of(planned.connection()),
                        SafeText.of(planned.operationId()),
                        operation.sending() - operation.answered()));
    }

    private void json(
            List<JournalRecord> records,
            Optional<Outcome<Long>> verified,
            List<Unfinished.Operation> cutOff) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode array = json.putArray("records");
        for (JournalRecord record : records) {
            JournalEntry entry = record.entry();
            array.addObject()
                    .put("number", record.number())
                    .put("at", record.at().toString())
                    .put("phase", phase(entry))
                    .put("operation", entry.operationId())
                    .put("step", entry.step())
                    .put("operator", entry.operator())
                    .put("connection", entry.connection())
                    .put("action", entry.action())
                    .put("subject", entry.subject())
                    .put("reason", entry.reason())
                    .put("incident", entry.incident())
                    .put("sent", entry.sent())
                    .put("received", entry.received())
                    .put("previous_hash", record.previousHash())
                    .put("hash", record.hash());
        }
        ArrayNode unfinished = json.putArray("cut_off");
        cutOff.forEach(operation ->
                unfinished
                        .addObject()
                        .put("operation", operation.planned().entry().operationId())
                        .put("batches_sent", operation.sending())
                        .put("batches_answered", operation.answered()));
        verified.ifPresent(outcome -> {
            switch (outcome) {
                case Ok<Long>(var count) -> {
                    json.put("verified_records", count);
                    ArrayNode sealed = json.putArray("sealed");
                    seals().forEach(one -> sealed.add(CheckpointJson.node(one)));
                }
                case Failed<Long>(var failure) -> json.set("error", printer.error(failure));
            }
        });
        printer.json(json);
    }

    private static String phase(JournalEntry entry) {
        return entry.phase().name().toLowerCase(Locale.ROOT);
    }
}

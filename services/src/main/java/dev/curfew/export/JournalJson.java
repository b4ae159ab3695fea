package dev.curfew.export;

import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Records of the journal as JSON, with all that their hashes were made from. Pure. */
public final class JournalJson {
    private JournalJson() {}

    public static ObjectNode node(JournalRecord record) {
        JournalEntry entry = record.entry();
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", record.number())
                .put("at", record.at().toString())
                .put("phase", entry.phase().name().toLowerCase(Locale.ROOT))
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
}

package dev.curfew.app.cli.evidence;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Table;
import dev.curfew.evidence.pack.CheckpointJson;
import dev.curfew.evidence.pack.VerifiedPack;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.SafeText;
import dev.curfew.text.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a pack says that holds. */
final class VerifiedText {
    private final Printer printer;

    VerifiedText(Printer printer) {
        this.printer = printer;
    }

    /**
     * @param contradiction of the journal that it was held against
     */
    void print(VerifiedPack pack, Optional<Failure> contradiction) {
        if (printer.isJson()) {
            json(pack, contradiction);
        } else {
            text(pack);
            contradiction.ifPresent(printer::warn);
        }
    }

    private void text(VerifiedPack pack) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(line("evidence.pack", pack.pack()));
        lines.add(line("evidence.operation", pack.operation()));
        lines.add(line("evidence.action", pack.action()));
        lines.add(line("evidence.exportedBy", pack.operator()));
        lines.add(line("evidence.exportedAt", Moments.utc(pack.createdAt())));
        lines.add(
                line(
                        "evidence.records",
                        printer.text(
                                "evidence.recordsOf",
                                pack.records(),
                                pack.first(),
                                pack.seal().number())));
        lines.add(
                line(
                        "evidence.sealed",
                        printer.text(
                                "evidence.record",
                                pack.seal().number(),
                                Moments.utc(pack.seal().at()))));
        lines.add(line("evidence.key", pack.key().thumbprint()));
        lines.add(line("evidence.files", String.join(", ", pack.files())));
        Table.aligned(lines, printer::line);
        printer.say(printer.text("evidence.holds"));
        printer.say(
                printer.text(
                        pack.pinned() ? "evidence.pinned" : "evidence.notPinned",
                        pack.key().thumbprint()));
        if (pack.withheld() > 0) {
            printer.say(printer.text("evidence.withheld", pack.withheld()));
        }
        if (pack.statesBySignatureAlone() > 0) {
            printer.say(printer.text("evidence.bySignature", pack.statesBySignatureAlone()));
        }
    }

    private List<String> line(String key, String value) {
        return List.of(printer.text(key), SafeText.of(value));
    }

    private void json(VerifiedPack pack, Optional<Failure> contradiction) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("holds", true);
        json.put("pack", pack.pack());
        json.put("operation", pack.operation());
        json.put("action", pack.action());
        json.put("exported_by", pack.operator());
        json.put("exported_at", pack.createdAt().toString());
        json.put("curfew", pack.curfew());
        json.put("key", pack.key().thumbprint());
        json.put("pinned", pack.pinned());
        json.put("records", pack.records());
        json.put("first_record", pack.first());
        json.set("sealed", CheckpointJson.node(pack.seal()));
        json.put("withheld_records", pack.withheld());
        json.put("states_by_signature_alone", pack.statesBySignatureAlone());
        pack.files().forEach(json.putArray("files")::add);
        contradiction.ifPresent(why -> json.set("error", printer.error(why)));
        printer.json(json);
    }
}

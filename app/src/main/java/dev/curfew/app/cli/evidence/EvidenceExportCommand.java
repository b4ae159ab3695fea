package dev.curfew.app.cli.evidence;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.session.Table;
import dev.curfew.evidence.pack.EvidencePacks;
import dev.curfew.evidence.pack.EvidencePacks.Exported;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.text.Moments;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Checks and seals the journal, and writes the pack of an action or containment: its",
            "plan, states, requests and replies, timeline, and a report to read, all signed."
        },
        footer = {
            "",
            "Example: curfew evidence export c-20261124-140205-x7k2 --out INC-7.zip",
            "Exit codes: 0; 19 the key can not be read; 32 no such operation; 33 the file is",
            "there; 50 to 54 the store; 61 the file can not be written; 64 no key is set up"
        })
public final class EvidenceExportCommand implements Callable<Integer> {
    private final Session session;
    private final Printer printer;

    @Parameters(
            paramLabel = "OPERATION",
            description = "The id of an action or containment, as journal and reports show it.")
    private String operation = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new file.")
    private Path file = Path.of("");

    @Option(names = "--replace", description = "Write over a file that is there.")
    private boolean replace;

    @Mixin private KeyOptions key = new KeyOptions();

    public EvidenceExportCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        return switch (export()) {
            case Failed<Exported>(var failure) -> printer.failed(failure);
            case Ok<Exported>(var done) -> {
                print(done);
                yield 0;
            }
        };
    }

    private Outcome<Exported> export() {
        return session.keepingStore()
                .then(_ -> key.open(session))
                .then(opened ->
                        session.core()
                                .evidence()
                                .export(
                                        new EvidencePacks.Wanted(
                                                operation, session.around().user(), file, replace),
                                        opened));
    }

    private void print(Exported done) {
        if (printer.isJson()) {
            printer.json(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("file", done.file().toString())
                            .put("pack", done.pack())
                            .put("operation", operation)
                            .put("bytes", done.bytes())
                            .put("sha256", done.sha256())
                            .put("key", done.seal().key().thumbprint())
                            .put("sealed_record", done.seal().number())
                            .put("sealed_at", done.seal().at().toString())
                            .put("withheld_records", done.withheld()));
            return;
        }
        Table.aligned(
                List.of(
                        line("evidence.pack", done.pack()),
                        line("evidence.file", done.file().toString()),
                        line("evidence.bytes", Long.toString(done.bytes())),
                        line("evidence.sha256", done.sha256()),
                        line(
                                "evidence.sealed",
                                printer.text(
                                        "evidence.record",
                                        done.seal().number(),
                                        Moments.utc(done.seal().at()))),
                        line("evidence.key", done.seal().key().thumbprint())),
                printer::line);
        if (done.withheld() > 0) {
            printer.say(printer.text("evidence.withheld", done.withheld()));
        }
    }

    private List<String> line(String key, String value) {
        return List.of(printer.text(key), value);
    }
}

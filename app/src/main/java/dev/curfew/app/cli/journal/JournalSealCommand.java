package dev.curfew.app.cli.journal;

import dev.curfew.app.cli.evidence.KeyOptions;
import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.evidence.pack.CheckpointJson;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.store.Checkpoint;
import dev.curfew.text.Moments;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "seal",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the journal and signs its last record: whoever rewrites a record up to there,",
            "or cuts it off, needs the signing key too."
        },
        footer = {
            "",
            "Example: curfew journal seal --key evidence.p12",
            "Exit codes: 0; 2 the journal is empty; 19 the key can not be read; 50 to 54 the",
            "store; 64 no key is set up"
        })
public final class JournalSealCommand implements Callable<Integer> {
    private final Session session;

    @Mixin private KeyOptions key = new KeyOptions();

    public JournalSealCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Printer printer = session.printer();
        return switch (session.keepingStore()
                .then(_ -> key.open(session))
                .then(opened -> session.core().sealing().seal(opened))) {
            case Failed<Checkpoint>(var failure) -> printer.failed(failure);
            case Ok<Checkpoint>(var checkpoint) -> {
                if (printer.isJson()) {
                    printer.json(CheckpointJson.node(checkpoint));
                } else {
                    printer.line(sentence(checkpoint, printer));
                }
                yield 0;
            }
        };
    }

    static String sentence(Checkpoint checkpoint, Printer printer) {
        return printer.text(
                "journal.sealed",
                checkpoint.number(),
                Moments.utc(checkpoint.at()),
                checkpoint.key().thumbprint());
    }
}

package dev.curfew.app.cli.evidence;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.evidence.pack.EvidencePacks;
import dev.curfew.evidence.pack.PackVerifier;
import dev.curfew.evidence.pack.VerifiedPack;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks every byte of a pack and names the first thing that does not hold.",
            "Nothing is unpacked. It needs neither store nor network."
        },
        footer = {
            "",
            "Example: curfew evidence verify INC-7.zip --thumbprint 3fc1…",
            "Exit codes: 0 it holds; 2 wrong words; 54 the journal contradicts it (--journal);",
            "60 the file can not be read; 62 it does not hold; 63 another key signed it"
        })
public final class EvidenceVerifyCommand implements Callable<Integer> {
    private final Session session;
    private final Printer printer;

    @Parameters(paramLabel = "FILE", description = "The pack.")
    private Path file = Path.of("");

    @Mixin private PinOptions pin = new PinOptions();

    @Option(
            names = "--journal",
            description = "Hold its seal against the journal of this store, too.")
    private boolean journal;

    public EvidenceVerifyCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        return switch (pin.thumbprint()) {
            case Failed<Optional<String>>(var failure) -> printer.failed(failure);
            case Ok<Optional<String>>(var pinned) ->
                    switch (EvidencePacks.verify(file, pinned)) {
                        case Failed<VerifiedPack>(var failure) -> broken(failure);
                        case Ok<VerifiedPack>(var pack) -> holds(pack);
                    };
        };
    }

    private int broken(Failure failure) {
        if (failure.reason() == Reason.FILE_UNREADABLE) {
            return printer.failed(failure);
        }
        Outcome<VerifiedPack> named = PackVerifier.named(Outcome.failed(failure), file.toString());
        Failure told = named instanceof Failed<VerifiedPack>(var why) ? why : failure;
        if (!printer.isJson()) {
            return printer.failed(told);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("holds", false);
        json.put("part", failure.subject());
        json.put("fault", failure.detail());
        json.set("error", printer.error(told));
        printer.json(json);
        return told.reason().exitCode();
    }

    private int holds(VerifiedPack pack) {
        Optional<Failure> contradiction = journal ? contradiction(pack) : Optional.empty();
        new VerifiedText(printer).print(pack, contradiction);
        return contradiction.map(why -> why.reason().exitCode()).orElse(0);
    }

    /** A journal that was rewritten since has another record where the pack has its seal. */
    private Optional<Failure> contradiction(VerifiedPack pack) {
        return switch (session.keepingStore()) {
            case Failed<?>(var failure) -> Optional.of(failure);
            case Ok<?> _ -> {
                long number = pack.seal().number();
                boolean same =
                        session.store().journal().chain(number, number).stream()
                                .anyMatch(link -> link.hash().equals(pack.seal().hash()));
                yield same
                        ? Optional.empty()
                        : Optional.of(
                                new Failure(
                                        Reason.JOURNAL_BROKEN,
                                        "of this store",
                                        "Record "
                                                + number
                                                + " is not the one that was sealed with the pack"));
            }
        };
    }
}

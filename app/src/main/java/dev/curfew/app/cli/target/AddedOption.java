package dev.curfew.app.cli.target;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.delegation.added.Added;
import dev.curfew.delegation.added.AddedFile;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.SafeText;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What is looked at beside what systems keep. */
public final class AddedOption {
    @Option(
            names = "--token",
            paramLabel = "FILE",
            description =
                    "A JWT; several times. The hops that it claims are added, its signature is not"
                            + " checked, nothing is fetched for it, and of the token itself nothing"
                            + " is kept.")
    private List<Path> tokens = List.of();

    @Option(
            names = "--declared",
            paramLabel = "FILE",
            description =
                    "YAML with grants that no system keeps but people know of; several times.")
    private List<Path> declared = List.of();

    public boolean isGiven() {
        return !tokens.isEmpty() || !declared.isEmpty();
    }

    /** All of them, or what is wrong with the first that can not be read. Warns of claims. */
    public Outcome<Added> read(Session session) {
        Added added = Added.NOTHING;
        for (Outcome<Added> one :
                Stream.concat(
                                tokens.stream().map(file -> AddedFile.token(file, session.now())),
                                declared.stream().map(AddedFile::declared))
                        .toList()) {
            switch (one) {
                case Failed<Added>(var failure) -> {
                    return Outcome.failed(failure);
                }
                case Ok<Added>(var more) -> added = added.and(more);
            }
        }
        Printer printer = session.printer();
        if (!added.tokens().isEmpty()) {
            printer.say(printer.text("grants.claims"));
        }
        if (!added.isEmpty()) {
            printer.say(
                    printer.text(
                            "grants.added",
                            added.grants().size(),
                            SafeText.of(String.join(", ", added.names()))));
        }
        return Outcome.ok(added);
    }
}

package dev.curfew.app.cli.evidence;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.evidence.SigningKey;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows the public half of a signing key and its thumbprint, to give out.",
        footer = {
            "",
            "Example: curfew evidence key show evidence.p12",
            "Exit codes: 0; 19 the key can not be read"
        })
public final class KeyShowCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The PKCS#12 file.")
    private Path file = Path.of("");

    @Mixin private PassphraseOptions passphrase = new PassphraseOptions();

    public KeyShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Printer printer = session.printer();
        return switch (passphrase
                .reference()
                .then(reference -> SigningKey.open(file, reference, session.core().secrets()))) {
            case Failed<SigningKey>(var failure) -> printer.failed(failure);
            case Ok<SigningKey>(var key) -> {
                KeyText.print(key.publicKey(), file, printer);
                yield 0;
            }
        };
    }
}

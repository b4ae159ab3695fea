package dev.curfew.app.cli.evidence;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.connect.SecretRef;
import dev.curfew.evidence.KeyPlace;
import dev.curfew.evidence.SigningKeyFile;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.store.SealKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a new signing key in a PKCS#12 file that only its owner may read.",
            "A file that is there is never overwritten. A passphrase has 8 characters or more."
        },
        footer = {
            "",
            "Example: curfew evidence key create evidence.p12",
            "Exit codes: 0; 2 no passphrase to use; 19 it can not be read; 33 the file is there;",
            "61 it can not be written"
        })
public final class KeyCreateCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "The new PKCS#12 file.")
    private Path file = Path.of("");

    @Mixin private PassphraseOptions passphrase = new PassphraseOptions();

    public KeyCreateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Printer printer = session.printer();
        return switch (passphrase.reference().then(this::create)) {
            case Failed<SealKey>(var failure) -> printer.failed(failure);
            case Ok<SealKey>(var key) -> {
                KeyText.print(key, file, printer);
                printer.say(printer.text("evidence.keyMade", file));
                yield 0;
            }
        };
    }

    private Outcome<SealKey> create(SecretRef reference) {
        return new SigningKeyFile(session.core().secrets(), session.core().clock())
                .create(file, reference)
                .map(key -> {
                    LocalStore store = session.store();
                    new KeyPlace(file, reference).remember(store.preferences());
                    return key;
                });
    }
}

package dev.curfew.app.cli.evidence;

import dev.curfew.app.cli.session.Session;
import dev.curfew.evidence.KeyPlace;
import dev.curfew.evidence.SigningKey;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which key signs: the one that is given, or the one that was made or given last. */
public final class KeyOptions {
    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The signing key, PKCS#12 (default: the one that was used last).")
    public @Nullable Path key;

    @Mixin public PassphraseOptions passphrase = new PassphraseOptions();

    /** Opens it, and remembers where it is. Blocks: the passphrase may be asked for. */
    public Outcome<SigningKey> open(Session session) {
        return place(session)
                .then(place ->
                        SigningKey.open(place.file(), place.passphrase(), session.core().secrets())
                                .map(opened -> {
                                    place.remember(session.store().preferences());
                                    return opened;
                                }));
    }

    private Outcome<KeyPlace> place(Session session) {
        Path given = key;
        if (given != null) {
            return passphrase.reference().map(reference -> new KeyPlace(given, reference));
        }
        Optional<KeyPlace> known = KeyPlace.known(session.store().preferences());
        if (known.isEmpty()) {
            return Outcome.failed(
                    Reason.NO_SIGNING_KEY,
                    "this store",
                    "No --key was given, and none was used here before");
        }
        return passphrase.isGiven()
                ? passphrase
                        .reference()
                        .map(reference -> new KeyPlace(known.get().file(), reference))
                : Outcome.ok(known.get());
    }
}

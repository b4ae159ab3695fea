package dev.curfew.evidence;

import dev.curfew.outcome.Outcome;
import java.nio.file.Path;
import java.time.InstantSource;

/** Signing keys out of files that were made for the test. */
public final class TestKeys {
    public static final String PASSPHRASE = "correct horse";

    private TestKeys() {}

    public static SigningKey make(Path file) {
        new SigningKeyFile(new Passphrases(PASSPHRASE), InstantSource.system())
                .create(file, Passphrases.FILE);
        return switch (SigningKey.open(file, Passphrases.FILE, new Passphrases(PASSPHRASE))) {
            case Outcome.Ok<SigningKey>(var key) -> key;
            case Outcome.Failed<SigningKey>(var why) ->
                    throw new IllegalStateException(why.toString());
        };
    }
}

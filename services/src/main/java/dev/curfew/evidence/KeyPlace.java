package dev.curfew.evidence;

import dev.curfew.connect.SecretRef;
import dev.curfew.store.Preferences;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the signing key is, and where its passphrase is to be taken from; neither of the two
 * itself.
 *
 * @param file PKCS#12
 */
public record KeyPlace(Path file, SecretRef passphrase) {
    private static final String FILE = "evidence.key";
    private static final String PASSPHRASE = "evidence.passphrase";
    private static final String BY_ENVIRONMENT = "environment:";
    private static final String BY_FILE = "file:";

    /** The one that was used last; empty: none is set up. Blocks. */
    public static Optional<KeyPlace> known(Preferences preferences) {
        try {
            return preferences
                    .get(FILE)
                    .map(file ->
                            new KeyPlace(
                                    Path.of(file),
                                    reference(preferences.get(PASSPHRASE).orElse(""))));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Makes it the one that is used from now on. Blocks. */
    public void remember(Preferences preferences) {
        preferences.put(FILE, file.toAbsolutePath().toString());
        preferences.put(
                PASSPHRASE,
                switch (passphrase) {
                    case SecretRef.EnvironmentVariable(var name) -> BY_ENVIRONMENT + name;
                    case SecretRef.SecretFile(var path) -> BY_FILE + path.toAbsolutePath();
                    case SecretRef.Prompt _ -> "prompt";
                });
    }

    private static SecretRef reference(String text) {
        if (text.startsWith(BY_ENVIRONMENT)) {
            return new SecretRef.EnvironmentVariable(text.substring(BY_ENVIRONMENT.length()));
        }
        return text.startsWith(BY_FILE)
                ? new SecretRef.SecretFile(Path.of(text.substring(BY_FILE.length())))
                : new SecretRef.Prompt();
    }
}

package dev.curfew.views.evidence;

import dev.curfew.connect.SecretRef;
import dev.curfew.evidence.KeyPlace;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the form says now.
 *
 * @param key the key's file, as typed
 * @param from where its passphrase is
 * @param place the variable or file with it; empty where it is asked for
 * @param file the pack's file, as typed
 */
public record EvidenceDraft(String key, From from, String place, String file) {
    public static final EvidenceDraft EMPTY = new EvidenceDraft("", From.ASKED, "", "");

    /** Where a passphrase comes from, in the order of the form. */
    public enum From {
        ASKED,
        ENVIRONMENT,
        FILE
    }

    public static EvidenceDraft of(KeyPlace known) {
        return switch (known.passphrase()) {
            case SecretRef.Prompt _ ->
                    new EvidenceDraft(known.file().toString(), From.ASKED, "", "");
            case SecretRef.EnvironmentVariable(var name) ->
                    new EvidenceDraft(known.file().toString(), From.ENVIRONMENT, name, "");
            case SecretRef.SecretFile(var path) ->
                    new EvidenceDraft(known.file().toString(), From.FILE, path.toString(), "");
        };
    }

    EvidenceDraft withKey(String text) {
        return new EvidenceDraft(text, from, place, file);
    }

    EvidenceDraft withFrom(From chosen) {
        return new EvidenceDraft(key, chosen, place, file);
    }

    EvidenceDraft withPlace(String text) {
        return new EvidenceDraft(key, from, text, file);
    }

    EvidenceDraft withFile(String text) {
        return new EvidenceDraft(key, from, place, text);
    }

    /** Key of the sentence that says why it can not be exported like this; empty: it can. */
    public String problem() {
        if (path(key).isEmpty()) {
            return "evidence.noKey";
        }
        if (from != From.ASKED && place.isBlank()) {
            return "evidence.noPlace";
        }
        return path(file).isEmpty() ? "evidence.noFile" : "";
    }

    /** Empty while there is none. */
    Optional<KeyPlace> keyPlace() {
        return path(key)
                .map(path ->
                        new KeyPlace(
                                path,
                                switch (from) {
                                    case ASKED -> new SecretRef.Prompt();
                                    case ENVIRONMENT ->
                                            new SecretRef.EnvironmentVariable(place.strip());
                                    case FILE -> new SecretRef.SecretFile(Path.of(place.strip()));
                                }));
    }

    Optional<Path> target() {
        return path(file);
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}

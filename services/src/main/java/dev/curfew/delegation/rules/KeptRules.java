package dev.curfew.delegation.rules;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.Notes;
import dev.curfew.store.Notes.Note;
import dev.curfew.store.Preferences;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The operator's rules in the store, for window and command line alike, and the text that is being
 * written. Any thread; blocks.
 */
public final class KeptRules {
    /** What they are called in failures. */
    public static final String NAME = "The saved rules";

    /** What putting them in force is called in the journal. */
    public static final String ACTION = "save-rules";

    private static final String TEXT = "delegation.rules";
    private static final String DRAFT = "delegation.rules.draft";

    private final Preferences preferences;
    private final Notes notes;

    public KeptRules(Preferences preferences, AuditJournal journal) {
        this.preferences = preferences;
        notes = new Notes(journal);
    }

    /** As they were written; empty: there are none. */
    public Optional<String> text() {
        return preferences.get(TEXT).filter(text -> !text.isBlank());
    }

    /** Those that are in force: none where nothing is saved. */
    public Outcome<DelegationRules> rules() {
        return text().map(text -> RulesText.read(text, NAME))
                .orElseGet(() -> Outcome.ok(DelegationRules.NONE));
    }

    /** The same, and none where those that are saved can not be read. */
    public DelegationRules inForce() {
        return switch (rules()) {
            case Ok<DelegationRules>(var read) -> read;
            case Failed<DelegationRules> _ -> DelegationRules.NONE;
        };
    }

    /**
     * Puts them in force, and says so in the journal; an empty text takes them away. The text that
     * is in force already is neither kept nor journaled again.
     *
     * @param operator who does it
     * @param reason why; may be empty
     * @return what now holds, or why the text can not be read, and then nothing is changed
     */
    public synchronized Outcome<DelegationRules> save(String text, String operator, String reason) {
        Outcome<DelegationRules> read =
                text.isBlank() ? Outcome.ok(DelegationRules.NONE) : RulesText.read(text, NAME);
        return read.map(rules -> {
            if (!text.equals(preferences.get(TEXT).orElse(""))) {
                RulesChange change = RulesChange.of(inForce(), rules);
                notes.write(
                        new Note(
                                operator,
                                ACTION,
                                change.subject(),
                                reason.strip(),
                                change.json(digest(text))),
                        () -> preferences.put(TEXT, text));
            }
            return rules;
        });
    }

    private static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was typed and not saved; empty: nothing. */
    public Optional<String> draft() {
        return preferences.get(DRAFT).filter(text -> !text.isEmpty());
    }

    /** Empty forgets it. */
    public void keepDraft(String text) {
        preferences.put(DRAFT, text);
    }
}

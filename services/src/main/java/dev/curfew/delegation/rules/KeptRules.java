package dev.curfew.delegation.rules;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.store.Preferences;
import java.util.Optional;

/**
 * The operator's rules in the store, for window and command line alike, and the text that is being
 * written. Any thread; blocks.
 */
public final class KeptRules {
    /** What they are called in failures. */
    public static final String NAME = "The saved rules";

    private static final String TEXT = "delegation.rules";
    private static final String DRAFT = "delegation.rules.draft";

    private final Preferences preferences;

    public KeptRules(Preferences preferences) {
        this.preferences = preferences;
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
     * Puts them in force; an empty text takes them away.
     *
     * @return what now holds, or why the text can not be read, and then nothing is changed
     */
    public Outcome<DelegationRules> save(String text) {
        Outcome<DelegationRules> read =
                text.isBlank() ? Outcome.ok(DelegationRules.NONE) : RulesText.read(text, NAME);
        return read.map(rules -> {
            preferences.put(TEXT, text);
            return rules;
        });
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

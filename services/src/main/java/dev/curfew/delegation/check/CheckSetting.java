package dev.curfew.delegation.check;

import dev.curfew.delegation.rules.Pattern;
import dev.curfew.text.Durations;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One setting of the checks, as text that people write. Its name is {@code delegation.setting.KEY},
 * and what it is for {@code delegation.setting.KEY.what}.
 */
public enum CheckSetting {
    DEEPEST("deepest", Form.COUNT, 1, CheckSettings::deepest, CheckId.D07),
    WIDEST("widest", Form.COUNT, 1, CheckSettings::widest, CheckId.D21),
    UNUSED_FOR("unused-for", Form.DURATION, 1, CheckSettings::unusedFor, CheckId.D22),
    FRESH_DECISION("fresh-decision", Form.DURATION, 1, CheckSettings::freshDecision, CheckId.D19),
    MOST_AUDIENCES("most-audiences", Form.COUNT, 1, CheckSettings::mostAudiences, CheckId.D16),
    MOST_REPLACEMENTS(
            "most-replacements", Form.COUNT, 0, CheckSettings::mostReplacements, CheckId.D23),
    LONGEST_TRANSACTION(
            "longest-transaction",
            Form.DURATION,
            1,
            CheckSettings::longestTransaction,
            CheckId.D23),
    CROWN_JEWELS("crown-jewels", Form.NAMES, 0, settings -> settings.weights().crownJewels()),
    CHECKED_AT_USE("checked-at-use", Form.NAMES, 0, settings -> settings.weights().checkedAtUse());

    /** The largest number. */
    public static final int MOST = 100_000;

    /** How a setting is written. */
    public enum Form {
        /** A whole number. */
        COUNT,
        /** As {@link Durations} reads it. */
        DURATION,
        /** Names apart by commas, in which {@code *} stands for anything; may be empty. */
        NAMES
    }

    private final String key;
    private final Form form;
    private final int least;
    private final Function<CheckSettings, Object> value;
    private final List<CheckId> checks;

    CheckSetting(
            String key,
            Form form,
            int least,
            Function<CheckSettings, Object> value,
            CheckId... checks) {
        this.key = key;
        this.form = form;
        this.least = least;
        this.value = value;
        this.checks = List.of(checks);
    }

    /** As it is called in texts, on the command line and in the store. */
    public String key() {
        return key;
    }

    public Form form() {
        return form;
    }

    /** The smallest number; without a meaning for durations and names. */
    public int least() {
        return least;
    }

    /** Those that go by it; none: all do. */
    public List<CheckId> checks() {
        return checks;
    }

    public String titleKey() {
        return "delegation.setting." + key;
    }

    public String whatKey() {
        return titleKey() + ".what";
    }

    public static Optional<CheckSetting> of(String key) {
        return Stream.of(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /** As it stands in these settings; {@link CheckSettingsText} reads it again. */
    public String text(CheckSettings settings) {
        return switch (value.apply(settings)) {
            case Duration duration -> Durations.display(duration);
            case Collection<?> names ->
                    names.stream()
                            .map(name -> name instanceof Pattern(var text) ? text : "")
                            .collect(Collectors.joining(", "));
            case Object number -> number.toString();
        };
    }

    public String byDefault() {
        return text(CheckSettings.DEFAULT);
    }
}

package dev.curfew.delegation.check;

import dev.curfew.delegation.rules.Pattern;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.text.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of the checks as texts: what people type, and what is kept. Pure. */
public final class CheckSettingsText {
    /** Of one setting. */
    public static final int MOST_NAMES = 200;

    private CheckSettingsText() {}

    /** Why a text can not be that setting; empty: it can. */
    public static Optional<Failure> problem(CheckSetting setting, String text) {
        return switch (value(setting, text)) {
            case Ok<?> _ -> Optional.empty();
            case Failed<?>(var failure) -> Optional.of(failure);
        };
    }

    /**
     * @param texts those that are not here are as by default
     * @return the settings, or what is wrong with the first that can not be read
     */
    public static Outcome<CheckSettings> read(Map<CheckSetting, String> texts) {
        Map<CheckSetting, Object> read = new EnumMap<>(CheckSetting.class);
        for (CheckSetting setting : CheckSetting.values()) {
            switch (value(setting, texts.getOrDefault(setting, setting.byDefault()))) {
                case Failed<?>(var failure) -> {
                    return Outcome.failed(failure);
                }
                case Ok<?>(var value) -> read.put(setting, value);
            }
        }
        return Outcome.ok(settings(read));
    }

    private static CheckSettings settings(Map<CheckSetting, Object> read) {
        return new CheckSettings(
                number(read, CheckSetting.DEEPEST),
                number(read, CheckSetting.WIDEST),
                duration(read, CheckSetting.UNUSED_FOR),
                duration(read, CheckSetting.FRESH_DECISION),
                number(read, CheckSetting.MOST_AUDIENCES),
                number(read, CheckSetting.MOST_REPLACEMENTS),
                duration(read, CheckSetting.LONGEST_TRANSACTION),
                new Weights(
                        names(read, CheckSetting.CROWN_JEWELS),
                        names(read, CheckSetting.CHECKED_AT_USE)));
    }

    private static int number(Map<CheckSetting, Object> read, CheckSetting setting) {
        return read.get(setting) instanceof Integer number ? number : setting.least();
    }

    private static Duration duration(Map<CheckSetting, Object> read, CheckSetting setting) {
        return read.get(setting) instanceof Duration duration ? duration : Duration.ZERO;
    }

    private static List<Pattern> names(Map<CheckSetting, Object> read, CheckSetting setting) {
        return read.get(setting) instanceof List<?> all
                ? all.stream().filter(Pattern.class::isInstance).map(Pattern.class::cast).toList()
                : List.of();
    }

    /** Those that differ from the default, by setting. */
    public static Map<CheckSetting, String> changed(CheckSettings settings) {
        Map<CheckSetting, String> changed = new EnumMap<>(CheckSetting.class);
        for (CheckSetting setting : CheckSetting.values()) {
            String text = setting.text(settings);
            if (!text.equals(setting.byDefault())) {
                changed.put(setting, text);
            }
        }
        return changed;
    }

    private static Outcome<?> value(CheckSetting setting, String text) {
        return switch (setting.form()) {
            case COUNT -> count(setting, text.strip());
            case DURATION -> Durations.parse(text, Durations.Zero.REFUSED);
            case NAMES -> names(setting, text);
        };
    }

    private static Outcome<Integer> count(CheckSetting setting, String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits && text.length() <= String.valueOf(CheckSetting.MOST).length()) {
            int number = Integer.parseInt(text);
            if (number >= setting.least() && number <= CheckSetting.MOST) {
                return Outcome.ok(number);
            }
        }
        return wrong(
                setting,
                text,
                "It takes a whole number from " + setting.least() + " to " + CheckSetting.MOST);
    }

    private static Outcome<List<Pattern>> names(CheckSetting setting, String text) {
        List<Pattern> names = new ArrayList<>();
        if (text.isBlank()) {
            return Outcome.ok(names);
        }
        for (String part : text.split(",", -1)) {
            String name = part.strip();
            if (name.isEmpty()) {
                return wrong(setting, text, "A name is missing beside a comma");
            }
            if (name.chars()
                    .anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
                return wrong(setting, text, "Names stand apart by commas, not by spaces");
            }
            if (name.chars().allMatch(c -> c == '*')) {
                return wrong(
                        setting, text, "* alone names everything, and then nothing stands out");
            }
            names.add(new Pattern(name));
        }
        return names.size() > MOST_NAMES
                ? wrong(setting, text, "It takes at most " + MOST_NAMES + " names")
                : Outcome.ok(List.copyOf(names));
    }

    private static <T> Outcome<T> wrong(CheckSetting setting, String text, String what) {
        return Outcome.failed(Reason.INVALID_INPUT, setting.key() + " " + text, what);
    }
}

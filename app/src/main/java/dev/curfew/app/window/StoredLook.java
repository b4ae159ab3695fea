package dev.curfew.app.window;

import dev.curfew.store.Preferences;
import dev.curfew.views.kit.Tasks;
import dev.curfew.views.kit.Theme;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the chosen colours and text size over restarts. JavaFX thread only. */
final class StoredLook {
    private static final Logger LOG = LoggerFactory.getLogger(StoredLook.class);
    private static final String CHOICE = "look.theme";
    private static final String SCALE = "look.textScale";

    private StoredLook() {}

    static void bind(Theme theme, Preferences preferences, Tasks tasks) {
        preferences.get(CHOICE).flatMap(StoredLook::choice).ifPresent(theme.choiceProperty()::set);
        preferences.get(SCALE).flatMap(StoredLook::scale).ifPresent(theme.textScaleProperty()::set);
        theme.choiceProperty().subscribe((_, now) -> keep(preferences, tasks, CHOICE, now.name()));
        theme.textScaleProperty()
                .subscribe((_, now) -> keep(preferences, tasks, SCALE, now.toString()));
    }

    private static void keep(Preferences preferences, Tasks tasks, String key, String value) {
        tasks.start(
                "look.keep",
                () -> {
                    preferences.put(key, value);
                    return key;
                },
                _ -> {},
                e -> LOG.warn("{} was not kept", key, e));
    }

    private static Optional<Theme.Choice> choice(String name) {
        return Arrays.stream(Theme.Choice.values()).filter(c -> c.name().equals(name)).findFirst();
    }

    private static Optional<Double> scale(String text) {
        try {
            double scale = Double.parseDouble(text);
            return scale >= 1 && scale <= 2 ? Optional.of(scale) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

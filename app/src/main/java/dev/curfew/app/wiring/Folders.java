package dev.curfew.app.wiring;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where this platform keeps an application's data and logs.
 *
 * @param data for the store
 * @param logs for log files
 */
public record Folders(Path data, Path logs) {
    private static final String STORE = "curfew.db";

    /**
     * @param operatingSystem as the property {@code os.name} says
     */
    public static Folders of(String operatingSystem, Map<String, String> environment, Path home) {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            Path roaming = folder(environment, "APPDATA", home.resolve("AppData/Roaming"));
            Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
            return new Folders(roaming.resolve("curfew"), local.resolve("curfew/logs"));
        }
        if (system.startsWith("mac")) {
            Path library = home.resolve("Library");
            return new Folders(
                    library.resolve("Application Support/curfew"), library.resolve("Logs/curfew"));
        }
        Path data = folder(environment, "XDG_DATA_HOME", home.resolve(".local/share"));
        Path state = folder(environment, "XDG_STATE_HOME", home.resolve(".local/state"));
        return new Folders(data.resolve("curfew"), state.resolve("curfew/logs"));
    }

    /** Those of the user who runs this. */
    public static Folders ofThisUser() {
        return of(
                System.getProperty("os.name", ""),
                System.getenv(),
                Path.of(System.getProperty("user.home", ".")));
    }

    public Path store() {
        return data.resolve(STORE);
    }

    /** By the XDG rules a relative path in such a variable is to be ignored. */
    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(otherwise);
    }
}

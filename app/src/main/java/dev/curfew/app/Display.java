package dev.curfew.app;

import java.util.Locale;
import java.util.Map;

/** Whether a window can open here. */
final class Display {
    private Display() {}

    /**
     * @param platform the property {@code glass.platform}: JavaFX draws without a display if it is
     *     Headless
     */
    static boolean isMissing(
            String operatingSystem, Map<String, String> environment, String platform) {
        return operatingSystem.toLowerCase(Locale.ROOT).startsWith("linux")
                && environment.getOrDefault("DISPLAY", "").isBlank()
                && environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank()
                && !platform.equalsIgnoreCase("headless");
    }
}

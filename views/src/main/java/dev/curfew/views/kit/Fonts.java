package dev.curfew.views.kit;

import java.util.Collection;
import java.util.List;

/**
 * Which installed fonts the window uses. JavaFX takes one family, not a list of fall-backs, so the
 * choice is made here.
 *
 * @param size body size in pixels: DejaVu and Verdana are wide, so they are set a little smaller
 */
public record Fonts(String text, String mono, double size) {
    private static final List<String> TEXT =
            List.of(
                    "Inter",
                    "Segoe UI",
                    ".AppleSystemUIFont",
                    "Helvetica Neue",
                    "Adwaita Sans",
                    "Noto Sans",
                    "Ubuntu",
                    "Cantarell",
                    "DejaVu Sans",
                    "Verdana");
    private static final List<String> MONO =
            List.of(
                    "JetBrains Mono",
                    "Cascadia Mono",
                    "Consolas",
                    "SF Mono",
                    "Menlo",
                    "Noto Sans Mono",
                    "DejaVu Sans Mono",
                    "Liberation Mono");
    private static final double BODY = 13;

    public static Fonts among(Collection<String> installed) {
        String text = first(TEXT, installed, "System");
        boolean wide = text.equals("DejaVu Sans") || text.equals("Verdana");
        return new Fonts(text, first(MONO, installed, "Monospaced"), wide ? BODY - 1 : BODY);
    }

    private static String first(
            List<String> wanted, Collection<String> installed, String otherwise) {
        return wanted.stream().filter(installed::contains).findFirst().orElse(otherwise);
    }
}

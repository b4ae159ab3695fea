package dev.curfew.views.shell;

/**
 * A place in the window.
 *
 * @param screen the screen's id
 * @param argument what to show there, in the screen's own words (a key, a query); may be empty
 */
public record Location(String screen, String argument) {
    public static Location of(String screen) {
        return new Location(screen, "");
    }
}

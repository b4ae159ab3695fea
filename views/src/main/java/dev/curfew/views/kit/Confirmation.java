package dev.curfew.views.kit;

import java.util.List;
import java.util.Optional;

/**
 * A question with one verb. All texts are ready to show.
 *
 * @param id stable id of the dialog; its controls derive theirs from it
 * @param lines what will happen, one fact a line
 * @param verb what the confirming button says: "Delete entry", never "OK"
 * @param typed what must be typed before the verb can be pressed
 */
public record Confirmation(
        String id,
        String title,
        String text,
        List<String> lines,
        String verb,
        boolean destructive,
        Optional<String> typed) {

    public Confirmation {
        lines = List.copyOf(lines);
    }

    public static Confirmation plain(String id, String title, String text, String verb) {
        return new Confirmation(id, title, text, List.of(), verb, false, Optional.empty());
    }

    public static Confirmation destructive(
            String id, String title, String text, List<String> lines, String verb) {
        return new Confirmation(id, title, text, lines, verb, true, Optional.empty());
    }

    public Confirmation typing(String phrase) {
        return new Confirmation(id, title, text, lines, verb, destructive, Optional.of(phrase));
    }
}

package dev.curfew.views.graph;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Tone;
import java.util.Optional;

/**
 * Something that has or gives rights, as the picture shows it.
 *
 * @param id stable over all pictures of the same data
 * @param note the line below the name; says in words what {@code tone} says in colour
 * @param border the id of the {@link Border} it stands in
 * @param stands for how many it stands; 1 unless it is folded
 * @param critical has a diamond at its corner, whatever its tone says
 */
public record Box(
        String id,
        String name,
        String note,
        AppIcon icon,
        Tone tone,
        Optional<String> border,
        int stands,
        boolean critical) {

    public Box(String id, String name, String note, AppIcon icon) {
        this(id, name, note, icon, Tone.NEUTRAL, Optional.empty(), 1, false);
    }

    public boolean isFolded() {
        return stands > 1;
    }

    public Box in(String borderId) {
        return new Box(id, name, note, icon, tone, Optional.of(borderId), stands, critical);
    }

    public Box toned(Tone newTone, String newNote) {
        return new Box(id, name, newNote, icon, newTone, border, stands, critical);
    }

    public Box with(AppIcon newIcon) {
        return new Box(id, name, note, newIcon, tone, border, stands, critical);
    }
}

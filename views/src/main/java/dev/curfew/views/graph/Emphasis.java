package dev.curfew.views.graph;

import java.util.Optional;
import java.util.Set;

/**
 * What stands out in a picture: the selected box or arrow, and a chain; with a chain, all else
 * fades.
 */
public record Emphasis(Optional<Pick> selected, Set<String> boxes, Set<String> arrows) {
    public static final Emphasis NONE = new Emphasis(Optional.empty(), Set.of(), Set.of());

    public Emphasis {
        boxes = Set.copyOf(boxes);
        arrows = Set.copyOf(arrows);
    }

    Emphasis selecting(Optional<Pick> pick) {
        return new Emphasis(pick, boxes, arrows);
    }

    boolean hasChain() {
        return !boxes.isEmpty();
    }

    boolean isSelected(Box box) {
        return selected.filter(new Pick.OfBox(box.id())::equals).isPresent();
    }

    boolean isSelected(Arrow arrow) {
        return selected.filter(new Pick.OfArrow(arrow.id())::equals).isPresent();
    }

    boolean isOnChain(Box box) {
        return boxes.contains(box.id());
    }

    boolean isOnChain(Arrow arrow) {
        return arrows.contains(arrow.id());
    }
}

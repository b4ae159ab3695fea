package dev.curfew.views.graph;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** Fonts of a picture, how wide texts are in them, and where they are cut. One thread. */
final class Lettering {
    private static final int MOST_KNOWN = 60_000;

    private final String family;
    private final Map<Face, Font> fonts = new HashMap<>();
    private final Map<String, Double> widths = new HashMap<>();
    private final Map<String, String> cuts = new HashMap<>();
    private final Text ruler = new Text();

    Lettering(String family) {
        this.family = family;
    }

    String family() {
        return family;
    }

    Font font(Face face) {
        return fonts.computeIfAbsent(
                face,
                any ->
                        Font.font(
                                family,
                                face.bold() ? FontWeight.BOLD : FontWeight.NORMAL,
                                face.size()));
    }

    double width(String words, Face face) {
        if (widths.size() > MOST_KNOWN) {
            widths.clear();
        }
        return widths.computeIfAbsent(face + words, any -> measured(words, face));
    }

    private double measured(String words, Face face) {
        ruler.setFont(font(face));
        ruler.setText(words);
        return ruler.getLayoutBounds().getWidth();
    }

    /** The text, or as much of its beginning as there is room for, with an ellipsis. */
    String cut(String words, Face face, double room) {
        if (words.length() * face.size() * 0.3 < room && width(words, face) <= room) {
            return words;
        }
        if (cuts.size() > MOST_KNOWN) {
            cuts.clear();
        }
        return cuts.computeIfAbsent(
                face + ":" + room + ":" + words, any -> shortened(words, face, room));
    }

    private String shortened(String words, Face face, double room) {
        int fits = 0;
        int doesNot = words.length() + 1;
        while (doesNot - fits > 1) {
            int middle = (fits + doesNot) / 2;
            if (measured(cutAt(words, middle), face) <= room) {
                fits = middle;
            } else {
                doesNot = middle;
            }
        }
        return fits == words.length() ? words : cutAt(words, fits);
    }

    private static String cutAt(String words, int length) {
        return length >= words.length() ? words : words.substring(0, length).stripTrailing() + "…";
    }
}

package dev.curfew.views.kit;

import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as the window writes them. */
public final class Counts {
    private Counts() {}

    /** "1,024,000". */
    public static String of(long count) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(count);
    }

    /** In little room: "990", "12 k", "1.2 M". */
    public static String brief(long count) {
        if (count < 10_000) {
            return of(count);
        }
        if (count < 1_000_000) {
            return count / 1000 + " k";
        }
        return "%.1f M".formatted(Math.floor(count / 100_000.0) / 10);
    }
}

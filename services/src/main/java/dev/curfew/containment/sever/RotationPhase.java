package dev.curfew.containment.sever;

import java.util.Locale;
import java.util.Optional;

/** How far the rotation of an authority is: what it is at, in its order. */
public enum RotationPhase {
    PREPARE,
    /** Nodes fetch the new root. */
    SPREAD,
    ACTIVATE,
    TAINT,
    /** Nodes take up the new authority; up to here nobody is locked out. */
    GATE,
    /** The point of no return. */
    REVOKE;

    /** As the journal names it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param text its word, perhaps with more behind it
     */
    public static Optional<RotationPhase> read(String text) {
        String first = text.split(" ", 2)[0];
        for (RotationPhase phase : values()) {
            if (phase.word().equals(first)) {
                return Optional.of(phase);
            }
        }
        return Optional.empty();
    }
}

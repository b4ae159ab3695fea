package dev.curfew.containment.run;

import dev.curfew.containment.sighting.SightingJson;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;

/** What a record of a containment's own operation tells. */
public enum RecordKind {
    PLANNED,
    APPROVED,
    REFUSED,
    RESUMED,
    HELD,
    GOES_ON,
    /** How far a server's clock was from ours. */
    CLOCK,
    /** What became of a step. */
    STEP,
    /** A look at a server after a step. */
    LOOK,
    /** What an endpoint of a target presented. */
    SIGHTING,
    END,
    /** A fact of a step, such as a gate. */
    NOTE;

    /** Pure. */
    public static RecordKind of(JournalRecord record) {
        if (record.entry().phase() == Phase.PLANNED) {
            return PLANNED;
        }
        String received = record.entry().received();
        if (received.startsWith("refused")) {
            return REFUSED;
        }
        return switch (StepJson.parse(received).map(j -> j.path("type").asString("")).orElse("")) {
            case "approved" -> APPROVED;
            case "resumed" -> RESUMED;
            case "held" -> HELD;
            case "goes_on" -> GOES_ON;
            case "clock" -> CLOCK;
            case "step" -> STEP;
            case "proof" -> LOOK;
            case SightingJson.TYPE -> SIGHTING;
            case "end" -> END;
            default -> NOTE;
        };
    }
}

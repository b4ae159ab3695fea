package dev.curfew.evidence.report;

import dev.curfew.evidence.timeline.RecordedJson;
import dev.curfew.evidence.timeline.Timeline;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** How a step, or the whole, came out, as its records say. Pure. */
enum PartOutcome {
    NOTED,
    PLANNED,
    /** A whole whose parts tell the rest. */
    ENDED,
    /** Sent, and no answer is known. */
    UNANSWERED,
    ACCEPTED,
    CONFIRMED,
    PARTIAL,
    SKIPPED,
    STOPPED,
    FAILED,
    CONTRADICTED,
    REVERTED;

    private static final Set<PartOutcome> AS_WANTED = Set.of(NOTED, ENDED, ACCEPTED, CONFIRMED);

    boolean isAsWanted() {
        return AS_WANTED.contains(this);
    }

    /**
     * @param events in their order
     */
    static PartOutcome of(List<Timeline.Event> events) {
        PartOutcome outcome = NOTED;
        for (Timeline.Event event : events) {
            outcome = after(outcome, event);
        }
        return outcome;
    }

    private static PartOutcome after(PartOutcome before, Timeline.Event event) {
        JsonNode json = RecordedJson.read(event.record().entry().received());
        if (json.path("type").asString("").equals("step")) {
            return stated(json.path("state").asString(""), before);
        }
        return switch (event.phase()) {
            case PLANNED -> worst(before, PLANNED);
            case SENDING -> worst(before, UNANSWERED);
            case ACCEPTED -> worst(before, ACCEPTED);
            case CONFIRMED -> worst(before, CONFIRMED);
            case FAILED -> worst(before, FAILED);
            case CONTRADICTED -> worst(before, CONTRADICTED);
            case REVERTED -> REVERTED;
            case ABORTED -> worst(before, STOPPED);
            // Going on after an end: what follows tells how it really ended.
            case NOTE -> isResumed(event, json) ? PLANNED : before;
            case FINISHED -> worst(before, ENDED);
        };
    }

    private static boolean isResumed(Timeline.Event event, JsonNode json) {
        return json.path("type").asString("").equals("resumed")
                || event.record().entry().received().equals("resumed");
    }

    /** What a containment says of its step stands above what its calls say. */
    private static PartOutcome stated(String state, PartOutcome before) {
        return switch (state) {
            case "CONFIRMED" -> CONFIRMED;
            case "ACCEPTED" -> ACCEPTED;
            case "PARTIAL" -> PARTIAL;
            case "SKIPPED" -> SKIPPED;
            case "FAILED" -> FAILED;
            case "UNKNOWN" -> UNANSWERED;
            case "CONTRADICTED" -> CONTRADICTED;
            case "REVERTED" -> REVERTED;
            default -> before;
        };
    }

    private static PartOutcome worst(PartOutcome one, PartOutcome other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}

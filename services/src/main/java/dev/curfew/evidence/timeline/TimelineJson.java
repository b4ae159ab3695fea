package dev.curfew.evidence.timeline;

import dev.curfew.store.JournalEntry;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A timeline as JSON. Pure. */
public final class TimelineJson {
    private TimelineJson() {}

    public static ObjectNode node(Timeline timeline) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("operation", timeline.operation());
        ArrayNode events = json.putArray("events");
        for (Timeline.Event event : timeline.events()) {
            JournalEntry entry = event.record().entry();
            ObjectNode one = events.addObject().put("at", event.at().toString());
            one.put("record", event.record().number());
            part(event.part(), one);
            one.put("phase", entry.phase().name().toLowerCase(Locale.ROOT))
                    .put("action", entry.action())
                    .put("subject", entry.subject());
        }
        ArrayNode spans = json.putArray("open_until");
        for (Timeline.Span span : timeline.spans()) {
            ObjectNode one = spans.addObject().put("kind", span.kind());
            part(span.part(), one);
            one.put("record", span.bound().record().number()).put("from", span.from().toString());
            span.until()
                    .ifPresentOrElse(
                            until -> one.put("at_latest", until.toString()),
                            () -> one.putNull("at_latest"));
            if (!span.bound().moved().isZero()) {
                one.put("moved_seconds", span.bound().moved().toSeconds());
            }
        }
        return json;
    }

    private static void part(String part, ObjectNode json) {
        if (!part.isEmpty()) {
            json.put("part", part);
        }
    }
}

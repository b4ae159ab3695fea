package dev.curfew.evidence.timeline;

import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A timeline as JSON. Pure. */
public final class TimelineJson {
    private TimelineJson() {}

    public static ObjectNode node(Timeline timeline) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode events = json.putArray("events");
        for (Timeline.Event event : timeline.events()) {
            events.addObject()
                    .put("at", event.at().toString())
                    .put("record", event.record())
                    .put("operation", event.operation())
                    .put("step", event.step())
                    .put("phase", event.phase().name().toLowerCase(Locale.ROOT))
                    .put("action", event.action())
                    .put("subject", event.subject());
        }
        ArrayNode spans = json.putArray("open_until");
        for (Timeline.Span span : timeline.spans()) {
            ObjectNode one = spans.addObject();
            one.put("kind", span.kind());
            if (!span.title().isEmpty()) {
                one.put("title", span.title());
            }
            one.put("operation", span.operation())
                    .put("record", span.record())
                    .put("from", span.from().toString());
            span.until()
                    .ifPresentOrElse(
                            until -> one.put("at_latest", until.toString()),
                            () -> one.putNull("at_latest"));
        }
        return json;
    }
}

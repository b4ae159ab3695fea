package dev.curfew.containment;

import dev.curfew.exposure.Bound;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.outcome.Failure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A report as JSON, to keep or to hand on. Never holds a join token. Pure. */
public final class ReportJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ReportJson() {}

    public static String write(ChangeReport report, Confirmation confirmation) {
        ChangePlan plan = report.plan();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("operation", plan.operationId());
        json.put("action", plan.kind().word());
        json.put("connection", plan.connection());
        json.put("operator", confirmation.operator());
        json.put("reason", confirmation.reason());
        json.put("incident", confirmation.incident());
        json.put("planned_at", utc(plan.plannedAt()));
        json.put("succeeded", report.succeeded());
        report.acceptedAt().ifPresent(at -> json.put("accepted_at", utc(at)));
        report.refused().ifPresent(why -> json.set("refused", failure(why)));
        items(report, json.putArray("items"));
        report.bound().ifPresent(bound -> json.set("bound", bound(bound)));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    private static void items(ChangeReport report, ArrayNode items) {
        for (ItemReport item : report.items()) {
            ObjectNode one = items.addObject();
            one.put("key", item.key());
            one.put("title", item.title());
            one.put("state", item.state().name().toLowerCase(Locale.ROOT));
            item.failure().ifPresent(why -> one.set("error", failure(why)));
        }
    }

    private static ObjectNode failure(Failure why) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("reason", why.reason().name())
                .put("subject", why.subject())
                .put("detail", why.detail());
    }

    private static ObjectNode bound(ExposureBound bound) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "issuance_stops_by", bound.issuanceStops());
        put(json, "agents_know_by", bound.nodesKnow());
        put(json, "x509_dead_by", bound.x509Dead());
        put(json, "jwt_dead_by", bound.jwtDead());
        ArrayNode open = json.putArray("not_covered");
        bound.notCovered().forEach(open::add);
        return json;
    }

    private static void put(ObjectNode json, String name, Bound bound) {
        bound.at().ifPresentOrElse(at -> json.put(name, utc(at)), () -> json.putNull(name));
    }

    private static String utc(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

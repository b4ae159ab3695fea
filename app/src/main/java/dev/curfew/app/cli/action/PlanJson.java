package dev.curfew.app.cli.action;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.containment.ChangePlan;
import dev.curfew.exposure.Bound;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.text.Moments;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A plan as JSON. */
final class PlanJson {
    private PlanJson() {}

    static ObjectNode write(ChangePlan plan, Printer printer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("operation", plan.operationId());
        json.put("connection", plan.connection());
        json.put("action", plan.kind().word());
        json.put("planned_at", Moments.utc(plan.plannedAt()));
        ArrayNode items = json.putArray("items");
        for (ChangePlan.Item item : plan.items()) {
            ObjectNode one = items.addObject().put("key", item.key()).put("title", item.title());
            ArrayNode changes = one.putArray("changes");
            item.changes()
                    .forEach(change ->
                            changes.addObject()
                                    .put("field", change.field())
                                    .put("before", change.before())
                                    .put("after", change.after()));
        }
        json.set("bound", bound(plan.bound(), printer));
        ArrayNode warnings = json.putArray("warnings");
        plan.warnings()
                .forEach(warning ->
                        warnings.addObject()
                                .put("key", warning.key())
                                .put("text", PlanText.warning(warning, printer)));
        ArrayNode refusals = json.putArray("refusals");
        plan.refusals().forEach(failure -> refusals.add(printer.error(failure)));
        json.put("undoable", plan.undoable());
        plan.typed().ifPresent(text -> json.put("must_confirm", text));
        return json;
    }

    static ObjectNode bound(ExposureBound bound, Printer printer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("issuance_stops", bound(bound.issuanceStops(), printer));
        json.set("nodes_know", bound(bound.nodesKnow(), printer));
        json.set("x509_dead", bound(bound.x509Dead(), printer));
        json.set("jwt_dead", bound(bound.jwtDead(), printer));
        ArrayNode notCovered = json.putArray("not_covered");
        bound.notCovered()
                .forEach(key ->
                        notCovered
                                .addObject()
                                .put("key", key)
                                .put("text", printer.serviceText("notCovered." + key)));
        return json;
    }

    private static ObjectNode bound(Bound bound, Printer printer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        bound.at()
                .ifPresentOrElse(
                        at -> json.put("at_latest", Moments.utc(at)),
                        () -> json.putNull("at_latest"));
        ArrayNode terms = json.putArray("terms");
        bound.terms()
                .forEach(term -> {
                    ObjectNode one = terms.addObject().put("key", term.key());
                    term.amount().ifPresent(amount -> one.put("adds_seconds", amount.toSeconds()));
                    term.cap().ifPresent(cap -> one.put("not_after", Moments.utc(cap)));
                    one.put("source", term.source().name().toLowerCase(Locale.ROOT));
                    one.put("text", BoundText.term(term, printer));
                });
        return json;
    }
}

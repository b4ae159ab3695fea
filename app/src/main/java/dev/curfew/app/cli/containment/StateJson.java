package dev.curfew.app.cli.containment;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.containment.plan.PlanJson;
import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.residual.Residuals;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.Proof;
import dev.curfew.containment.run.StepJson;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.sighting.SightingJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A containment as JSON. */
final class StateJson {
    private StateJson() {}

    static ObjectNode write(ContainmentState state, Instant now, Printer printer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", state.id());
        json.put("phase", state.phase().name().toLowerCase(Locale.ROOT));
        json.put("succeeded", state.succeeded());
        json.put("started_at", state.startedAt().toString());
        state.endedAt().ifPresent(at -> json.put("ended_at", at.toString()));
        ArrayNode steps = json.putArray("steps");
        for (StepReport step : state.steps()) {
            ObjectNode one = StepJson.write(step);
            step.failure().ifPresent(why -> one.set("error", printer.error(why)));
            ArrayNode proofs = one.putArray("proofs");
            for (Proof proof : step.proofs()) {
                proofs.add(StepJson.write(step.number(), proof));
            }
            steps.add(one);
        }
        ArrayNode sightings = json.putArray("sightings");
        state.sightings().forEach(one -> sightings.add(SightingJson.write(one)));
        json.set("residuals", residuals(Residuals.of(state, now)));
        json.set("plan", PlanJson.write(state.plan()));
        return json;
    }

    static ArrayNode residuals(List<Residual> residuals) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Residual residual : residuals) {
            ObjectNode one = array.addObject();
            one.put("containment", residual.containmentId());
            one.put("title", residual.title());
            one.put("connection", residual.connection());
            one.put("kind", residual.kind().name().toLowerCase(Locale.ROOT));
            one.put("state", residual.state().name().toLowerCase(Locale.ROOT));
            residual.by()
                    .ifPresentOrElse(at -> one.put("by", at.toString()), () -> one.putNull("by"));
        }
        return array;
    }
}

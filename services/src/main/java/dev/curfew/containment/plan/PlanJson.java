package dev.curfew.containment.plan;

import dev.curfew.containment.ChangePlan;
import dev.curfew.containment.ChangePlan.FieldChange;
import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.containment.ChangePlan.Warning;
import dev.curfew.containment.blast.BlastRadius;
import dev.curfew.containment.blast.BlastRadius.Hit;
import dev.curfew.containment.plan.PlannedStep.Work;
import dev.curfew.containment.scope.Scope;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.exception.InvalidSpiffeIdException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Containment plans as JSON and back: for the journal, for review, and as files. What comes back
 * has its steps and what was said of them; its scope is empty, because what was seen stands in the
 * steps. Pure.
 */
public final class PlanJson {
    /** Written into each plan; a file of another version is refused. */
    public static final int VERSION = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlanJson() {}

    public static ObjectNode write(ContainmentPlan plan) {
        ObjectNode json = NODES.objectNode();
        json.put("curfew_plan", VERSION);
        json.put("id", plan.id());
        json.put("planned_at", plan.plannedAt().toString());
        plan.restores().ifPresent(id -> json.put("restores", id));
        json.set("request", TargetJson.write(plan.request()));
        ArrayNode steps = json.putArray("steps");
        plan.steps().forEach(step -> steps.add(step(step, plan.plannedAt())));
        json.set("bound", BoundJson.write(plan.bound()));
        json.set("blast", blast(plan.blast()));
        ArrayNode warnings = json.putArray("warnings");
        plan.warnings()
                .forEach(w -> texts(warnings.addObject().put("key", w.key()), w.arguments()));
        TargetJson.texts(json.putArray("unread"), plan.scope().unread());
        json.putObject("approval")
                .put("kind", plan.approval().kind().name())
                .put("text", plan.approval().text());
        return json;
    }

    private static ObjectNode step(PlannedStep step, Instant at) {
        ObjectNode json = NODES.objectNode();
        json.put("number", step.number());
        json.put("lane", step.lane());
        json.put("lever", step.lever().name());
        TargetJson.texts(json.putArray("connections"), step.connections());
        switch (step.work()) {
            case Work.Apply(var change) -> json.set("work", ChangeJson.write(change, at));
            case Work.Rotate(var kind, var leavesNone) ->
                    json.putObject("work")
                            .put("rotate", kind.name())
                            .put("leaves_none", leavesNone);
            case Work.Retire(var kind, var authorities) ->
                    TargetJson.texts(
                            json.putObject("work")
                                    .put("retire", kind.name())
                                    .putArray("authorities"),
                            authorities);
        }
        ArrayNode items = json.putArray("items");
        for (Item item : step.items()) {
            ObjectNode one = items.addObject().put("key", item.key()).put("title", item.title());
            ArrayNode changes = one.putArray("changes");
            for (FieldChange change : item.changes()) {
                changes.addObject()
                        .put("field", change.field())
                        .put("before", change.before())
                        .put("after", change.after());
            }
        }
        TargetJson.texts(json.putArray("spared"), step.spared());
        json.set("bound", BoundJson.write(step.bound()));
        return json;
    }

    private static ObjectNode blast(BlastRadius blast) {
        ObjectNode json = NODES.objectNode();
        hits(json.putArray("stops_now"), blast.stopsNow());
        hits(json.putArray("stops_later"), blast.stopsLater());
        hits(json.putArray("not_reached"), blast.notReached());
        hits(json.putArray("also_hit"), blast.alsoHit());
        return json;
    }

    private static void hits(ArrayNode array, List<Hit> hits) {
        for (Hit hit : hits) {
            ObjectNode one = array.addObject().put("key", hit.key());
            texts(one, hit.arguments());
            hit.by().ifPresentOrElse(at -> one.put("by", at.toString()), () -> one.putNull("by"));
        }
    }

    private static void texts(ObjectNode json, List<String> arguments) {
        TargetJson.texts(json.putArray("arguments"), arguments);
    }

    /** INVALID_INPUT for anything that is no plan of this version; {@code named} names it then. */
    public static Outcome<ContainmentPlan> read(String text, String named) {
        try {
            JsonNode json = MAPPER.readTree(text);
            int version = json.path("curfew_plan").asInt(0);
            return version == VERSION
                    ? Outcome.ok(plan(json))
                    : Outcome.failed(
                            Reason.INVALID_INPUT,
                            named,
                            version == 0
                                    ? "it is no containment plan"
                                    : "it is a plan of version " + version + ", not " + VERSION);
        } catch (JacksonException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | ArithmeticException
                | InvalidSpiffeIdException
                | DateTimeException e) {
            return Outcome.failed(
                    Reason.INVALID_INPUT, named, "it is no containment plan: " + e.getMessage());
        }
    }

    private static ContainmentPlan plan(JsonNode json) {
        List<PlannedStep> steps = new ArrayList<>();
        json.path("steps").forEach(step -> steps.add(readStep(step)));
        ContainmentRequest request = TargetJson.read(json.path("request"));
        List<Warning> warnings = new ArrayList<>();
        json.path("warnings")
                .forEach(w ->
                        warnings.add(
                                new Warning(
                                        w.path("key").asString(),
                                        TargetJson.texts(w.path("arguments")))));
        JsonNode approval = json.path("approval");
        return new ContainmentPlan(
                json.path("id").asString(),
                Instant.parse(json.path("planned_at").asString()),
                request,
                new Scope(request.target(), List.of(), TargetJson.texts(json.path("unread"))),
                steps,
                new BlastRadius(
                        hits(json.at("/blast/stops_now")),
                        hits(json.at("/blast/stops_later")),
                        hits(json.at("/blast/not_reached")),
                        hits(json.at("/blast/also_hit"))),
                BoundJson.read(json.path("bound")),
                warnings,
                List.of(),
                new Approval(
                        Approval.Kind.valueOf(approval.path("kind").asString()),
                        approval.path("text").asString()),
                json.has("restores")
                        ? Optional.of(json.path("restores").asString())
                        : Optional.empty());
    }

    private static PlannedStep readStep(JsonNode json) {
        JsonNode work = json.path("work");
        List<Item> items = new ArrayList<>();
        for (JsonNode item : json.path("items")) {
            List<FieldChange> changes = new ArrayList<>();
            for (JsonNode change : item.path("changes")) {
                changes.add(
                        new ChangePlan.FieldChange(
                                change.path("field").asString(),
                                change.path("before").asString(),
                                change.path("after").asString()));
            }
            items.add(
                    new Item(item.path("key").asString(), item.path("title").asString(), changes));
        }
        return new PlannedStep(
                json.path("number").asInt(),
                json.path("lane").asInt(),
                Lever.valueOf(json.path("lever").asString()),
                TargetJson.texts(json.path("connections")),
                work(work),
                items,
                TargetJson.texts(json.path("spared")),
                BoundJson.read(json.path("bound")));
    }

    private static Work work(JsonNode json) {
        if (json.has("rotate")) {
            return new Work.Rotate(
                    AuthoritySlots.Kind.valueOf(json.path("rotate").asString()),
                    json.path("leaves_none").asBoolean());
        }
        return json.has("retire")
                ? new Work.Retire(
                        AuthoritySlots.Kind.valueOf(json.path("retire").asString()),
                        TargetJson.texts(json.path("authorities")))
                : new Work.Apply(ChangeJson.read(json));
    }

    private static List<Hit> hits(JsonNode array) {
        List<Hit> hits = new ArrayList<>();
        for (JsonNode hit : array) {
            hits.add(
                    new Hit(
                            hit.path("key").asString(),
                            TargetJson.texts(hit.path("arguments")),
                            hit.hasNonNull("by")
                                    ? Optional.of(Instant.parse(hit.path("by").asString()))
                                    : Optional.empty()));
        }
        return hits;
    }
}

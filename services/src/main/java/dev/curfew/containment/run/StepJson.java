package dev.curfew.containment.run;

import dev.curfew.containment.ItemReport;
import dev.curfew.containment.plan.BoundJson;
import dev.curfew.containment.sever.RotationPhase;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reports of steps and proofs as the journal keeps them, and back. Pure. */
public final class StepJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StepJson() {}

    public static ObjectNode write(StepReport step) {
        ObjectNode json = NODES.objectNode();
        json.put("type", "step");
        json.put("number", step.number());
        json.put("state", step.state().name());
        step.through().ifPresent(name -> json.put("through", name));
        json.put("attempts", step.attempts());
        step.sentAt().ifPresent(at -> json.put("sent_at", at.toString()));
        step.acceptedAt().ifPresent(at -> json.put("accepted_at", at.toString()));
        step.phase().ifPresent(phase -> json.put("phase", phase.word()));
        step.failure().ifPresent(why -> json.set("failure", failure(why)));
        ArrayNode items = json.putArray("items");
        for (ItemReport item : step.items()) {
            ObjectNode one = items.addObject();
            one.put("key", item.key()).put("title", item.title());
            one.put("state", item.state().name());
            item.failure().ifPresent(why -> one.set("failure", failure(why)));
        }
        step.bound().ifPresent(bound -> json.set("bound", BoundJson.write(bound)));
        return json;
    }

    public static ObjectNode write(int number, Proof proof) {
        ObjectNode json = NODES.objectNode();
        json.put("type", "proof");
        json.put("number", number);
        json.put("at", proof.at().toString());
        json.put("connection", proof.connection());
        json.put("verdict", proof.verdict().name());
        json.put("held", proof.held()).put("looked", proof.looked());
        json.put("found", proof.found());
        proof.failure().ifPresent(why -> json.set("failure", failure(why)));
        proof.deniedSince().ifPresent(at -> json.put("denied_since", at.toString()));
        return json;
    }

    static ObjectNode failure(Failure why) {
        return NODES.objectNode()
                .put("reason", why.reason().name())
                .put("subject", why.subject())
                .put("detail", why.detail());
    }

    /** The JSON of a record; empty for one that holds none. */
    static Optional<JsonNode> parse(String text) {
        return text.startsWith("{") ? Optional.of(MAPPER.readTree(text)) : Optional.empty();
    }

    static StepReport step(JsonNode json) {
        List<ItemReport> items = new ArrayList<>();
        for (JsonNode item : json.path("items")) {
            items.add(
                    new ItemReport(
                            item.path("key").asString(),
                            item.path("title").asString(),
                            ItemReport.State.valueOf(item.path("state").asString()),
                            failure(item)));
        }
        return new StepReport(
                json.path("number").asInt(),
                StepState.valueOf(json.path("state").asString()),
                text(json, "through"),
                json.path("attempts").asInt(),
                text(json, "sent_at").map(Instant::parse),
                text(json, "accepted_at").map(Instant::parse),
                items,
                json.has("bound")
                        ? Optional.of(BoundJson.read(json.path("bound")))
                        : Optional.empty(),
                failure(json),
                Optional.empty(),
                text(json, "phase").flatMap(RotationPhase::read),
                List.of());
    }

    static Proof proof(JsonNode json) {
        return new Proof(
                Instant.parse(json.path("at").asString()),
                json.path("connection").asString(),
                Proof.Verdict.valueOf(json.path("verdict").asString()),
                json.path("held").asInt(),
                json.path("looked").asInt(),
                json.path("found").asString(""),
                failure(json),
                text(json, "denied_since").map(Instant::parse));
    }

    private static Optional<Failure> failure(JsonNode json) {
        JsonNode why = json.path("failure");
        return why.isObject()
                ? Optional.of(
                        new Failure(
                                Reason.valueOf(why.path("reason").asString()),
                                why.path("subject").asString(),
                                why.path("detail").asString()))
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.hasNonNull(name) ? Optional.of(json.path(name).asString()) : Optional.empty();
    }
}

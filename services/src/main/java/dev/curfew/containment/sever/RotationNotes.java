package dev.curfew.containment.sever;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a rotation has to remember from call to call; kept in the journal, so that another process
 * can go on with it. Immutable.
 *
 * @param retiring the authority that is to go, by its id; for an upstream one the subject key id of
 *     the upstream root
 * @param upstream whether it is an upstream one
 * @param prepared the one that takes its place
 * @param beforeActivation serials of the nodes by their ids, before the new one signed
 * @param afterActivation the same right after it: a serial that changes from here on was signed by
 *     it
 * @param beforeTaint the same right before the taint
 */
public record RotationNotes(
        String retiring,
        boolean upstream,
        Optional<String> prepared,
        Optional<Instant> preparedAt,
        Map<String, String> beforeActivation,
        Map<String, String> afterActivation,
        Map<String, String> beforeTaint,
        Optional<Instant> taintedAt,
        Optional<Instant> overriddenAt) {
    public static final String TYPE = "rotation";

    public RotationNotes {
        beforeActivation = Map.copyOf(beforeActivation);
        afterActivation = Map.copyOf(afterActivation);
        beforeTaint = Map.copyOf(beforeTaint);
    }

    static RotationNotes begin(String retiring, boolean upstream) {
        return new RotationNotes(
                retiring,
                upstream,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    RotationNotes prepared(String id, Instant at) {
        return new RotationNotes(
                retiring,
                upstream,
                Optional.of(id),
                Optional.of(at),
                beforeActivation,
                afterActivation,
                beforeTaint,
                taintedAt,
                overriddenAt);
    }

    RotationNotes activating(Map<String, String> serials) {
        return new RotationNotes(
                retiring,
                upstream,
                prepared,
                preparedAt,
                serials,
                afterActivation,
                beforeTaint,
                taintedAt,
                overriddenAt);
    }

    RotationNotes activated(Map<String, String> serials) {
        return new RotationNotes(
                retiring,
                upstream,
                prepared,
                preparedAt,
                beforeActivation,
                serials,
                beforeTaint,
                taintedAt,
                overriddenAt);
    }

    RotationNotes tainting(Map<String, String> serials) {
        return new RotationNotes(
                retiring,
                upstream,
                prepared,
                preparedAt,
                beforeActivation,
                afterActivation,
                serials,
                taintedAt,
                overriddenAt);
    }

    RotationNotes tainted(Instant at) {
        return new RotationNotes(
                retiring,
                upstream,
                prepared,
                preparedAt,
                beforeActivation,
                afterActivation,
                beforeTaint,
                Optional.of(at),
                overriddenAt);
    }

    RotationNotes overridden(Instant at) {
        return new RotationNotes(
                retiring,
                upstream,
                prepared,
                preparedAt,
                beforeActivation,
                afterActivation,
                beforeTaint,
                taintedAt,
                Optional.of(at));
    }

    public ObjectNode json(String phase) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", TYPE);
        json.put("phase", phase);
        json.put("retiring", retiring);
        json.put("upstream", upstream);
        prepared.ifPresent(id -> json.put("prepared", id));
        preparedAt.ifPresent(at -> json.put("prepared_at", at.toString()));
        serials(json.putObject("before_activation"), beforeActivation);
        serials(json.putObject("after_activation"), afterActivation);
        serials(json.putObject("before_taint"), beforeTaint);
        taintedAt.ifPresent(at -> json.put("tainted_at", at.toString()));
        overriddenAt.ifPresent(at -> json.put("overridden_at", at.toString()));
        return json;
    }

    public static RotationNotes read(JsonNode json) {
        return new RotationNotes(
                json.path("retiring").asString(),
                json.path("upstream").asBoolean(),
                text(json, "prepared"),
                text(json, "prepared_at").map(Instant::parse),
                serials(json.path("before_activation")),
                serials(json.path("after_activation")),
                serials(json.path("before_taint")),
                text(json, "tainted_at").map(Instant::parse),
                text(json, "overridden_at").map(Instant::parse));
    }

    private static void serials(ObjectNode json, Map<String, String> serials) {
        serials.forEach(json::put);
    }

    private static Map<String, String> serials(JsonNode json) {
        Map<String, String> serials = new LinkedHashMap<>();
        json.properties().forEach(one -> serials.put(one.getKey(), one.getValue().asString()));
        return serials;
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.hasNonNull(name) ? Optional.of(json.path(name).asString()) : Optional.empty();
    }
}

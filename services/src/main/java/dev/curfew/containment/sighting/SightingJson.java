package dev.curfew.containment.sighting;

import dev.curfew.containment.sighting.Sighting.Verdict;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.probe.DeclaredEndpoint;
import dev.curfew.probe.Endpoint;
import dev.curfew.probe.Presented;
import dev.curfew.probe.Presented.Acceptance;
import dev.curfew.probe.Presented.Standing;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Looks at endpoints as JSON and back: names, serials and times alone. Pure. */
public final class SightingJson {
    public static final String TYPE = "sighting";

    private SightingJson() {}

    public static ObjectNode write(Sighting sighting) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", TYPE);
        json.put("at", sighting.at().toString());
        json.put("endpoint", sighting.declared().endpoint().toString());
        json.put("declared", sighting.declared().id().toString());
        json.put("verdict", sighting.verdict().name());
        sighting.bound().ifPresent(at -> json.put("bound_at", at.toString()));
        sighting.seen().ifPresent(seen -> json.set("presented", write(seen)));
        sighting.failure()
                .ifPresent(why ->
                        json.putObject("failure")
                                .put("reason", why.reason().name())
                                .put("subject", why.subject())
                                .put("detail", why.detail()));
        return json;
    }

    /** What was presented, and how it was checked. */
    public static ObjectNode write(Presented seen) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("at", seen.at().toString());
        json.put("spiffe_id", seen.id().toString());
        json.put("serial", seen.serial());
        json.put("not_before", seen.notBefore().toString());
        json.put("not_after", seen.notAfter().toString());
        seen.authorityId().ifPresent(id -> json.put("authority", id));
        json.put("authority_state", word(seen.standing()));
        json.put("tainted", seen.tainted());
        json.put("peer", word(seen.acceptance()));
        seen.bundleReadAt().ifPresent(at -> json.put("bundle_read_at", at.toString()));
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException if it is none
     */
    public static Sighting read(JsonNode json) {
        Endpoint endpoint = endpoint(json.path("endpoint").asString());
        return new Sighting(
                Instant.parse(json.path("at").asString()),
                new DeclaredEndpoint(SpiffeId.parse(json.path("declared").asString()), endpoint),
                Verdict.valueOf(json.path("verdict").asString()),
                json.path("presented").isObject()
                        ? Optional.of(presented(endpoint, json.path("presented")))
                        : Optional.empty(),
                text(json, "bound_at").map(Instant::parse),
                failure(json.path("failure")));
    }

    private static Presented presented(Endpoint endpoint, JsonNode json) {
        return new Presented(
                endpoint,
                Instant.parse(json.path("at").asString()),
                SpiffeId.parse(json.path("spiffe_id").asString()),
                json.path("serial").asString(),
                Instant.parse(json.path("not_before").asString()),
                Instant.parse(json.path("not_after").asString()),
                text(json, "authority"),
                Standing.valueOf(name(json, "authority_state")),
                json.path("tainted").asBoolean(),
                Acceptance.valueOf(name(json, "peer")),
                text(json, "bundle_read_at").map(Instant::parse));
    }

    private static String name(JsonNode json, String field) {
        return json.path(field).asString().toUpperCase(Locale.ROOT);
    }

    private static Endpoint endpoint(String text) {
        return switch (Endpoint.parse(text)) {
            case Ok<Endpoint>(var endpoint) -> endpoint;
            case Outcome.Failed<Endpoint>(var why) ->
                    throw new IllegalArgumentException(why.detail());
        };
    }

    private static Optional<Failure> failure(JsonNode json) {
        return json.isObject()
                ? Optional.of(
                        new Failure(
                                Reason.valueOf(json.path("reason").asString()),
                                json.path("subject").asString(),
                                json.path("detail").asString()))
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.hasNonNull(name) ? Optional.of(json.path(name).asString()) : Optional.empty();
    }
}

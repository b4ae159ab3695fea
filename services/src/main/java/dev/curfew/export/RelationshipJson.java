package dev.curfew.export;

import dev.curfew.policy.PolicyCondition;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.Relationship;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A backend's relationships as JSON and back. Pure. */
public final class RelationshipJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RelationshipJson() {}

    public static ObjectNode node(Relationship relationship) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("resource", entity(relationship.resource()));
        json.put("relation", relationship.relation());
        ObjectNode subject = entity(relationship.subject().entity());
        relationship.subject().relation().ifPresent(name -> subject.put("relation", name));
        json.set("subject", subject);
        relationship
                .condition()
                .ifPresent(condition -> {
                    ObjectNode values =
                            json.putObject("condition")
                                    .put("name", condition.name())
                                    .putObject("values");
                    condition.values().forEach(values::put);
                });
        // In full: an end that is cut to the second would be another one.
        relationship.notAfter().ifPresent(end -> json.put("not_after", end.toString()));
        return json;
    }

    public static String write(Collection<Relationship> relationships) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        relationships.forEach(relationship -> all.add(node(relationship)));
        return all.toString();
    }

    /** Throws {@link IllegalArgumentException} for anything that {@link #node} did not write. */
    public static Relationship read(JsonNode json) {
        JsonNode subject = json.path("subject");
        return new Relationship(
                entity(json.path("resource")),
                text(json, "relation"),
                new PolicySubject(entity(subject), optional(subject, "relation")),
                condition(json.path("condition")),
                optional(json, "not_after").map(Instant::parse));
    }

    public static List<Relationship> read(String text) {
        return readAll(MAPPER.readTree(text));
    }

    public static List<Relationship> readAll(JsonNode array) {
        List<Relationship> relationships = new ArrayList<>();
        array.forEach(json -> relationships.add(read(json)));
        return List.copyOf(relationships);
    }

    private static Optional<PolicyCondition> condition(JsonNode json) {
        if (!json.isObject()) {
            return Optional.empty();
        }
        Map<String, String> values = new TreeMap<>();
        json.path("values")
                .properties()
                .forEach(value -> values.put(value.getKey(), value.getValue().asString()));
        return Optional.of(new PolicyCondition(text(json, "name"), values));
    }

    private static ObjectNode entity(PolicyEntity entity) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", entity.type())
                .put("id", entity.id());
    }

    private static PolicyEntity entity(JsonNode json) {
        return new PolicyEntity(text(json, "type"), text(json, "id"));
    }

    private static String text(JsonNode json, String name) {
        return optional(json, name)
                .orElseThrow(() -> new IllegalArgumentException("a relationship without " + name));
    }

    private static Optional<String> optional(JsonNode json, String name) {
        return json.hasNonNull(name) ? Optional.of(json.path(name).asString()) : Optional.empty();
    }
}

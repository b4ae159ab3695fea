package dev.curfew.containment.plan;

import dev.curfew.containment.Strength;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.probe.DeclaredEndpoint;
import io.spiffe.spiffeid.SpiffeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was asked for, as JSON and back. Pure. */
final class TargetJson {
    private TargetJson() {}

    static ObjectNode write(ContainmentRequest request) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("target", write(request.target()));
        json.put("strength", request.strength().word());
        ObjectNode options = json.putObject("options");
        request.options().x509Seconds().ifPresent(ttl -> options.put("x509_svid_ttl", ttl));
        request.options().jwtSeconds().ifPresent(ttl -> options.put("jwt_svid_ttl", ttl));
        request.options().expiresAtSeconds().ifPresent(end -> options.put("expires_at", end));
        options.put("ban_nodes", request.options().banNodes());
        texts(json.putArray("connections"), request.connections());
        if (!request.endpoints().isEmpty()) {
            texts(
                    json.putArray("endpoints"),
                    request.endpoints().stream().map(DeclaredEndpoint::toString).toList());
        }
        return json;
    }

    static ObjectNode write(ContainmentTarget target) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (target) {
            case ContainmentTarget.Identities(var ids) ->
                    texts(
                            json.putArray("identities"),
                            ids.stream().map(SpiffeId::toString).toList());
            case ContainmentTarget.Entries(var entryIds, var named) -> {
                texts(json.putArray("entries"), entryIds);
                json.put("named", named);
            }
            case ContainmentTarget.NodeWithWorkloads(var node) -> json.put("node", node.toString());
            case ContainmentTarget.ChainRoot(var root) -> json.put("chain_root", root.toString());
            case ContainmentTarget.Matching(var query) -> json.put("query", query);
        }
        return json;
    }

    static ContainmentRequest read(JsonNode json) {
        JsonNode options = json.path("options");
        return new ContainmentRequest(
                target(json.path("target")),
                strength(json.path("strength").asString("")),
                new ContainmentRequest.Options(
                        number(options, "x509_svid_ttl").map(Math::toIntExact),
                        number(options, "jwt_svid_ttl").map(Math::toIntExact),
                        number(options, "expires_at"),
                        options.path("ban_nodes").asBoolean(false)),
                texts(json.path("connections")),
                texts(json.path("endpoints")).stream().map(TargetJson::endpoint).toList());
    }

    private static DeclaredEndpoint endpoint(String text) {
        return switch (DeclaredEndpoint.parse(text)) {
            case Ok<DeclaredEndpoint>(var endpoint) -> endpoint;
            case Failed<DeclaredEndpoint>(var why) ->
                    throw new IllegalArgumentException(why.subject() + ": " + why.detail());
        };
    }

    static ContainmentTarget target(JsonNode json) {
        if (json.has("identities")) {
            return new ContainmentTarget.Identities(
                    texts(json.path("identities")).stream().map(SpiffeId::parse).toList());
        }
        if (json.has("entries")) {
            return new ContainmentTarget.Entries(
                    texts(json.path("entries")), json.path("named").asString());
        }
        if (json.has("node")) {
            return new ContainmentTarget.NodeWithWorkloads(
                    SpiffeId.parse(json.path("node").asString()));
        }
        if (json.has("chain_root")) {
            return new ContainmentTarget.ChainRoot(
                    SpiffeId.parse(json.path("chain_root").asString()));
        }
        if (json.has("query")) {
            return new ContainmentTarget.Matching(json.path("query").asString());
        }
        throw new IllegalArgumentException("it names no target");
    }

    private static Strength strength(String word) {
        for (Strength strength : Strength.values()) {
            if (strength.word().equals(word)) {
                return strength;
            }
        }
        throw new IllegalArgumentException("unknown strength: " + word);
    }

    private static Optional<Long> number(JsonNode json, String name) {
        return json.has(name) ? Optional.of(json.path(name).asLong()) : Optional.empty();
    }

    static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}

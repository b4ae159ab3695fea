package dev.curfew.export;

import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.FederationRelationship.Profile;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Federation relationships as JSON, without the bundle, which the server fetches again. Pure. */
public final class FederationJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private FederationJson() {}

    public static String write(FederationRelationship relationship) {
        return node(relationship).toString();
    }

    public static ObjectNode node(FederationRelationship relationship) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("trust_domain", relationship.trustDomain().getName());
        json.put("bundle_endpoint_url", relationship.endpointUrl());
        switch (relationship.profile()) {
            case Profile.HttpsWeb _ -> json.put("bundle_endpoint_profile", "https_web");
            case Profile.HttpsSpiffe(var id) -> {
                json.put("bundle_endpoint_profile", "https_spiffe");
                json.put("endpoint_spiffe_id", id.toString());
            }
        }
        return json;
    }

    /** What {@link #write} wrote. */
    public static FederationRelationship read(String json) {
        JsonNode node = MAPPER.readTree(json);
        Profile profile =
                node.path("bundle_endpoint_profile").asString().equals("https_spiffe")
                        ? new Profile.HttpsSpiffe(
                                SpiffeId.parse(node.path("endpoint_spiffe_id").asString()))
                        : new Profile.HttpsWeb();
        return new FederationRelationship(
                TrustDomain.parse(node.path("trust_domain").asString()),
                node.path("bundle_endpoint_url").asString(),
                profile,
                Optional.empty());
    }
}

package dev.curfew.export;

import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.FederationRelationship.Profile;
import dev.curfew.identity.TrustBundle;
import dev.curfew.text.Moments;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Federation relationships as JSON, without the bundle, which the server fetches again. Pure. */
public final class FederationJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private FederationJson() {}

    public static String write(FederationRelationship relationship) {
        return node(relationship).toString();
    }

    /** The same with what names each authority of its bundle, which is public. */
    public static String writeWithBundle(FederationRelationship relationship) {
        ObjectNode json = node(relationship);
        relationship.bundle().ifPresent(bundle -> json.set("trust_domain_bundle", named(bundle)));
        return json.toString();
    }

    private static ObjectNode named(TrustBundle bundle) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode x509 = json.putArray("x509_authorities");
        for (TrustBundle.X509Authority authority : bundle.x509Authorities()) {
            x509.addObject()
                    .put("subject_key_id", authority.subjectKeyId())
                    .put("serial", authority.serial())
                    .put("not_after", Moments.utc(authority.notAfter()));
        }
        ArrayNode jwt = json.putArray("jwt_authorities");
        bundle.jwtAuthorities().forEach(key -> jwt.add(key.keyId()));
        return json;
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

package dev.curfew.export;

import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.Selector;
import dev.curfew.spire.EntryUpdate;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries as JSON, with the names of SPIRE's API: for copying, export, {@code --json} and the
 * snapshots of undo, which are read again. Pure.
 */
public final class EntryJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EntryJson() {}

    public static ObjectNode write(RegistrationEntry entry) {
        ObjectNode json = NODES.objectNode();
        json.put("id", entry.id());
        put(json, entry.toDraft());
        json.put("revision_number", entry.revision());
        json.put("created_at", entry.createdAtSeconds());
        return json;
    }

    private static void put(ObjectNode json, EntryDraft entry) {
        json.put("spiffe_id", entry.spiffeId().toString());
        json.put("parent_id", entry.parentId().toString());
        ArrayNode selectors = json.putArray("selectors");
        entry.selectors().forEach(s -> selectors.add(s.toString()));
        json.put("x509_svid_ttl", entry.x509TtlSeconds());
        json.put("jwt_svid_ttl", entry.jwtTtlSeconds());
        ArrayNode federates = json.putArray("federates_with");
        entry.federatesWith().forEach(t -> federates.add(t.getName()));
        ArrayNode names = json.putArray("dns_names");
        entry.dnsNames().forEach(names::add);
        json.put("hint", entry.hint());
        json.put("admin", entry.admin());
        json.put("downstream", entry.downstream());
        json.put("store_svid", entry.storeSvid());
        json.put("disable_x509_svid_prefetch", entry.prefetchDisabled());
        json.put("expires_at", entry.expiresAtSeconds());
    }

    public static String write(List<RegistrationEntry> entries) {
        ArrayNode array = NODES.arrayNode();
        entries.forEach(entry -> array.add(write(entry)));
        return array.toString();
    }

    /** What existing entries should become. */
    public static String writeWanted(List<EntryUpdate> updates) {
        ArrayNode array = NODES.arrayNode();
        for (EntryUpdate update : updates) {
            put(array.addObject().put("id", update.id()), update.wanted());
        }
        return array.toString();
    }

    public static String writeDrafts(List<EntryDraft> drafts) {
        ArrayNode array = NODES.arrayNode();
        drafts.forEach(draft -> put(array.addObject(), draft));
        return array.toString();
    }

    /** A list of names, such as entry ids. */
    public static String writeIds(List<String> ids) {
        ArrayNode array = NODES.arrayNode();
        ids.forEach(array::add);
        return array.toString();
    }

    /** Several lists of ids or of entries as one; of what stands in several, the last. */
    public static String joined(List<String> lists) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        for (String list : lists) {
            for (JsonNode one : MAPPER.readTree(list)) {
                // What has no ID, as a relationship, is known by all that it says.
                byId.put(
                        one.isObject() ? one.path("id").asString(one.toString()) : one.asString(),
                        one);
            }
        }
        return NODES.arrayNode().addAll(byId.values()).toString();
    }

    public static List<String> readIds(String json) {
        return texts(MAPPER.readTree(json));
    }

    /**
     * What {@link #write(List)} wrote; throws where it is anything else, because only we write it.
     */
    public static List<RegistrationEntry> read(String json) {
        List<RegistrationEntry> entries = new ArrayList<>();
        for (JsonNode node : MAPPER.readTree(json)) {
            entries.add(read(node));
        }
        return entries;
    }

    /** One entry that {@link #write(RegistrationEntry)} wrote. */
    public static RegistrationEntry read(JsonNode json) {
        return new RegistrationEntry(
                json.path("id").asString(),
                SpiffeId.parse(json.path("spiffe_id").asString()),
                SpiffeId.parse(json.path("parent_id").asString()),
                texts(json.path("selectors")).stream().map(EntryJson::selector).toList(),
                json.path("x509_svid_ttl").asInt(),
                json.path("jwt_svid_ttl").asInt(),
                texts(json.path("federates_with")).stream().map(TrustDomain::parse).toList(),
                texts(json.path("dns_names")),
                json.path("hint").asString(),
                json.path("admin").asBoolean(),
                json.path("downstream").asBoolean(),
                json.path("store_svid").asBoolean(),
                json.path("disable_x509_svid_prefetch").asBoolean(),
                json.path("expires_at").asLong(),
                json.path("revision_number").asLong(),
                json.path("created_at").asLong());
    }

    static Selector selector(String text) {
        int colon = text.indexOf(':');
        return new Selector(text.substring(0, colon), text.substring(colon + 1));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asString()));
        return texts;
    }
}

package dev.curfew.evidence.pack;

import dev.curfew.outcome.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a pack is and holds; its bytes are what is signed.
 *
 * @param pack the pack's own name, made from all its files but the report, which shows it
 * @param operation what it is about
 * @param curfew the version that made it
 * @param operator who exported it
 * @param createdAt by the clock of the machine that made it
 * @param key thumbprint of the key that signed
 */
record Manifest(
        String pack,
        String operation,
        String curfew,
        String operator,
        Instant createdAt,
        String key,
        List<Item> files) {
    private static final String FORMAT = "curfew evidence pack";
    private static final int VERSION = 1;

    Manifest {
        files = List.copyOf(files);
    }

    /**
     * @param operation and {@code subject} of a state; empty for all other files
     */
    record Item(String name, long bytes, String sha256, String operation, String subject) {
        static Item of(PackFile file) {
            return new Item(
                    file.name(),
                    file.content().length,
                    Sha256.of(file.content()),
                    file.operation(),
                    file.subject());
        }

        boolean isState() {
            return !subject.isEmpty();
        }
    }

    Optional<Item> find(String name) {
        return files.stream().filter(item -> item.name().equals(name)).findFirst();
    }

    /** As a tool for checksums would print them, hashed once more. */
    static String packId(List<Item> files) {
        StringBuilder lines = new StringBuilder();
        files.stream()
                .filter(item -> !item.name().equals(PackFile.REPORT))
                .forEach(item ->
                        lines.append(item.sha256()).append("  ").append(item.name()).append('\n'));
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        return "p-" + Sha256.of(bytes).substring(0, 32);
    }

    byte[] write() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT);
        json.put("version", VERSION);
        json.put("pack", pack);
        json.put("operation", operation);
        json.put("curfew", curfew);
        json.put("operator", operator);
        json.put("created_at", createdAt.toString());
        json.put("key", key);
        ArrayNode array = json.putArray("files");
        for (Item item : files) {
            ObjectNode one = array.addObject();
            one.put("name", item.name()).put("bytes", item.bytes()).put("sha256", item.sha256());
            if (item.isState()) {
                one.put("operation", item.operation()).put("subject", item.subject());
            }
        }
        return PackJson.pretty(json);
    }

    /** Reads the bytes that {@link #write} gives, and no others. */
    static Outcome<Manifest> read(byte[] bytes) {
        Optional<JsonNode> node = PackJson.read(bytes);
        if (node.isEmpty() || !node.get().path("format").asString("").equals(FORMAT)) {
            return Broken.at(PackFile.MANIFEST, "it is not the manifest of an evidence pack");
        }
        JsonNode json = node.get();
        if (json.path("version").asInt(0) != VERSION) {
            return Broken.at(
                    PackFile.MANIFEST,
                    "its version is "
                            + json.path("version").asString("")
                            + ", this Curfew knows version "
                            + VERSION);
        }
        try {
            Manifest manifest = of(json);
            return Arrays.equals(manifest.write(), bytes)
                    ? Outcome.ok(manifest)
                    : Broken.at(PackFile.MANIFEST, "it is not in the form that Curfew writes");
        } catch (DateTimeException e) {
            return Broken.at(PackFile.MANIFEST, "its time can not be read");
        }
    }

    private static Manifest of(JsonNode json) {
        List<Item> items = new ArrayList<>();
        json.path("files")
                .values()
                .forEach(item ->
                        items.add(
                                new Item(
                                        text(item, "name"),
                                        item.path("bytes").asLong(0),
                                        text(item, "sha256"),
                                        text(item, "operation"),
                                        text(item, "subject"))));
        return new Manifest(
                text(json, "pack"),
                text(json, "operation"),
                text(json, "curfew"),
                text(json, "operator"),
                Instant.parse(text(json, "created_at")),
                text(json, "key"),
                items);
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString("");
    }
}

package dev.curfew.evidence.pack;

import dev.curfew.outcome.Outcome;
import dev.curfew.store.Checkpoint;
import dev.curfew.store.SealKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checkpoints as JSON, with all that is needed to check their signatures. Pure. */
public final class CheckpointJson {
    private CheckpointJson() {}

    public static ObjectNode node(Checkpoint checkpoint) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("record", checkpoint.number())
                .put("hash", checkpoint.hash())
                .put("at", checkpoint.at().toString())
                .put("key", checkpoint.key().thumbprint())
                .put("public_key", HexFormat.of().formatHex(checkpoint.key().der()))
                .put("signature", checkpoint.signature());
    }

    static byte[] write(List<Checkpoint> checkpoints) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        checkpoints.forEach(checkpoint -> array.add(node(checkpoint)));
        return PackJson.pretty(array);
    }

    /** Reads the bytes that {@link #write} gives, and no others. */
    static Outcome<List<Checkpoint>> read(byte[] bytes) {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (JsonNode one : PackJson.read(bytes).map(JsonNode::values).orElse(List.of())) {
            Optional<Checkpoint> read = read(one);
            if (read.isEmpty()) {
                return unreadable();
            }
            checkpoints.add(read.get());
        }
        return Arrays.equals(write(checkpoints), bytes) ? Outcome.ok(checkpoints) : unreadable();
    }

    private static Optional<Checkpoint> read(JsonNode json) {
        try {
            byte[] key = HexFormat.of().parseHex(json.path("public_key").asString(""));
            String signature = json.path("signature").asString("");
            HexFormat.of().parseHex(signature);
            Instant at = Instant.parse(json.path("at").asString(""));
            return SealKey.ofDer(key)
                    .map(sealKey ->
                            new Checkpoint(
                                    json.path("record").asLong(0),
                                    json.path("hash").asString(""),
                                    at,
                                    sealKey,
                                    signature));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Outcome<List<Checkpoint>> unreadable() {
        return Broken.at(PackFile.CHECKPOINTS, "it is not in the form that Curfew writes");
    }
}

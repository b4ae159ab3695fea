package dev.curfew.evidence.pack;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it stands in a pack: the same bytes on every platform. Pure. */
final class PackJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private PackJson() {}

    /** Indented, with a line end at the end. */
    static byte[] pretty(JsonNode node) {
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);
        return (MAPPER.writer().with(printer).writeValueAsString(node) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** On one line, without its end. */
    static String line(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** Empty unless the text is one JSON value and nothing else. */
    static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static Optional<JsonNode> read(byte[] bytes) {
        return text(bytes).flatMap(PackJson::read);
    }

    /** Empty unless it is UTF-8. */
    static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}

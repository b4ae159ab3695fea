package dev.curfew.views.journal;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was sent and received, with line breaks; capped, because a batch of 200 entries is long. */
final class PrettyJson {
    private static final int LONGEST = 20_000;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private PrettyJson() {}

    /** As it is where it is no JSON, such as a failure's sentence. */
    static String of(String text) {
        String pretty = text;
        try {
            pretty = MAPPER.writeValueAsString(MAPPER.readTree(text));
        } catch (JacksonException e) {
            // A sentence.
        }
        return pretty.length() <= LONGEST ? pretty : pretty.substring(0, LONGEST) + "\n…";
    }
}

package dev.curfew.export;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as people read it. What is kept may come from a server, so it is cut at a size and hidden
 * characters are shown as what they are. Pure.
 */
public final class PrettyJson {
    /** Characters; more than anyone reads on a screen. */
    public static final int LONGEST = 100_000;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private PrettyJson() {}

    /** Indented, or as it is where it is no JSON. */
    public static String of(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        String indented = cut.length() < text.length() ? cut : indent(cut);
        String shown = shown(indented);
        return cut.length() < text.length() ? shown + "…" : shown;
    }

    private static String indent(String text) {
        if (text.isBlank()) {
            return "";
        }
        try {
            return MAPPER.writeValueAsString(MAPPER.readTree(text)).replace("\r\n", "\n");
        } catch (JacksonException e) {
            return text;
        }
    }

    private static String shown(String text) {
        if (text.chars().noneMatch(PrettyJson::isHidden)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.chars()
                .forEach(c -> {
                    if (isHidden(c)) {
                        out.append(String.format("\\u%04x", c));
                    } else {
                        out.append((char) c);
                    }
                });
        return out.toString();
    }

    private static boolean isHidden(int c) {
        return c != '\n' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }
}

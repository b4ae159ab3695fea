package dev.curfew.delegation.check;

import dev.curfew.text.Texts;
import java.util.List;
import java.util.stream.Stream;

/**
 * One line of what was seen.
 *
 * @param key of its sentence, {@code delegation.evidence.KEY}
 * @param values what fills the sentence's gaps
 */
public record Evidence(String key, List<String> values) {
    public Evidence {
        values = List.copyOf(values);
    }

    static Evidence of(String key, Object... values) {
        return new Evidence(key, Stream.of(values).map(String::valueOf).toList());
    }

    public String sentence(Texts texts) {
        return texts.get("delegation.evidence." + key, values.toArray());
    }
}

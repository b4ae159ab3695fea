package dev.curfew.connect;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a server offers this connection: every {@link Feature}, probed, none assumed.
 *
 * @param identification who the server is
 */
public record Capabilities(
        Map<Feature, Availability> features, ServerIdentification identification) {
    public Capabilities {
        EnumMap<Feature, Availability> copy = new EnumMap<>(Feature.class);
        copy.putAll(features);
        if (copy.size() != Feature.values().length) {
            throw new IllegalArgumentException("only " + copy.keySet() + " were probed");
        }
        features = Collections.unmodifiableMap(copy);
    }

    public boolean has(Feature feature) {
        return features.get(feature) instanceof Availability.Available;
    }

    /** Why it is missing; empty if it is not. */
    public Optional<Failure> whyNot(Feature feature) {
        return features.get(feature) instanceof Availability.Absent(var why)
                ? Optional.of(why)
                : Optional.empty();
    }

    /** The value if the feature is there, else why it is not: to stand before a call. */
    public <T> Outcome<T> require(Feature feature, T value) {
        return whyNot(feature).<Outcome<T>>map(Outcome::failed).orElseGet(() -> Outcome.ok(value));
    }
}

package dev.curfew.views.connections;

import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
import dev.curfew.connect.TimingValue.Source;
import dev.curfew.text.Durations;
import dev.curfew.views.connections.ProfileDraft.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which timing stands in which field, and where it comes from once it was edited: what is typed is
 * declared by that, and what is left alone stays what it was, unless all is confirmed or no longer.
 * Pure.
 */
final class DraftTimings {
    private static final Map<Field, Timing> FIELDS = new EnumMap<>(Field.class);

    static {
        FIELDS.put(Field.X509_TTL, Timing.DEFAULT_X509_TTL);
        FIELDS.put(Field.JWT_TTL, Timing.DEFAULT_JWT_TTL);
        FIELDS.put(Field.CACHE_RELOAD, Timing.CACHE_RELOAD);
        FIELDS.put(Field.AGENT_SYNC, Timing.AGENT_SYNC);
        FIELDS.put(Field.NODE_STALENESS, Timing.NODE_STALENESS);
        FIELDS.put(Field.REFRESH_HINT, Timing.FEDERATION_HINT);
        FIELDS.put(Field.CA_TTL, Timing.CA_TTL);
    }

    private DraftTimings() {}

    /** In the order of the form. */
    static List<Field> fields() {
        return List.copyOf(FIELDS.keySet());
    }

    static Optional<Timing> timing(Field field) {
        return Optional.ofNullable(FIELDS.get(field));
    }

    static String written(Duration duration) {
        return Durations.display(duration);
    }

    /** True where nothing is left that nobody has confirmed. */
    static boolean confirmed(ServerTimings timings) {
        return !timings.anyAssumed(List.of(Timing.values()));
    }

    /**
     * @param typed what was read from its field
     */
    static TimingValue value(ProfileDraft draft, Field field, Duration typed, Instant now) {
        Timing timing = FIELDS.get(field);
        if (timing == null) {
            throw new IllegalArgumentException(field + " holds no timing");
        }
        TimingValue known = draft.known().of(timing);
        if (!draft.text(field).equals(written(known.value()))) {
            return TimingValue.declared(typed, now);
        }
        boolean before = confirmed(draft.known());
        if (draft.confirmed() && !before && known.isAssumed()) {
            return TimingValue.declared(known.value(), now);
        }
        return !draft.confirmed() && before && known.source() == Source.DECLARED
                ? new TimingValue(known.value(), Source.ASSUMED, Optional.empty())
                : known;
    }
}

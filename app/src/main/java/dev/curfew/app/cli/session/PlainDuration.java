package dev.curfew.app.cli.session;

import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.text.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Durations as everywhere in Curfew: 30s, 5m, 1h30m. */
public final class PlainDuration implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return switch (Durations.parse(text, Durations.Zero.REFUSED)) {
            case Ok<Duration>(var duration) -> duration;
            case Failed<Duration>(var failure) -> throw new BadOption(failure);
        };
    }
}

package dev.curfew.app.cli.session;

import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.text.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Durations where none at all has a meaning. */
public final class DurationOrZero implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return switch (Durations.parse(text, Durations.Zero.ALLOWED)) {
            case Ok<Duration>(var duration) -> duration;
            case Failed<Duration>(var failure) -> throw new BadOption(failure);
        };
    }
}

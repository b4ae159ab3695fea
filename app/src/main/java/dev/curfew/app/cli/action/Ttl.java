package dev.curfew.app.cli.action;

import dev.curfew.app.cli.session.BadOption;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.text.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** A TTL in seconds; the word default is SPIRE's 0. */
public final class Ttl implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        if (text.equals("default")) {
            return 0;
        }
        return switch (Durations.parse(text, Durations.Zero.REFUSED)) {
            case Ok<Duration>(var duration) -> Math.toIntExact(duration.toSeconds());
            case Failed<Duration>(var failure) -> throw new BadOption(failure);
        };
    }
}

package dev.curfew.app.cli.containment;

import dev.curfew.app.cli.session.BadOption;
import dev.curfew.containment.Strength;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;

/** {@code tighten}, {@code contain} or {@code sever}. */
final class StrengthWord implements ITypeConverter<Strength> {
    @Override
    public Strength convert(String text) {
        return Arrays.stream(Strength.values())
                .filter(strength -> strength.word().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new BadOption(
                                new Failure(
                                        Reason.INVALID_INPUT,
                                        "--strength " + text,
                                        "write tighten, contain or sever")));
    }
}

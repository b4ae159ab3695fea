package dev.curfew.app.cli.containment;

import dev.curfew.app.cli.session.BadOption;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.probe.DeclaredEndpoint;
import picocli.CommandLine.ITypeConverter;

/** Where an identity is called, as it is typed: {@code SPIFFE_ID=host:port}. */
final class EndpointOption implements ITypeConverter<DeclaredEndpoint> {
    @Override
    public DeclaredEndpoint convert(String text) {
        return switch (DeclaredEndpoint.parse(text)) {
            case Ok<DeclaredEndpoint>(var endpoint) -> endpoint;
            case Failed<DeclaredEndpoint>(var failure) -> throw new BadOption(failure);
        };
    }
}

package dev.curfew.app.cli.containment;

import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.target.Reader;
import dev.curfew.app.cli.target.TargetOptions;
import dev.curfew.estate.ServerEstate;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several servers at once: one that can not be reached keeps nobody from the others. */
final class Targets {
    private Targets() {}

    /**
     * Connects to all of them and reads them.
     *
     * @return names of those that answered; the first failure where none did
     */
    static Outcome<List<String>> read(
            List<String> targets, TargetOptions options, Session session) {
        List<String> names = new ArrayList<>();
        Optional<Failure> first = Optional.empty();
        for (String target : targets) {
            switch (Reader.read(target, options, session)) {
                case Ok<ServerEstate>(var server) -> names.add(server.name());
                case Failed<ServerEstate>(var failure) -> {
                    first = first.or(() -> Optional.of(failure));
                    if (targets.size() > 1) {
                        session.printer().warn(failure);
                    }
                }
            }
        }
        return names.isEmpty() && first.isPresent()
                ? Outcome.failed(first.get())
                : Outcome.ok(names);
    }
}

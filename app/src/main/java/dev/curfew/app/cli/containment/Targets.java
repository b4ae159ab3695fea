package dev.curfew.app.cli.containment;

import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.session.Stop;
import dev.curfew.app.cli.target.PolicyOptions;
import dev.curfew.app.cli.target.PolicyProfiles;
import dev.curfew.app.cli.target.Reader;
import dev.curfew.app.cli.target.TargetOptions;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.Link;
import dev.curfew.estate.ServerEstate;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several servers and policy backends at once: one that can not be reached keeps nobody from the
 * others.
 */
final class Targets {
    private Targets() {}

    /**
     * Connects to all of them and reads them.
     *
     * @return names of those that answered; the first failure where none did
     */
    static Outcome<List<String>> read(
            List<String> targets, TargetOptions options, PolicyOptions policy, Session session) {
        List<String> names = new ArrayList<>();
        Optional<Failure> first = Optional.empty();
        for (String target : targets) {
            switch (read(target, options, policy, session)) {
                case Ok<String>(var name) -> names.add(name);
                case Failed<String>(var failure) -> {
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

    private static Outcome<String> read(
            String target, TargetOptions options, PolicyOptions policy, Session session) {
        return PolicyProfiles.isMeant(target, session)
                ? PolicyProfiles.of(target, policy, session).then(profile -> read(profile, session))
                : Reader.read(target, options, session).map(ServerEstate::name);
    }

    private static Outcome<String> read(PolicyProfile profile, Session session) {
        BackendEstate backend;
        try (Stop.Watch _ =
                session.around()
                        .stop()
                        .whileRunning(() -> session.core().estates().disconnect(profile.name()))) {
            backend = session.core().estates().connectNow(profile);
        }
        if (session.around().stop().isRequested()) {
            return Outcome.failed(Reason.CANCELLED, "The reading of " + profile.name(), "");
        }
        backend.grants().failure().ifPresent(session.printer()::warn);
        return backend.link() instanceof Link.Down(var why, _, _)
                ? Outcome.failed(why)
                : Outcome.ok(backend.name());
    }
}

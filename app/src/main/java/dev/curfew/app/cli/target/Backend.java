package dev.curfew.app.cli.target;

import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.session.Stop;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyBackends;
import dev.curfew.policy.PolicyProfile;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.function.Function;

/**
 * A policy backend that a command speaks to.
 *
 * @param calls the connection; closed when the command's work is done
 * @param took until it had answered and was known to be what was meant
 */
public record Backend(PolicyProfile profile, PolicyBackend calls, Duration took) {

    public String name() {
        return profile.name();
    }

    /** Connects, warns, has the work done and closes. Ctrl-C ends calls in flight. */
    public static <T> Outcome<T> with(
            String target,
            PolicyOptions options,
            Session session,
            Function<Backend, Outcome<T>> work) {
        return PolicyProfiles.of(target, options, session)
                .then(profile -> with(profile, session, work));
    }

    private static <T> Outcome<T> with(
            PolicyProfile profile, Session session, Function<Backend, Outcome<T>> work) {
        Thread here = Thread.currentThread();
        Stop stop = session.around().stop();
        Outcome<T> done;
        try (Stop.Watch _ = stop.whileRunning(here::interrupt)) {
            done = open(profile, session, work);
        }
        return stop.isRequested()
                ? Outcome.failed(Reason.CANCELLED, "The reading of " + profile.name(), "")
                : done;
    }

    private static <T> Outcome<T> open(
            PolicyProfile profile, Session session, Function<Backend, Outcome<T>> work) {
        Clock clock = session.around().clock().withZone(ZoneOffset.UTC);
        long began = System.nanoTime();
        return switch (PolicyBackends.open(
                profile, session.around().secrets(), clock, session.options().timeout)) {
            case Failed<PolicyBackend>(var failure) -> Outcome.failed(failure);
            case Ok<PolicyBackend>(var opened) -> {
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                try (PolicyBackend calls = opened) {
                    Backend backend = new Backend(profile, calls, took);
                    Warnings.say(backend, session.printer());
                    yield work.apply(backend);
                }
            }
        };
    }
}

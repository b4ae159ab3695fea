package dev.curfew.app.cli.target;

import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.session.Stop;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.estate.EstateService;
import dev.curfew.estate.Link;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.util.Optional;

/** Connects to a target and reads it. */
public final class Reader {
    private Reader() {}

    /** What is known of it afterwards; a failure where it could not even be greeted. */
    public static Outcome<ServerEstate> read(
            String target, TargetOptions options, Session session) {
        return Profiles.of(target, options, session).then(profile -> read(profile, session));
    }

    private static Outcome<ServerEstate> read(ConnectionProfile profile, Session session) {
        Thread here = Thread.currentThread();
        ServerEstate server;
        EstateService estates = session.core().estates();
        try (Stop.Watch _ =
                session.around()
                        .stop()
                        .whileRunning(() -> {
                            here.interrupt();
                            // A page that is waited for ends with the connection alone.
                            estates.disconnect(profile.name());
                        })) {
            server = estates.connectNow(profile);
        }
        if (session.around().stop().isRequested()) {
            return Outcome.failed(Reason.CANCELLED, "The reading of " + profile.name(), "");
        }
        return server.trustDomain().isEmpty() || !hasAnswered(server)
                ? Outcome.failed(whyDown(server))
                : Outcome.ok(server);
    }

    private static boolean hasAnswered(ServerEstate server) {
        return server.link() instanceof Link.Up || server.capabilities().isPresent();
    }

    private static Failure whyDown(ServerEstate server) {
        return server.link() instanceof Link.Down(var why, _, _)
                ? why
                : Failure.of(Reason.NO_ANSWER, server.profile().address().display());
    }

    /** Why this is not the whole of it; empty if it is. */
    public static Optional<Failure> incomplete(Reading<?> reading, ServerEstate server) {
        return reading.state() == Reading.State.COMPLETE
                ? Optional.empty()
                : reading.failure().or(() -> Optional.of(whyDown(server)));
    }
}

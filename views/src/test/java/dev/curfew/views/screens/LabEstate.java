package dev.curfew.views.screens;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.ServerAddress;
import dev.curfew.connect.Targets;
import dev.curfew.estate.Estate;
import dev.curfew.estate.EstateService;
import dev.curfew.estate.LiveConnector;
import dev.curfew.lab.Lab;
import dev.curfew.lab.time.DrivenTime;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.views.testing.TestUi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** The lab, read once over its real interface at a fixed time. */
public final class LabEstate {
    public static final String ACME = "acme";
    public static final String PARTNER = "partner";

    /** So long that authorities were replaced once. */
    private static final Duration RUNNING = Duration.ofHours(21);

    private static final class Holder {
        static final Estate READ = read();
    }

    private LabEstate() {}

    public static Estate estate() {
        return Holder.READ;
    }

    private static Estate read() {
        DrivenTime time = new DrivenTime(TestUi.NOW.minus(RUNNING));
        try (Lab lab = Lab.start(time)) {
            time.advance(RUNNING.minusSeconds(23));
            try (EstateService service =
                    new EstateService(
                            new LiveConnector((reference, purpose) ->
                                    Outcome.failed(Reason.CREDENTIAL_UNREADABLE, purpose, "")),
                            time)) {
                service.connectNow(profile(ACME, lab.acme().unixTarget()));
                service.connectNow(profile(PARTNER, lab.partner().unixTarget()));
                return service.estate();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConnectionProfile profile(String name, String target) {
        if (Targets.parse(target)
                instanceof Outcome.Ok<ServerAddress>(ServerAddress.UnixSocket(Path path))) {
            return ConnectionProfile.local(name, path);
        }
        throw new IllegalStateException(target);
    }
}

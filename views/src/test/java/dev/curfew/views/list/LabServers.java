package dev.curfew.views.list;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.ServerAddress;
import dev.curfew.connect.Targets;
import dev.curfew.estate.EstateService;
import dev.curfew.estate.LiveConnector;
import dev.curfew.estate.ServerEstate;
import dev.curfew.lab.Lab;
import dev.curfew.lab.time.DrivenTime;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.views.testing.TestUi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** The lab's acme.test, read once over its real interface, 23 seconds before the tests' now. */
public final class LabServers {
    private static final class Holder {
        static final ServerEstate ACME = read();
    }

    private LabServers() {}

    public static ServerEstate acme() {
        return Holder.ACME;
    }

    private static ServerEstate read() {
        DrivenTime time = new DrivenTime(TestUi.NOW.minus(Duration.ofHours(1)));
        try (Lab lab = Lab.start(time);
                EstateService service =
                        new EstateService(
                                new LiveConnector((reference, purpose) ->
                                        Outcome.failed(Reason.CREDENTIAL_UNREADABLE, purpose, "")),
                                time)) {
            time.advance(Duration.ofHours(1).minusSeconds(23));
            return service.connectNow(profile(lab.acme().unixTarget()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConnectionProfile profile(String target) {
        if (Targets.parse(target)
                instanceof Outcome.Ok<ServerAddress>(ServerAddress.UnixSocket(Path path))) {
            return ConnectionProfile.local("spire-a", path);
        }
        throw new IllegalStateException(target);
    }
}

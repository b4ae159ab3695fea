package dev.curfew.views.screens;

import dev.curfew.estate.Estate;
import dev.curfew.estate.EstateService;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.views.testing.TestUi;
import java.time.Clock;
import java.time.InstantSource;

/** Estates in which something is wrong. */
final class Troubles {
    private Troubles() {}

    /** Two saved connections: one that is silent, one that refuses us. */
    static Estate down() {
        InstantSource clock = Clock.fixed(TestUi.NOW.minusSeconds(130), TestUi.CLOCK.getZone());
        try (EstateService service =
                new EstateService(
                        profile ->
                                profile.name().startsWith("prod")
                                        ? Outcome.failed(
                                                Reason.NO_ANSWER,
                                                profile.address().display(),
                                                "5 s")
                                        : Outcome.failed(
                                                Reason.CREDENTIAL_EXPIRED,
                                                profile.address().display(),
                                                "it ended 2026-10-02 13:41:00 UTC"),
                        clock)) {
            service.connectNow(FakeDesk.prod());
            service.connectNow(FakeDesk.partner());
            return service.estate();
        }
    }
}

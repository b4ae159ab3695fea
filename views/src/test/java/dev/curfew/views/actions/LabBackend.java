package dev.curfew.views.actions;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.estate.EstateService;
import dev.curfew.estate.LiveConnector;
import dev.curfew.lab.Lab;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The lab, connected by its socket and read once, with a journal in memory. */
final class LabBackend implements AutoCloseable {
    static final String ACME = "acme";
    static final Clock CLOCK = Clock.systemUTC();

    final Lab lab;
    final EstateService estates;
    final MemoryJournal journal = new MemoryJournal();
    final MemorySnapshots snapshots = new MemorySnapshots();

    LabBackend() {
        try {
            lab = Lab.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        estates =
                new EstateService(
                        new LiveConnector(
                                (_, purpose) ->
                                        Outcome.failed(Reason.CREDENTIAL_UNREADABLE, purpose, ""),
                                Duration.ofSeconds(10)),
                        CLOCK);
        estates.connectNow(
                ConnectionProfile.local(
                        ACME, Path.of(lab.acme().unixTarget().substring("unix:".length()))));
    }

    @Override
    public void close() {
        estates.close();
        lab.close();
    }
}

package dev.curfew.containment.book;

import dev.curfew.containment.run.Afterwards;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.Proof;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.EstateService;
import dev.curfew.estate.Link;
import dev.curfew.estate.ServerEstate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the servers once more when the time of what a containment left is over, and writes the
 * look into the journal. A server that does not answer then is asked again until it does. Works on
 * a virtual thread of its own from {@link #begin} on.
 */
public final class LookKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LookKeeper.class);

    /** Until a server that did not answer is asked again, and the longest sleep. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ContainmentBook book;
    private final Afterwards afterwards;
    private final EndpointLooks endpoints;
    private final EstateService estates;
    private final InstantSource clock;
    private boolean changed;
    private boolean closed;

    public LookKeeper(
            ContainmentBook book,
            Afterwards afterwards,
            EstateService estates,
            InstantSource clock) {
        this.book = book;
        this.afterwards = afterwards;
        this.endpoints = new EndpointLooks(afterwards);
        this.estates = estates;
        this.clock = clock;
        book.onChange(this::wake);
    }

    /** Reads the journal, and keeps looking until it is closed. Does not block. */
    public void begin() {
        Thread.ofVirtual().name("containment-looks").start(this::keep);
    }

    private void keep() {
        round(book::load);
        do {
            round(this::lookDue);
        } while (await(book.all().stream().flatMap(this::next).min(Comparator.naturalOrder())));
    }

    /** A bug, or a journal that can not be read, must not end the looks of all others. */
    private static void round(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("Containments could not be looked at", e);
        }
    }

    private Stream<Instant> next(Kept kept) {
        return isWatched(kept)
                ? Stream.of(
                                DueLooks.next(kept.state(), clock.instant()),
                                DueLooks.nextOfEndpoints(kept.state(), clock.instant()))
                        .flatMap(Optional::stream)
                : Stream.empty();
    }

    private static boolean isWatched(Kept kept) {
        return !kept.runsHere() && kept.restoredBy().isEmpty();
    }

    /** Makes the looks that are due now. Blocks. */
    public void lookDue() {
        Instant now = clock.instant();
        for (Kept kept : book.all()) {
            if (isWatched(kept)) {
                DueLooks.of(kept.state(), now).forEach(due -> look(kept.state(), due));
                endpoints
                        .lookDue(kept.state(), now)
                        .forEach(sighting ->
                                book.change(
                                        kept.state().id(),
                                        known -> Afterwards.with(known, sighting)));
            }
        }
    }

    private void look(ContainmentState state, DueLooks.Look due) {
        // One that is not connected will be; until then nothing is known, and nothing is written.
        if (!isUp(due.connection())) {
            return;
        }
        Optional<Proof> proof = afterwards.look(state, due.step(), due.connection());
        if (proof.isEmpty()
                || (proof.get().verdict() == Proof.Verdict.UNREADABLE
                        && DueLooks.wasUnreadable(state, due))) {
            return;
        }
        afterwards.journal(state, due.step(), proof.get());
        book.change(state.id(), known -> Afterwards.with(known, due.step(), proof.get()));
    }

    private boolean isUp(String connection) {
        return Stream.concat(
                        estates.estate().server(connection).map(ServerEstate::link).stream(),
                        estates.estate().backend(connection).map(BackendEstate::link).stream())
                .anyMatch(Link.Up.class::isInstance);
    }

    private synchronized void wake() {
        changed = true;
        notifyAll();
    }

    /** False: it was closed. */
    private synchronized boolean await(Optional<Instant> next) {
        Instant now = clock.instant();
        long millis =
                next.map(at -> Duration.between(now, at))
                        .filter(left -> left.compareTo(PAUSE) < 0)
                        .orElse(PAUSE)
                        .toMillis();
        try {
            if (!changed && !closed) {
                // A bound is a whole second; a little later it has passed for certain.
                wait(Math.max(1, millis) + 50);
            }
        } catch (InterruptedException e) {
            return false;
        }
        changed = false;
        return !closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}

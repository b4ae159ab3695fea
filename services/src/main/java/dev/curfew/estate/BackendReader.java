package dev.curfew.estate;

import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.SecretRef;
import dev.curfew.delegation.map.GrantMapping;
import dev.curfew.delegation.map.MappingFile;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.Listing;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.RelationshipFilter;
import dev.curfew.policy.RelationshipListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads one policy backend and publishes what it has. All methods block; any thread. */
final class BackendReader {
    /** What is kept of one backend at most: enough for any estate, and it fits. */
    static final int MOST = 500_000;

    /** Takes changes of this backend's estate. */
    interface Publisher {
        void publish(BackendReader reader, UnaryOperator<BackendEstate> change);
    }

    private final PolicyProfile profile;
    private final EstateService.BackendOpener opener;
    private final InstantSource clock;
    private final Publisher publisher;

    /** One full reading at a time; a second one that is asked for meanwhile is not made. */
    private final ReentrantLock reading = new ReentrantLock();

    private final ReentrantLock opening = new ReentrantLock();
    private final Attempts attempts = new Attempts();
    private volatile @Nullable PolicyBackend connected;
    private volatile boolean wasRead;
    private volatile boolean cancelled;
    private volatile boolean closed;

    BackendReader(
            PolicyProfile profile,
            EstateService.BackendOpener opener,
            InstantSource clock,
            Publisher publisher) {
        this.profile = profile;
        this.opener = opener;
        this.clock = clock;
        this.publisher = publisher;
    }

    PolicyProfile profile() {
        return profile;
    }

    void connectAndRead() {
        connect(true);
    }

    /** Tries again to reach one that could not be reached, once it is time for that. */
    void retry() {
        if (!closed && attempts.isDue(clock.instant())) {
            connect(false);
        }
    }

    /**
     * @param anew reads also what was read before
     */
    private void connect(boolean anew) {
        if (!reading.tryLock()) {
            return;
        }
        try {
            cancelled = false;
            switch (client()) {
                case Failed<PolicyBackend>(var failure) -> down(failure);
                case Ok<PolicyBackend>(var backend) -> {
                    publisher.publish(
                            this, e -> e.found(backend.capabilities(), backend.warnings()));
                    if (answers(backend) && (anew || !wasRead)) {
                        read(backend);
                    }
                }
            }
        } finally {
            reading.unlock();
        }
    }

    /**
     * A small call to a connected one: its answer tells latency and health. What can not be reached
     * waits for its next attempt.
     */
    void ping() {
        PolicyBackend open = connected;
        // A gateway's authorization logs each question as a decision: not every few seconds.
        if (open != null
                && !attempts.isWaiting()
                && profile.target().kind() != PolicyKind.EXT_AUTHZ) {
            answers(open);
        }
    }

    private boolean answers(PolicyBackend backend) {
        return switch (backend.ping()) {
            case Failed<Duration>(var failure) -> {
                down(failure);
                yield false;
            }
            case Ok<Duration>(var latency) -> {
                attempts.end();
                Instant now = clock.instant();
                Optional<String> version = backend.version();
                publisher.publish(this, e -> e.answered(new Link.Up(latency, now), version));
                yield true;
            }
        };
    }

    private void read(PolicyBackend backend) {
        if (!backend.capabilities().contains(PolicyCapability.LIST_RELATIONSHIPS)) {
            return;
        }
        switch (MappingFile.read(profile.mapping())) {
            case Failed<GrantMapping>(var why) ->
                    publisher.publish(this, e -> e.with(e.grants().failed(why)));
            case Ok<GrantMapping>(var mapping) -> read(backend, mapping);
        }
    }

    private void read(PolicyBackend backend, GrantMapping mapping) {
        publisher.publish(this, e -> e.with(e.grants().reading()));
        Instant began = clock.instant();
        Collecting rows = new Collecting();
        Outcome<Listing> outcome = backend.list(RelationshipFilter.ALL, rows);
        Optional<Failure> failure =
                switch (outcome) {
                    case Failed<Listing>(var why) -> Optional.of(why);
                    case Ok<Listing>(var listing) -> rows.incomplete(listing);
                };
        wasRead |= failure.isEmpty() || !rows.all.isEmpty();
        GrantView view = GrantView.of(profile.name(), mapping, backend.ids(), rows.all, began);
        publisher.publish(
                this,
                e ->
                        e.with(
                                failure.isEmpty()
                                        ? e.grants().complete(view, began)
                                        // Older and whole is worth more than half of a new one.
                                        : rows.all.isEmpty() || e.grants().isKnown()
                                                ? e.grants().failed(failure.get())
                                                : e.grants().partial(view, began, failure.get())));
    }

    private final class Collecting implements RelationshipListener {
        private final List<Relationship> all = new ArrayList<>();

        @Override
        public void page(List<Relationship> relationships) {
            int room = MOST - all.size();
            all.addAll(
                    relationships.size() <= room ? relationships : relationships.subList(0, room));
        }

        @Override
        public boolean isCancelled() {
            return cancelled || closed || all.size() >= MOST;
        }

        /** Why there may be more than was taken. */
        private Optional<Failure> incomplete(Listing listing) {
            if (all.size() >= MOST) {
                return Optional.of(
                        new Failure(
                                Reason.MORE_THAN_KEPT,
                                profile.name(),
                                String.format(
                                        Locale.ROOT,
                                        "only the first %,d relationships were taken",
                                        MOST)));
            }
            return listing.failure()
                    .or(() ->
                            listing.unreadableCount() == 0
                                    ? Optional.empty()
                                    : Optional.of(
                                            new Failure(
                                                    Reason.UNREADABLE_ROWS,
                                                    profile.name(),
                                                    listing.unreadableCount()
                                                            + " relationships could not be"
                                                            + " understood")));
        }
    }

    void patch(Map<Relationship, Optional<Relationship>> changed) {
        Instant now = clock.instant();
        publisher.publish(
                this, e -> e.with(e.grants().patched(view -> view.patched(changed, now))));
    }

    Outcome<PolicyBackend> client() {
        opening.lock();
        try {
            PolicyBackend open = connected;
            if (open != null) {
                return Outcome.ok(open);
            }
            Outcome<PolicyBackend> opened = opener.open(profile);
            if (opened instanceof Ok<PolicyBackend>(var backend)) {
                if (closed) {
                    backend.close();
                    return Outcome.failed(Reason.CANCELLED, profile.name(), "");
                }
                connected = backend;
            }
            return opened;
        } finally {
            opening.unlock();
        }
    }

    void cancel() {
        cancelled = true;
    }

    void close() {
        opening.lock();
        try {
            closed = true;
            PolicyBackend open = connected;
            if (open != null) {
                open.close();
            }
            connected = null;
        } finally {
            opening.unlock();
        }
    }

    private void down(Failure why) {
        Instant now = clock.instant();
        Optional<Instant> next = nextAttempt(why, now);
        publisher.publish(
                this,
                e ->
                        e.with(
                                new Link.Down(
                                        why,
                                        e.link() instanceof Link.Down(_, var since, _)
                                                ? since
                                                : now,
                                        next)));
    }

    /** A refusal stays one, and nobody is to be asked for a secret by the clock. */
    private Optional<Instant> nextAttempt(Failure why, Instant now) {
        boolean asks =
                connected == null && (isAskedFor(profile.key()) || isAskedFor(profile.adminKey()));
        if (!Unreachable.is(why) || asks) {
            attempts.end();
            return Optional.empty();
        }
        return Optional.of(attempts.failed(now));
    }

    private static boolean isAskedFor(Key key) {
        return switch (key) {
            case Key.None() -> false;
            case Key.Bearer(var secret) -> secret instanceof SecretRef.Prompt;
            case Key.Basic(_, var password) -> password instanceof SecretRef.Prompt;
        };
    }
}

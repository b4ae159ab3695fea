package dev.curfew.app.cli.target;

import dev.curfew.app.cli.session.Session;
import dev.curfew.delegation.added.Added;
import dev.curfew.delegation.map.GrantMapping;
import dev.curfew.delegation.map.MappingFile;
import dev.curfew.estate.GrantView;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.Listing;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyWarning;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.RelationshipFilter;
import dev.curfew.policy.RelationshipListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The grants of one policy backend.
 *
 * @param readAt when the reading began, on our clock
 * @param incomplete why there may be more; empty: these are all
 */
public record ReadGrants(
        PolicyProfile profile,
        List<PolicyWarning> warnings,
        GrantView view,
        Instant readAt,
        Optional<Failure> incomplete) {
    /** What is kept of one backend at most. */
    private static final int MOST = 500_000;

    /**
     * A failure where nothing could be read at all.
     *
     * @param given empty: as the connection is saved
     */
    public static Outcome<ReadGrants> of(
            Backend backend, Optional<GrantMapping> given, Session session) {
        return given.map(Outcome::ok)
                .orElseGet(() -> MappingFile.read(backend.profile().mapping()))
                .then(mapping -> of(backend, mapping, session));
    }

    /** With grants that its backend does not keep. */
    public ReadGrants and(Added added) {
        return new ReadGrants(profile, warnings, view.and(added.grants()), readAt, incomplete);
    }

    private static Outcome<ReadGrants> of(Backend backend, GrantMapping mapping, Session session) {
        Collecting rows = new Collecting();
        Instant began = session.now();
        return backend.calls()
                .list(RelationshipFilter.ALL, rows)
                .then(listing -> {
                    Optional<Failure> why = rows.incomplete(listing, backend.name());
                    return rows.all.isEmpty() && why.isPresent()
                            ? Outcome.failed(why.get())
                            : Outcome.ok(
                                    new ReadGrants(
                                            backend.profile(),
                                            backend.calls().warnings(),
                                            GrantView.of(
                                                    backend.name(),
                                                    mapping,
                                                    backend.calls().ids(),
                                                    rows.all,
                                                    began),
                                            began,
                                            why));
                });
    }

    /** Why a listing is not all there is. */
    public static Optional<Failure> incomplete(Listing listing, String name) {
        return listing.failure()
                .or(() ->
                        listing.unreadableCount() == 0
                                ? Optional.empty()
                                : Optional.of(
                                        new Failure(
                                                Reason.UNREADABLE_ROWS,
                                                name,
                                                listing.unreadableCount()
                                                        + " relationships make no sense")));
    }

    private static final class Collecting implements RelationshipListener {
        private final List<Relationship> all = new ArrayList<>();

        @Override
        public void page(List<Relationship> relationships) {
            all.addAll(relationships.subList(0, Math.min(relationships.size(), MOST - all.size())));
        }

        @Override
        public boolean isCancelled() {
            return Thread.currentThread().isInterrupted() || all.size() >= MOST;
        }

        private Optional<Failure> incomplete(Listing listing, String name) {
            return all.size() >= MOST
                    ? Optional.of(
                            new Failure(
                                    Reason.MORE_THAN_KEPT,
                                    name,
                                    String.format(
                                            Locale.ROOT,
                                            "only the first %,d relationships were taken",
                                            MOST)))
                    : ReadGrants.incomplete(listing, name);
        }
    }
}

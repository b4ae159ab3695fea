package dev.curfew.estate;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.map.GrantMapping;
import dev.curfew.delegation.map.MappingFile;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.policy.Listing;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyWarning;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.RelationshipFilter;
import dev.curfew.policy.RelationshipListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was found by trying a policy backend: enough to know whether it is the one that is meant.
 * Nothing is kept of the connection.
 *
 * @param relationships how many were looked at
 * @param grants how many of the grants that they say are named by the mapping
 * @param unmapped types and relations that it does not name, as {@code type#relation}
 * @param whole false: there are, or may be, more relationships than were looked at
 * @param failure why the reading broke off; empty: it did not
 */
public record BackendTrial(
        Duration latency,
        Set<PolicyCapability> capabilities,
        List<PolicyWarning> warnings,
        int relationships,
        int grants,
        SortedSet<String> unmapped,
        boolean whole,
        Optional<Failure> failure) {
    /** Enough to see what kind of relationships they are. */
    static final int MOST = 10_000;

    public BackendTrial {
        capabilities = Set.copyOf(capabilities);
        warnings = List.copyOf(warnings);
        unmapped = Collections.unmodifiableSortedSet(new TreeSet<>(unmapped));
    }

    /** There are relationships, and the mapping reads none of them as delegation. */
    public boolean isForeign() {
        return relationships > 0 && grants == 0;
    }

    /** Blocks; each single call has the backend's own deadline. */
    public static Outcome<BackendTrial> of(
            PolicyProfile profile, EstateService.BackendOpener opener, InstantSource clock) {
        return MappingFile.read(profile.mapping())
                .then(mapping ->
                        opener.open(profile)
                                .then(backend -> {
                                    try (backend) {
                                        return looked(profile, backend, mapping, clock);
                                    }
                                }));
    }

    private static Outcome<BackendTrial> looked(
            PolicyProfile profile,
            PolicyBackend backend,
            GrantMapping mapping,
            InstantSource clock) {
        return backend.ping()
                .map(latency -> {
                    First rows = new First();
                    Optional<Failure> failure = Optional.empty();
                    boolean whole = true;
                    if (backend.capabilities().contains(PolicyCapability.LIST_RELATIONSHIPS)) {
                        switch (backend.list(RelationshipFilter.ALL, rows)) {
                            case Outcome.Failed<Listing>(var why) -> {
                                failure = Optional.of(why);
                                whole = false;
                            }
                            case Outcome.Ok<Listing>(var listing) -> {
                                failure = rows.isFull() ? Optional.empty() : listing.failure();
                                whole = listing.isWhole() && !rows.isFull();
                            }
                        }
                    }
                    GrantView view =
                            GrantView.of(
                                    profile.name(),
                                    mapping,
                                    backend.ids(),
                                    rows.all,
                                    clock.instant());
                    return new BackendTrial(
                            latency,
                            backend.capabilities(),
                            backend.warnings(),
                            rows.all.size(),
                            (int)
                                    view.grants().stream()
                                            .filter(grant -> grant.kind() != Grant.Kind.UNMAPPED)
                                            .count(),
                            view.mapped().unmappedRelations(),
                            whole,
                            failure);
                });
    }

    private static final class First implements RelationshipListener {
        private final List<Relationship> all = new ArrayList<>();

        @Override
        public void page(List<Relationship> relationships) {
            all.addAll(relationships.subList(0, Math.min(relationships.size(), MOST - all.size())));
        }

        @Override
        public boolean isCancelled() {
            return Thread.currentThread().isInterrupted() || isFull();
        }

        boolean isFull() {
            return all.size() >= MOST;
        }
    }
}

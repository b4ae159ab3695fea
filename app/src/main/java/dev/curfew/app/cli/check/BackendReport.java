package dev.curfew.app.cli.check;

import dev.curfew.app.cli.target.Backend;
import dev.curfew.app.cli.target.ReadGrants;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.policy.Listing;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.RelationshipFilter;
import dev.curfew.policy.RelationshipListener;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a check of a policy backend found.
 *
 * @param relationships how many were read; empty: it lists none, or they could not be read
 * @param byRelation the same by {@code type#relation}
 * @param policies how many there are; empty: it lists none, or they could not be read
 * @param problem why not everything could be read
 */
record BackendReport(
        Backend backend,
        Optional<Long> relationships,
        SortedMap<String, Long> byRelation,
        Optional<Integer> policies,
        Optional<Failure> problem) {

    /** Reads it; relationships are counted and not kept. */
    static BackendReport of(Backend backend) {
        Counting counting = new Counting();
        Optional<Outcome<Listing>> listed =
                can(backend, PolicyCapability.LIST_RELATIONSHIPS)
                        ? Optional.of(backend.calls().list(RelationshipFilter.ALL, counting))
                        : Optional.empty();
        Optional<Outcome<List<String>>> policies =
                can(backend, PolicyCapability.LIST_POLICIES)
                        ? Optional.of(backend.calls().policies())
                        : Optional.empty();
        return new BackendReport(
                backend,
                listed.flatMap(BackendReport::value).map(Listing::read),
                counting.byRelation,
                policies.flatMap(BackendReport::value).map(List::size),
                listed.flatMap(outcome -> incomplete(outcome, backend))
                        .or(() -> policies.flatMap(BackendReport::failure)));
    }

    private static boolean can(Backend backend, PolicyCapability capability) {
        return backend.calls().capabilities().contains(capability);
    }

    private static Optional<Failure> incomplete(Outcome<Listing> outcome, Backend backend) {
        return switch (outcome) {
            case Failed<Listing>(var failure) -> Optional.of(failure);
            case Ok<Listing>(var listing) -> ReadGrants.incomplete(listing, backend.name());
        };
    }

    private static <T> Optional<T> value(Outcome<T> outcome) {
        return outcome instanceof Ok<T>(var value) ? Optional.of(value) : Optional.empty();
    }

    private static Optional<Failure> failure(Outcome<?> outcome) {
        return outcome instanceof Failed<?>(var failure) ? Optional.of(failure) : Optional.empty();
    }

    private static final class Counting implements RelationshipListener {
        private final SortedMap<String, Long> byRelation = new TreeMap<>();

        @Override
        public void page(List<Relationship> relationships) {
            for (Relationship one : relationships) {
                byRelation.merge(one.resource().type() + "#" + one.relation(), 1L, Long::sum);
            }
        }
    }
}

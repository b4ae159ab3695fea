package dev.curfew.containment;

import dev.curfew.exposure.ExposureBound;
import dev.curfew.outcome.Failure;
import dev.curfew.spire.JoinToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened.
 *
 * @param acceptedAt when the last item was accepted, on our clock; empty: none was
 * @param bound from then on; empty: nothing was accepted
 * @param refused why nothing was sent at all
 * @param token for a join token: shown once and never kept
 */
public record ChangeReport(
        ChangePlan plan,
        List<ItemReport> items,
        Optional<Instant> acceptedAt,
        Optional<ExposureBound> bound,
        Optional<Failure> refused,
        Optional<JoinToken> token) {

    public ChangeReport {
        items = List.copyOf(items);
    }

    public long count(ItemReport.State state) {
        return items.stream().filter(item -> item.state() == state).count();
    }

    /** Every item is as wanted. */
    public boolean succeeded() {
        return refused.isEmpty()
                && items.stream()
                        .allMatch(item ->
                                item.state() == ItemReport.State.CONFIRMED
                                        || item.state() == ItemReport.State.ACCEPTED);
    }

    ChangeReport withItems(List<ItemReport> changed) {
        return new ChangeReport(plan, changed, acceptedAt, bound, refused, token);
    }
}

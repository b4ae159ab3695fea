package dev.curfew.containment;

import dev.curfew.exposure.ExposureBound;
import dev.curfew.outcome.Failure;
import dev.curfew.spire.JoinToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happened.
 *
 * @param acceptedAt when the last item was accepted, on our clock; empty: none was
 * @param bound from then on; empty: nothing was accepted
 * @param refused why nothing was sent at all
 * @param token for a join token: shown once and never kept
 * @param serverIds the server's ids of what was made, by the items' keys; empty for what was there
 */
public record ChangeReport(
        ChangePlan plan,
        List<ItemReport> items,
        Optional<Instant> acceptedAt,
        Optional<ExposureBound> bound,
        Optional<Failure> refused,
        Optional<JoinToken> token,
        Map<String, String> serverIds) {

    public ChangeReport {
        items = List.copyOf(items);
        serverIds = Map.copyOf(serverIds);
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

    /** What the operator is shown once. */
    public Optional<String> tokenValue() {
        return token.map(JoinToken::value);
    }

    public Optional<Instant> tokenExpiresAt() {
        return token.map(JoinToken::expiresAt);
    }

    /** For keeping: a token is shown once. */
    public ChangeReport withoutToken() {
        return new ChangeReport(
                plan, items, acceptedAt, bound, refused, Optional.empty(), serverIds);
    }

    ChangeReport withItems(List<ItemReport> changed) {
        return new ChangeReport(plan, changed, acceptedAt, bound, refused, token, serverIds);
    }
}

package dev.curfew.estate;

import dev.curfew.identity.AuthoritySlots;
import dev.curfew.identity.TrustBundle;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.spire.Scan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is known once something was read, or reading it has failed. Pure. */
final class Settled {
    private Settled() {}

    /** Rows as they are. */
    static <T> Reading<List<T>> of(Reading<List<T>> before, Scan<T> scan, Instant now) {
        return of(before, scan, scan.rows(), now);
    }

    /**
     * An older whole reading is worth more than half of a new one.
     *
     * @param view what the rows of the scan make
     */
    static <V> Reading<V> of(Reading<V> before, Scan<?> scan, V view, Instant now) {
        if (scan.failure().isEmpty()) {
            return before.complete(view, now);
        }
        Failure why = scan.failure().get();
        return scan.rows().isEmpty() || before.isKnown()
                ? before.failed(why)
                : before.partial(view, now, why);
    }

    static Reading<AuthorityView> authorities(
            Reading<AuthorityView> before,
            Outcome<TrustBundle> bundle,
            Outcome<AuthoritySlots> x509,
            Outcome<AuthoritySlots> jwt,
            Instant now) {
        AuthorityView view = new AuthorityView(value(bundle), value(x509), value(jwt));
        Optional<Failure> failure = failure(bundle).or(() -> failure(x509)).or(() -> failure(jwt));
        return failure.map(why ->
                        bundle instanceof Ok<TrustBundle>
                                ? before.partial(view, now, why)
                                : before.failed(why))
                .orElseGet(() -> before.complete(view, now));
    }

    private static <T> Optional<T> value(Outcome<T> outcome) {
        return outcome instanceof Ok<T>(var value) ? Optional.of(value) : Optional.empty();
    }

    private static Optional<Failure> failure(Outcome<?> outcome) {
        return outcome instanceof Failed<?>(var why) ? Optional.of(why) : Optional.empty();
    }
}

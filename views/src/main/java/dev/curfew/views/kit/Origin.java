package dev.curfew.views.kit;

import java.time.Instant;
import java.util.List;

/** Where a shown fact comes from. One kind is never shown as another. */
public sealed interface Origin {
    /** Read from a system. */
    record Observed(String source, Instant readAt) implements Origin {}

    /** An upper bound that Curfew computed, with its terms in words. */
    record Derived(List<String> terms) implements Origin {
        public Derived {
            terms = List.copyOf(terms);
        }
    }

    /** Typed by an operator. */
    record Declared(String by, Instant at) implements Origin {}
}

package dev.curfew.views.delegation;

import java.util.Optional;

/**
 * @param findings of the newest facts that were checked; empty: nothing was yet
 * @param checking whether newer ones are being checked
 */
public record FindingsState(Optional<Findings> findings, boolean checking) {
    static final FindingsState NONE = new FindingsState(Optional.empty(), false);
}

package dev.curfew.views.backends;

import dev.curfew.policy.PolicyChange;

/**
 * A change as it was told: the same may be told twice.
 *
 * @param number in the order in which they were told
 */
record ChangeRow(long number, PolicyChange change) {}

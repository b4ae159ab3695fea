package dev.curfew.views.delegation;

import dev.curfew.delegation.check.FirstSeen;
import dev.curfew.delegation.check.KeptCheckSettings;
import dev.curfew.delegation.check.Waivers;

/**
 * What is kept of findings beyond the facts.
 *
 * @param settings what the checks go by
 * @param operator who waives and sets
 */
public record FindingMemory(
        FirstSeen firstSeen, Waivers waivers, KeptCheckSettings settings, String operator) {}

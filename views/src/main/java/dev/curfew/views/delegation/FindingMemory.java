package dev.curfew.views.delegation;

import dev.curfew.delegation.check.FirstSeen;
import dev.curfew.delegation.check.Waivers;

/**
 * What is kept of findings beyond the facts.
 *
 * @param operator who waives
 */
public record FindingMemory(FirstSeen firstSeen, Waivers waivers, String operator) {}

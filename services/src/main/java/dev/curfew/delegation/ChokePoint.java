package dev.curfew.delegation;

/**
 * A party that every way to others goes through: cut it, and all of these are cut off.
 *
 * @param behind how many parties have no other way
 * @param targetsBehind how many of these are tools and data sets
 */
public record ChokePoint(Party party, int behind, int targetsBehind) {}

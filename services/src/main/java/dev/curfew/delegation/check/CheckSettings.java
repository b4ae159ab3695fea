package dev.curfew.delegation.check;

import java.time.Duration;

/**
 * What the operator may set of the checks. {@link CheckSetting} has each with its name and bounds.
 *
 * @param deepest how often rights may be passed on
 * @param widest how many may hang on one agent, or work under one task
 * @param unusedFor after how long without use a delegation is one too many
 * @param freshDecision how old a decision may be when it is acted on
 * @param mostAudiences how many audiences a token may have
 * @param mostReplacements how often a transaction token may be replaced
 * @param longestTransaction from the first token of a transaction to the end of its last
 * @param weights what makes a finding weigh more, or less
 */
public record CheckSettings(
        int deepest,
        int widest,
        Duration unusedFor,
        Duration freshDecision,
        int mostAudiences,
        int mostReplacements,
        Duration longestTransaction,
        Weights weights) {
    public static final CheckSettings DEFAULT =
            new CheckSettings(
                    3,
                    20,
                    Duration.ofDays(30),
                    Duration.ofSeconds(60),
                    1,
                    5,
                    Duration.ofMinutes(15),
                    Weights.NONE);
}

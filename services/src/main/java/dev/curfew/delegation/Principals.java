package dev.curfew.delegation;

import java.util.Optional;

/**
 * On whose behalf a grant is used, and who vouches for the names in it.
 *
 * @param principal whom the whole chain acts for; empty: not told
 * @param issuer who vouches for the principal
 * @param delegatorIssuer who vouches for the one who delegates
 * @param actorIssuer who vouches for the one who acts
 */
public record Principals(
        Optional<Party> principal,
        Optional<String> issuer,
        Optional<String> delegatorIssuer,
        Optional<String> actorIssuer) {
    public static final Principals UNKNOWN =
            new Principals(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static Principals of(Party principal) {
        return new Principals(
                Optional.of(principal), Optional.empty(), Optional.empty(), Optional.empty());
    }
}

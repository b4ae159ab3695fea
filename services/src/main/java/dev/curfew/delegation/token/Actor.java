package dev.curfew.delegation.token;

import dev.curfew.delegation.Party;
import java.util.Optional;

/**
 * Somebody whom a token names as acting, or as allowed to.
 *
 * @param issuer who vouches for the name; empty: the token's own issuer
 */
public record Actor(Party party, Optional<String> issuer) {}

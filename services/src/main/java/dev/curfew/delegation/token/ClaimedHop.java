package dev.curfew.delegation.token;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Scope;
import java.util.Optional;

/**
 * One hop of a token's own list of hops.
 *
 * @param scope empty: the hop names none
 */
public record ClaimedHop(Party from, Party to, Optional<Scope> scope, End end) {}

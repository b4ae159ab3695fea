package dev.curfew.delegation.check;

import dev.curfew.delegation.Party;
import dev.curfew.delegation.Scope;
import dev.curfew.delegation.token.TokenClaims;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Something known beside the grants. What is not given is not known, which is not none. */
public sealed interface Fact {
    /**
     * @param over by task when it ended
     */
    record ClosedTasks(Map<Party, Instant> over) implements Fact {}

    /**
     * @param needs by task what it takes to do it
     */
    record TaskNeeds(Map<Party, Scope> needs) implements Fact {}

    /** All trust between trust domains. */
    record Federation(Set<Trust> all) implements Fact {}

    record Trust(String trusting, String trusted) {}

    /**
     * @param byId by SPIFFE ID; one that is not here has no entry
     */
    record Attestations(Map<String, Attestation> byId) implements Fact {}

    enum Attestation {
        ATTESTED,
        /** A node that has proven no more than that it knows a join token hands it out. */
        JOIN_TOKEN
    }

    record Tokens(List<SeenToken> all) implements Fact {}

    /**
     * @param presentedBy whose identity the connection had that brought it; empty: not told
     * @param receivedBy the audiences that it was seen at
     */
    record SeenToken(TokenClaims claims, Optional<Party> presentedBy, Set<String> receivedBy) {}

    record Exchanges(List<Exchange> all) implements Fact {}

    /**
     * An assertion of one issuer that another gave a token for.
     *
     * @param id what to look for in the issuer's log
     */
    record Exchange(String id, String fromIssuer, String toIssuer, boolean refreshToken) {}

    record Approvals(List<Approval> all) implements Fact {}

    /**
     * @param grants IDs of what was approved
     */
    record Approval(String id, Party requester, Party approver, Set<String> grants) {}

    record Actions(List<Action> all) implements Fact {}

    /**
     * A privileged action that was done.
     *
     * @param decidedAt the last decision for it; empty: none is logged
     */
    record Action(Party by, String what, Instant at, Optional<Instant> decidedAt) {}

    /**
     * @param byGrant all that was approved, by the grant's ID
     */
    record ApprovedScopes(Map<String, Scope> byGrant) implements Fact {}

    /**
     * @param since from when on uses are recorded
     * @param last by the grant's ID
     */
    record Usage(Instant since, Map<String, Instant> last) implements Fact {}
}

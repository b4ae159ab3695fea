package dev.curfew.delegation.check;

import dev.curfew.delegation.Chain;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Principals;
import dev.curfew.delegation.check.Fact.Approval;
import dev.curfew.delegation.check.Fact.Approvals;
import dev.curfew.delegation.check.Fact.SeenToken;
import dev.curfew.delegation.check.Fact.Tokens;
import dev.curfew.delegation.check.Walk.Living;
import dev.curfew.delegation.token.Actor;
import dev.curfew.delegation.token.ClaimedHop;
import dev.curfew.delegation.token.TokenClaims;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who acts, and for whom: D10, D11, D12, D18, and the tokens of D13. */
final class PrincipalChecks {
    private PrincipalChecks() {}

    /** D10: along a chain it is suddenly somebody else who is acted for. */
    static CheckResult changes(Walk walk) {
        Tally tally = new Tally(CheckId.D10);
        for (Living hop : walk.delegations()) {
            Optional<Grant> above = walk.above(hop);
            if (above.isEmpty()) {
                continue;
            }
            Principals own = hop.grant().hop().principals();
            Principals given = above.get().hop().principals();
            if (own.principal().isEmpty() || given.principal().isEmpty()) {
                tally.unknown(Missing.PRINCIPALS);
            } else if (own.principal().equals(given.principal())
                    && own.issuer().equals(given.issuer())) {
                tally.fine();
            } else {
                tally.found(
                        hop.grant(),
                        Evidence.of(
                                "principalChanges", hop.grant().id(), named(own), named(given)));
            }
        }
        return tally.result();
    }

    private static String named(Principals who) {
        return who.principal().map(Party::display).orElse("")
                + who.issuer().map(issuer -> " (" + issuer + ")").orElse("");
    }

    /** D11: an agent uses a user's token that names no actor. */
    static CheckResult impersonation(Walk walk) {
        Optional<Tokens> tokens = walk.input().facts().find(Tokens.class);
        if (tokens.isEmpty()) {
            return Tally.notChecked(CheckId.D11, Missing.TOKENS);
        }
        Tally tally = new Tally(CheckId.D11);
        for (SeenToken seen : tokens.get().all()) {
            TokenClaims token = seen.claims();
            Optional<Party> user =
                    token.subject().filter(subject -> subject.kind() == Party.Kind.USER);
            if (user.isEmpty() || !token.actors().isEmpty()) {
                tally.fine();
            } else if (seen.presentedBy().isEmpty()) {
                tally.unknown(Missing.PRESENTERS);
            } else if (seen.presentedBy().get().kind() == Party.Kind.AGENT) {
                tally.found(
                        seen.presentedBy().get(),
                        List.of(),
                        Evidence.of(
                                "impersonation",
                                seen.presentedBy().get().display(),
                                user.get().display(),
                                token.id()));
            } else {
                tally.fine();
            }
        }
        return tally.result();
    }

    /** D12: who brings a token is not who it says acts, or an earlier actor is left out. */
    static CheckResult presenter(Walk walk) {
        Optional<Tokens> tokens = walk.input().facts().find(Tokens.class);
        if (tokens.isEmpty()) {
            return Tally.notChecked(CheckId.D12, Missing.TOKENS);
        }
        Tally tally = new Tally(CheckId.D12);
        for (SeenToken seen : tokens.get().all()) {
            presenter(seen, tally);
        }
        return tally.result();
    }

    private static void presenter(SeenToken seen, Tally tally) {
        TokenClaims token = seen.claims();
        Optional<Party> left = leftOut(token);
        Optional<Party> by = seen.presentedBy();
        Optional<Party> actor = token.currentActor().map(Actor::party);
        Optional<String> bound = token.boundTo().filter(name -> name.startsWith("spiffe://"));
        if (left.isPresent()) {
            tally.found(
                    left.get(),
                    List.of(),
                    Evidence.of("actorLeftOut", token.id(), left.get().display()));
        } else if (by.isEmpty()) {
            tally.unknown(Missing.PRESENTERS);
        } else if (actor.isPresent() && !actor.equals(by)) {
            tally.found(
                    by.get(),
                    List.of(),
                    Evidence.of(
                            "presenterNotActor",
                            token.id(),
                            by.get().display(),
                            actor.get().display()));
        } else if (bound.isPresent() && !bound.get().equals(by.get().id())) {
            tally.found(
                    by.get(),
                    List.of(),
                    Evidence.of("presenterNotBound", token.id(), by.get().display(), bound.get()));
        } else {
            tally.fine();
        }
    }

    /** One that passed rights on, by the token's list of hops, and that its actors do not name. */
    private static Optional<Party> leftOut(TokenClaims token) {
        Set<Party> named =
                Stream.concat(token.actors().stream().map(Actor::party), token.subject().stream())
                        .collect(Collectors.toSet());
        return token.hops().stream()
                .map(ClaimedHop::to)
                .filter(party -> !named.contains(party))
                .findFirst();
    }

    /** The tokens of D13: the one who acts is not among those who may. */
    static void mayAct(Walk walk, Tally tally) {
        List<SeenToken> tokens =
                walk.input().facts().find(Tokens.class).map(Tokens::all).orElse(List.of());
        for (SeenToken seen : tokens) {
            TokenClaims token = seen.claims();
            Optional<Actor> actor = token.currentActor();
            if (token.mayAct().isEmpty() || actor.isEmpty()) {
                continue;
            }
            boolean may = token.mayAct().stream().anyMatch(one -> same(one, actor.get(), token));
            if (may) {
                tally.fine();
            } else {
                tally.found(
                        actor.get().party(),
                        List.of(),
                        Evidence.of("mayNotAct", token.id(), actor.get().party().display()));
            }
        }
    }

    private static boolean same(Actor one, Actor other, TokenClaims token) {
        return one.party().id().equals(other.party().id())
                && one.issuer().or(token::issuer).equals(other.issuer().or(token::issuer));
    }

    /** D18: whoever approved it asked for it, or stands in the chain. */
    static CheckResult selfApproval(Walk walk) {
        Optional<Approvals> approvals = walk.input().facts().find(Approvals.class);
        if (approvals.isEmpty()) {
            return Tally.notChecked(CheckId.D18, Missing.APPROVALS);
        }
        Tally tally = new Tally(CheckId.D18);
        for (Approval approval : approvals.get().all()) {
            List<String> grants = approval.grants().stream().sorted().toList();
            if (approval.approver().equals(approval.requester())) {
                tally.found(
                        approval.approver(),
                        grants,
                        Evidence.of("approvedOwn", approval.id(), approval.approver().display()));
            } else if (standsInChain(walk, approval)) {
                tally.found(
                        approval.approver(),
                        grants,
                        Evidence.of(
                                "approverInChain", approval.id(), approval.approver().display()));
            } else {
                tally.fine();
            }
        }
        return tally.result();
    }

    private static boolean standsInChain(Walk walk, Approval approval) {
        return approval.grants().stream()
                .flatMap(id -> walk.graph().grant(id).stream())
                .map(walk.graph()::chainOf)
                .map(Chain::hops)
                .flatMap(List::stream)
                .anyMatch(hop ->
                        hop.from().equals(approval.approver())
                                || hop.to().equals(approval.approver()));
    }
}

package dev.curfew.delegation.check;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.check.Fact.Attestation;
import dev.curfew.delegation.check.Fact.Attestations;
import dev.curfew.delegation.check.Fact.Exchange;
import dev.curfew.delegation.check.Fact.Exchanges;
import dev.curfew.delegation.check.Fact.Federation;
import dev.curfew.delegation.check.Fact.Trust;
import dev.curfew.delegation.check.Walk.Living;
import dev.curfew.delegation.rules.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where rights go that they should not: D08, D09, D13, D14, D17. */
final class BorderChecks {
    private BorderChecks() {}

    /** D08: a hop into another trust domain without federation, or that nobody has allowed. */
    static CheckResult crossDomain(Walk walk) {
        Tally tally = new Tally(CheckId.D08);
        Optional<Federation> federation = walk.input().facts().find(Federation.class);
        for (Living hop : walk.delegations()) {
            Grant grant = hop.grant();
            if (!grant.crossesTrustDomains()) {
                tally.fine();
                continue;
            }
            String from = grant.from().trustDomainName().orElse("");
            String to = grant.to().trustDomainName().orElse("");
            boolean allowed =
                    walk.verdict(hop) instanceof Verdict.Allowed(var rule) && rule.isPresent();
            if (!allowed) {
                tally.found(grant, Evidence.of("crossNotAllowed", grant.id(), from, to));
            } else if (federation.isEmpty()) {
                tally.unknown(Missing.FEDERATION);
            } else if (federation.get().all().contains(new Trust(from, to))) {
                tally.fine();
            } else {
                tally.found(grant, Evidence.of("crossNotFederated", grant.id(), from, to));
            }
        }
        return tally.result();
    }

    /** D09: another domain gave a refresh token for an assertion. */
    static CheckResult foreignRefresh(Walk walk) {
        Optional<Exchanges> exchanges = walk.input().facts().find(Exchanges.class);
        if (exchanges.isEmpty()) {
            return Tally.notChecked(CheckId.D09, Missing.EXCHANGES);
        }
        Tally tally = new Tally(CheckId.D09);
        for (Exchange one : exchanges.get().all()) {
            if (one.refreshToken() && !one.fromIssuer().equals(one.toIssuer())) {
                tally.found(
                        Party.of(Party.Kind.AUTHORITY, one.toIssuer()),
                        List.of(),
                        Evidence.of("foreignRefresh", one.toIssuer(), one.fromIssuer(), one.id()));
            } else {
                tally.fine();
            }
        }
        return tally.result();
    }

    /** D13: nothing permits the actor: no rule, or not the token's own {@code may_act}. */
    static CheckResult notPermitted(Walk walk) {
        Tally tally = new Tally(CheckId.D13);
        for (Living hop : walk.delegations()) {
            if (walk.input().rules().isEmpty()) {
                tally.unknown(Missing.RULES);
                continue;
            }
            Grant grant = hop.grant();
            switch (walk.verdict(hop)) {
                case Verdict.NotPermitted _ ->
                        tally.found(
                                grant,
                                Evidence.of(
                                        "noRulePermits",
                                        grant.id(),
                                        grant.from().display(),
                                        grant.to().display()));
                case Verdict.Undecided(_, var missing) -> tally.unknown(missing(missing));
                case Verdict.Allowed _, Verdict.Forbidden _ -> tally.fine();
            }
        }
        PrincipalChecks.mayAct(walk, tally);
        return tally.result();
    }

    /** D14: a rule forbids it, or allows it only within a limit that it passes. */
    static CheckResult forbidden(Walk walk) {
        if (walk.input().rules().isEmpty()) {
            return Tally.notChecked(CheckId.D14, Missing.RULES);
        }
        Tally tally = new Tally(CheckId.D14);
        for (Living hop : walk.delegations()) {
            Grant grant = hop.grant();
            switch (walk.verdict(hop)) {
                case Verdict.Forbidden(var rule, var because) ->
                        tally.found(
                                grant,
                                Evidence.of(
                                        switch (because) {
                                            case RULE -> "forbidden";
                                            case DEPTH -> "forbiddenDepth";
                                            case TTL -> "forbiddenTtl";
                                        },
                                        grant.id(),
                                        rule.name()));
                case Verdict.Undecided(_, var missing) -> tally.unknown(missing(missing));
                case Verdict.Allowed _, Verdict.NotPermitted _ -> tally.fine();
            }
        }
        return tally.result();
    }

    private static Missing missing(Verdict.Missing missing) {
        return switch (missing) {
            case SCOPE -> Missing.SCOPES;
            case END -> Missing.ENDS;
        };
    }

    /** D17: nobody attests that the delegate is who it is called. */
    static CheckResult unattested(Walk walk) {
        Tally tally = new Tally(CheckId.D17);
        Optional<Attestations> known = walk.input().facts().find(Attestations.class);
        Set<Party> seen = new HashSet<>();
        for (Living hop : walk.delegations()) {
            Party delegate = hop.grant().to();
            if (delegate.kind() != Party.Kind.AGENT
                    || delegate.isEveryone()
                    || !seen.add(delegate)) {
                continue;
            }
            if (delegate.trustDomainName().isEmpty()) {
                tally.found(hop.grant(), Evidence.of("nameOnly", delegate.display()));
            } else if (known.isEmpty()) {
                tally.unknown(Missing.ATTESTATIONS);
            } else {
                Attestation how = known.get().byId().get(delegate.id());
                if (how == Attestation.ATTESTED) {
                    tally.fine();
                } else {
                    tally.found(
                            hop.grant(),
                            Evidence.of(how == null ? "noEntry" : "joinToken", delegate.display()));
                }
            }
        }
        return tally.result();
    }
}

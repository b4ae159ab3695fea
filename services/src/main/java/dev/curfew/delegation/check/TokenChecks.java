package dev.curfew.delegation.check;

import dev.curfew.delegation.Party;
import dev.curfew.delegation.check.Fact.Action;
import dev.curfew.delegation.check.Fact.Actions;
import dev.curfew.delegation.check.Fact.SeenToken;
import dev.curfew.delegation.check.Fact.Tokens;
import dev.curfew.delegation.token.TokenClaims;
import dev.curfew.delegation.token.TokenKind;
import dev.curfew.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How tokens and decisions are used: D16, D19, D23. */
final class TokenChecks {
    private TokenChecks() {}

    /** D16: a token for nobody in particular, for many, or handed on as it is. */
    static CheckResult audience(Walk walk) {
        Optional<Tokens> tokens = walk.input().facts().find(Tokens.class);
        if (tokens.isEmpty()) {
            return Tally.notChecked(CheckId.D16, Missing.TOKENS);
        }
        Tally tally = new Tally(CheckId.D16);
        int most = walk.input().settings().mostAudiences();
        for (SeenToken seen : tokens.get().all()) {
            TokenClaims token = seen.claims();
            Set<String> elsewhere = new TreeSet<>(seen.receivedBy());
            token.audience().forEach(elsewhere::remove);
            if (token.audience().isEmpty()) {
                tally.found(holder(seen), List.of(), Evidence.of("noAudience", token.id()));
            } else if (!elsewhere.isEmpty()) {
                tally.found(
                        holder(seen),
                        List.of(),
                        Evidence.of("passedThrough", token.id(), String.join(", ", elsewhere)));
            } else if (token.audience().size() > most) {
                tally.found(
                        holder(seen),
                        List.of(),
                        Evidence.of("manyAudiences", token.id(), token.audience().size(), most));
            } else {
                tally.fine();
            }
        }
        return tally.result();
    }

    /** Who uses it, as far as known. */
    private static Party holder(SeenToken seen) {
        TokenClaims token = seen.claims();
        return seen.presentedBy()
                .or(() -> token.currentActor().map(actor -> actor.party()))
                .or(token::subject)
                .orElse(new Party(Party.Kind.OTHER, "token", token.id()));
    }

    /** D19: something privileged was done on an old decision, or on none. */
    static CheckResult staleDecision(Walk walk) {
        Optional<Actions> actions = walk.input().facts().find(Actions.class);
        if (actions.isEmpty()) {
            return Tally.notChecked(CheckId.D19, Missing.ACTIONS);
        }
        Tally tally = new Tally(CheckId.D19);
        Duration fresh = walk.input().settings().freshDecision();
        for (Action action : actions.get().all()) {
            Optional<Instant> decided = action.decidedAt().filter(at -> !at.isAfter(action.at()));
            if (decided.isEmpty()) {
                tally.found(
                        action.by(),
                        List.of(),
                        Evidence.of(
                                "noDecision", action.by().display(), action.what(), action.at()));
                continue;
            }
            Duration age = Duration.between(decided.get(), action.at());
            if (age.compareTo(fresh) <= 0) {
                tally.fine();
            } else {
                tally.found(
                        action.by(),
                        List.of(),
                        Evidence.of(
                                "staleDecision",
                                action.by().display(),
                                action.what(),
                                Durations.display(age)));
            }
        }
        return tally.result();
    }

    /** D23: a transaction token is replaced too often, or lives too long that way. */
    static CheckResult stretched(Walk walk) {
        Optional<Tokens> tokens = walk.input().facts().find(Tokens.class);
        if (tokens.isEmpty()) {
            return Tally.notChecked(CheckId.D23, Missing.TOKENS);
        }
        Tally tally = new Tally(CheckId.D23);
        Map<String, Set<TokenClaims>> transactions = new LinkedHashMap<>();
        for (SeenToken seen : tokens.get().all()) {
            TokenClaims token = seen.claims();
            if (token.transaction().isPresent()) {
                transactions
                        .computeIfAbsent(token.transaction().get(), _ -> new LinkedHashSet<>())
                        .add(token);
            } else if (token.kind() == TokenKind.TRANSACTION) {
                tally.unknown(Missing.TRANSACTIONS);
            }
        }
        transactions.forEach((txn, all) -> stretched(walk, txn, all, tally));
        return tally.result();
    }

    private static void stretched(Walk walk, String txn, Set<TokenClaims> all, Tally tally) {
        CheckSettings settings = walk.input().settings();
        TokenClaims one = all.iterator().next();
        Party subject = one.subject().orElse(new Party(Party.Kind.OTHER, "transaction", txn));
        int replaced = all.size() - 1;
        Optional<Instant> begin =
                all.stream()
                        .flatMap(token -> token.issuedAt().stream())
                        .min(Comparator.naturalOrder());
        Optional<Instant> end =
                all.stream()
                        .flatMap(token -> token.end().instant().stream())
                        .max(Comparator.naturalOrder());
        Optional<Duration> life = begin.flatMap(from -> end.map(to -> Duration.between(from, to)));
        if (replaced > settings.mostReplacements()) {
            tally.found(
                    subject,
                    List.of(),
                    Evidence.of("replaced", txn, replaced, settings.mostReplacements()));
        } else if (life.isEmpty()) {
            tally.unknown(Missing.ENDS);
        } else if (life.get().compareTo(settings.longestTransaction()) > 0) {
            tally.found(
                    subject,
                    List.of(),
                    Evidence.of(
                            "stretched",
                            txn,
                            Durations.display(life.get()),
                            Durations.display(settings.longestTransaction())));
        } else {
            tally.fine();
        }
    }
}

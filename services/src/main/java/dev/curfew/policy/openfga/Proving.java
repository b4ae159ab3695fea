package dev.curfew.policy.openfga;

import dev.curfew.outcome.Outcome;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.AccessQuestion.AccessContext;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Proof;
import dev.curfew.policy.Relationship;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Asks again: reads the tuple back, and asks for the decision that it made. Two calls. */
final class Proving {
    private final Store store;
    private final Model model;

    Proving(Store store, Model model) {
        this.store = store;
        this.model = model;
    }

    Outcome<Proof> ended(Relationship one) {
        return new Reading(store, model)
                .standing(one)
                .then(standing ->
                        ask(one, AccessContext.NOTHING)
                                .map(decision ->
                                        new Proof(
                                                verdict(standing.isEmpty(), decision),
                                                standing,
                                                decision)));
    }

    /** At the moment of its end it must not count any more. */
    Outcome<Proof> tightened(Relationship one) {
        return new Reading(store, model)
                .standing(one)
                .then(standing ->
                        ask(one, at(one.notAfter()))
                                .map(decision ->
                                        new Proof(
                                                verdict(
                                                        standing.equals(Optional.of(one)),
                                                        decision),
                                                standing,
                                                decision)));
    }

    private AccessContext at(Optional<Instant> end) {
        Instant after = end.orElse(store.clock().instant()).plusMillis(1);
        Map<String, Object> clocks =
                StreamSupport.stream(model.expiries().spliterator(), false)
                        .collect(
                                Collectors.toMap(
                                        Expiry::clock, _ -> after.toString(), (a, _) -> a));
        return AccessContext.of(clocks);
    }

    private Outcome<Decision> ask(Relationship one, AccessContext context) {
        return new Checking(store, model)
                .check(
                        new AccessQuestion(one.subject(), one.relation(), one.resource(), context),
                        Consistency.STRONGEST);
    }

    private static Proof.Verdict verdict(boolean asWanted, Decision decision) {
        if (!asWanted) {
            return Proof.Verdict.CONTRADICTED;
        }
        return switch (decision.verdict()) {
            case DENIED -> Proof.Verdict.CONFIRMED;
            case ALLOWED -> Proof.Verdict.STILL_ALLOWED;
            case CONDITIONAL, CANNOT_EVALUATE, PARTIAL -> Proof.Verdict.UNPROVED;
        };
    }
}

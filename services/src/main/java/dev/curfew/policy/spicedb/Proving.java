package dev.curfew.policy.spicedb;

import dev.curfew.outcome.Outcome;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.Proof;
import dev.curfew.policy.Relationship;
import java.util.Optional;

/** Asks again: reads the relationship back, and asks for the decision it made. Two calls. */
final class Proving {
    /**
     * SpiceDB takes no question about everyone. Whoever is known by no other relationship is in
     * exactly where everyone is.
     */
    private static final String NOBODY = "curfew-asks-for-nobody";

    private final Place place;

    Proving(Place place) {
        this.place = place;
    }

    Outcome<Proof> ended(Relationship one) {
        return new Reading(place)
                .standing(one)
                .then(standing ->
                        ask(one).map(decision ->
                                new Proof(
                                        ended(standing.isEmpty(), decision), standing, decision)));
    }

    private static Proof.Verdict ended(boolean gone, Decision decision) {
        if (!gone) {
            return Proof.Verdict.CONTRADICTED;
        }
        return switch (decision.verdict()) {
            case DENIED -> Proof.Verdict.CONFIRMED;
            case ALLOWED -> Proof.Verdict.STILL_ALLOWED;
            case CONDITIONAL, CANNOT_EVALUATE, PARTIAL -> Proof.Verdict.UNPROVED;
        };
    }

    /** How it will decide at the end can not be asked: the clock is SpiceDB's own. */
    Outcome<Proof> tightened(Relationship one) {
        return new Reading(place)
                .standing(one)
                .then(standing ->
                        ask(one).map(decision ->
                                new Proof(
                                        standing.equals(Optional.of(one))
                                                ? Proof.Verdict.UNPROVED
                                                : Proof.Verdict.CONTRADICTED,
                                        standing,
                                        decision)));
    }

    private Outcome<Decision> ask(Relationship one) {
        PolicySubject subject =
                one.subject().entity().isEveryone()
                        ? PolicySubject.of(new PolicyEntity(one.subject().entity().type(), NOBODY))
                        : one.subject();
        return new Checking(place)
                .check(
                        new AccessQuestion(
                                subject,
                                one.relation(),
                                one.resource(),
                                AccessQuestion.AccessContext.NOTHING),
                        Consistency.STRONGEST);
    }
}

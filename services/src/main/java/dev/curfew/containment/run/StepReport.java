package dev.curfew.containment.run;

import dev.curfew.containment.ChangePlan.Warning;
import dev.curfew.containment.ItemReport;
import dev.curfew.containment.sever.RotationPhase;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.outcome.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a step so far. Immutable.
 *
 * @param through the connection that it was written through
 * @param attempts how often it was tried
 * @param sentAt when its first call began, on our clock
 * @param acceptedAt when the last of it was accepted
 * @param bound from then on; empty: nothing was accepted
 * @param failure why it is not, or not all of it, as wanted
 * @param waitsFor what a gated step waits for, a sentence {@code gate.KEY}
 * @param phase how far the rotation of an authority is; empty for other steps and before it begins
 * @param proofs oldest first
 */
public record StepReport(
        int number,
        StepState state,
        Optional<String> through,
        int attempts,
        Optional<Instant> sentAt,
        Optional<Instant> acceptedAt,
        List<ItemReport> items,
        Optional<ExposureBound> bound,
        Optional<Failure> failure,
        Optional<Warning> waitsFor,
        Optional<RotationPhase> phase,
        List<Proof> proofs) {

    public StepReport {
        items = List.copyOf(items);
        proofs = List.copyOf(proofs);
    }

    public static StepReport waiting(int number) {
        return new StepReport(
                number,
                StepState.WAITING,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    public StepReport as(StepState changed) {
        return new StepReport(
                number,
                changed,
                through,
                attempts,
                sentAt,
                acceptedAt,
                items,
                bound,
                failure,
                waitsFor,
                phase,
                proofs);
    }

    public StepReport as(StepState changed, Failure why) {
        return new StepReport(
                number,
                changed,
                through,
                attempts,
                sentAt,
                acceptedAt,
                items,
                bound,
                Optional.of(why),
                Optional.empty(),
                phase,
                proofs);
    }

    /**
     * @param closedBy who keeps the gate closed
     */
    public StepReport gated(Warning what, List<ItemReport> closedBy) {
        return new StepReport(
                number,
                StepState.GATED,
                through,
                attempts,
                sentAt,
                acceptedAt,
                closedBy,
                bound,
                failure,
                Optional.of(what),
                phase,
                proofs);
    }

    /** A rotation goes on to its next phase: it is being sent. */
    public StepReport at(RotationPhase next) {
        return new StepReport(
                number,
                StepState.SENT,
                through,
                attempts,
                sentAt,
                acceptedAt,
                List.of(),
                bound,
                failure,
                Optional.empty(),
                Optional.of(next),
                proofs);
    }

    /** A try began. */
    StepReport tried(String connection, Instant at) {
        return new StepReport(
                number,
                StepState.SENT,
                Optional.of(connection),
                attempts + 1,
                sentAt.or(() -> Optional.of(at)),
                acceptedAt,
                items,
                bound,
                failure,
                Optional.empty(),
                phase,
                proofs);
    }

    private StepState after(Proof.Verdict verdict) {
        return switch (verdict) {
            case REVERTED -> StepState.REVERTED;
            case USED -> state == StepState.REVERTED ? state : StepState.CONTRADICTED;
            case HOLDS, UNREADABLE -> state;
        };
    }

    /** Something of it is, or was, in force on a server, and can be looked at and put back. */
    public boolean wasInForce() {
        return state.isInForce()
                || state == StepState.REVERTED
                || (state == StepState.CONTRADICTED
                        && proofs.stream().anyMatch(one -> one.verdict() == Proof.Verdict.USED));
    }

    StepReport with(Proof proof) {
        List<Proof> all = new ArrayList<>(proofs);
        all.add(proof);
        return new StepReport(
                number,
                after(proof.verdict()),
                through,
                attempts,
                sentAt,
                acceptedAt,
                items,
                bound,
                failure.or(proof::failure),
                waitsFor,
                phase,
                all);
    }
}

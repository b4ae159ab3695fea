package dev.curfew.policy.openfga;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyBackend.Ending;
import dev.curfew.policy.PolicyBackend.Tightening;
import dev.curfew.policy.Relationship;
import dev.curfew.wire.openfga.OpenFGAServiceGrpc;
import dev.curfew.wire.openfga.WriteRequest;
import dev.curfew.wire.openfga.WriteRequestDeletes;
import dev.curfew.wire.openfga.WriteRequestWrites;
import dev.curfew.wire.openfga.WriteResponse;
import java.time.Instant;
import java.util.Optional;

/** Ends tuples and gives them earlier ends. */
final class Levers {
    private final Store store;
    private final Model model;

    Levers(Store store, Model model) {
        this.store = store;
        this.model = model;
    }

    Outcome<Ending> end(Relationship one) {
        Outcome<WriteResponse> deleted = write(one, deleting(one));
        return switch (deleted) {
            case Outcome.Ok<WriteResponse> _ -> Outcome.ok(Ending.ENDED);
            case Outcome.Failed<WriteResponse>(var failure) ->
                    failure.reason() == Reason.CHANGED_MEANWHILE
                            ? Outcome.ok(Ending.ALREADY_GONE)
                            : Outcome.failed(failure);
        };
    }

    Outcome<Relationship> restore(Relationship before) {
        return new Reading(store, model)
                .standing(before)
                .then(standing -> {
                    if (standing.equals(Optional.of(before))) {
                        return Outcome.ok(before);
                    }
                    return (standing.isEmpty()
                                    ? Outcome.ok(Ending.ALREADY_GONE)
                                    : end(standing.get()))
                            .then(_ -> write(before, writing(before)))
                            .map(_ -> before);
                });
    }

    Tightening tightening(Relationship one) {
        if (one.condition().flatMap(c -> model.expiry(c.name())).isEmpty()) {
            return Tightening.IMPOSSIBLE;
        }
        return model.twin(one).isPresent() ? Tightening.AT_ONCE : Tightening.GONE_BETWEEN;
    }

    Outcome<Relationship> tighten(Relationship now, Instant notAfter) {
        Optional<String> twin = model.twin(now);
        Optional<Relationship> wanted =
                Tuples.ending(now, twin.orElse(now.relation()), notAfter, model);
        if (wanted.isEmpty()) {
            return Outcome.failed(
                    Reason.NOT_OFFERED, now.display(), "it has no end that could be moved");
        }
        if (now.notAfter().filter(end -> notAfter.isAfter(end)).isPresent()) {
            return Outcome.failed(
                    Reason.INVALID_INPUT,
                    now.display(),
                    "it ends at " + now.notAfter().get() + " already");
        }
        Reading reading = new Reading(store, model);
        return reading.standing(now)
                .then(standing -> {
                    if (!standing.equals(Optional.of(now))) {
                        return Outcome.failed(changed(now, standing));
                    }
                    return twin.isPresent()
                            ? move(now, wanted.get(), reading)
                            : rewrite(now, wanted.get());
                });
    }

    /**
     * From the one slot to the other in one transaction. What stands in the other slot is taken out
     * first: meanwhile this one holds, with the end it had.
     */
    private Outcome<Relationship> move(Relationship now, Relationship wanted, Reading reading) {
        return reading.standing(wanted)
                .then(other -> other.isEmpty() ? Outcome.ok(Ending.ALREADY_GONE) : end(wanted))
                .then(_ ->
                        write(
                                now,
                                writing(wanted)
                                        .setDeletes(
                                                WriteRequestDeletes.newBuilder()
                                                        .addTupleKeys(Tuples.key(now)))))
                .map(_ -> wanted);
    }

    /** A tuple may not be deleted and written in one transaction, so it is gone in between. */
    private Outcome<Relationship> rewrite(Relationship now, Relationship wanted) {
        return write(now, deleting(now))
                .then(_ -> {
                    Outcome<WriteResponse> written = write(wanted, writing(wanted));
                    return switch (written) {
                        case Outcome.Ok<WriteResponse> _ -> Outcome.ok(wanted);
                        case Outcome.Failed<WriteResponse>(var failure) ->
                                Outcome.failed(
                                        Reason.ENDED_INSTEAD, now.display(), failure.detail());
                    };
                });
    }

    private static WriteRequest.Builder deleting(Relationship one) {
        return WriteRequest.newBuilder()
                .setDeletes(WriteRequestDeletes.newBuilder().addTupleKeys(Tuples.key(one)));
    }

    private WriteRequest.Builder writing(Relationship one) {
        return WriteRequest.newBuilder()
                .setWrites(WriteRequestWrites.newBuilder().addTupleKeys(Tuples.tuple(one, model)));
    }

    private Outcome<WriteResponse> write(Relationship about, WriteRequest.Builder request) {
        return store.channel()
                .write(
                        OpenFGAServiceGrpc.getWriteMethod(),
                        request.setStoreId(store.id()).build(),
                        about.display());
    }

    private static Failure changed(Relationship was, Optional<Relationship> is) {
        return new Failure(
                Reason.CHANGED_MEANWHILE,
                was.display(),
                is.isEmpty()
                        ? "it is gone"
                        : "it now ends at "
                                + is.get().notAfter().map(Instant::toString).orElse("no time"));
    }
}

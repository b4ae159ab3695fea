package dev.curfew.policy.spicedb;

import com.authzed.api.v1.PermissionsServiceGrpc;
import com.authzed.api.v1.Precondition;
import com.authzed.api.v1.Relationship;
import com.authzed.api.v1.RelationshipUpdate;
import com.authzed.api.v1.RelationshipUpdate.Operation;
import com.authzed.api.v1.WriteRelationshipsRequest;
import com.authzed.api.v1.WriteRelationshipsResponse;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyBackend.Ending;
import dev.curfew.policy.PolicyBackend.Tightening;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends relationships and gives them earlier ends. An end that merely comes is no revocation: caches
 * go on answering for what has expired. Only a deletion reaches them, so whatever is to end is
 * deleted, expired or not.
 */
final class Levers {
    /** Kept beside each of our changes: whoever watches sees who made it. */
    static final String ACTOR = "actor";

    private static final Struct OURS =
            Struct.newBuilder()
                    .putFields(ACTOR, Value.newBuilder().setStringValue("curfew").build())
                    .build();

    private final Place place;
    private final Schema schema;

    Levers(Place place, Schema schema) {
        this.place = place;
        this.schema = schema;
    }

    Outcome<Ending> end(dev.curfew.policy.Relationship one) {
        Outcome<WriteRelationshipsResponse> deleted =
                write(one, Operation.OPERATION_DELETE, Facts.name(one), true);
        return switch (deleted) {
            case Outcome.Ok<WriteRelationshipsResponse> _ -> Outcome.ok(Ending.ENDED);
            case Outcome.Failed<WriteRelationshipsResponse>(var failure) ->
                    failure.reason() == Reason.CHANGED_MEANWHILE
                            ? write(one, Operation.OPERATION_DELETE, Facts.name(one), false)
                                    .map(_ -> Ending.ALREADY_GONE)
                            : Outcome.failed(failure);
        };
    }

    Outcome<dev.curfew.policy.Relationship> restore(dev.curfew.policy.Relationship before) {
        if (before.condition().isPresent()) {
            return Outcome.failed(
                    Reason.NOT_OFFERED,
                    before.display(),
                    "the values of its caveat were kept as text alone");
        }
        Relationship.Builder wanted = Facts.name(before).toBuilder();
        before.notAfter().map(Facts::timestamp).ifPresent(wanted::setOptionalExpiresAt);
        return write(before, Operation.OPERATION_TOUCH, wanted.build(), false).map(_ -> before);
    }

    Tightening tightening(dev.curfew.policy.Relationship one) {
        return schema.mayExpire(one.resource().type(), one.relation())
                ? Tightening.AT_ONCE
                : Tightening.IMPOSSIBLE;
    }

    Outcome<dev.curfew.policy.Relationship> tighten(
            dev.curfew.policy.Relationship now, Instant notAfter) {
        if (tightening(now) == Tightening.IMPOSSIBLE) {
            return Outcome.failed(
                    Reason.NOT_OFFERED, now.display(), "it has no end that could be moved");
        }
        if (now.notAfter().filter(end -> notAfter.isAfter(end)).isPresent()) {
            return Outcome.failed(
                    Reason.INVALID_INPUT,
                    now.display(),
                    "it ends at " + now.notAfter().get() + " already");
        }
        return new Reading(place)
                .wire(now)
                .then(standing -> {
                    if (!standing.map(Facts::read).equals(Optional.of(now))) {
                        return Outcome.failed(changed(now, standing.map(Facts::read)));
                    }
                    // From the wire, so that a condition keeps its values as they are.
                    Relationship wanted =
                            standing.get().toBuilder()
                                    .setOptionalExpiresAt(Facts.timestamp(notAfter))
                                    .build();
                    return write(now, Operation.OPERATION_TOUCH, wanted, true)
                            .map(_ -> Facts.read(wanted));
                });
    }

    private Outcome<WriteRelationshipsResponse> write(
            dev.curfew.policy.Relationship about,
            Operation operation,
            Relationship relationship,
            boolean mustBeThere) {
        WriteRelationshipsRequest.Builder request =
                WriteRelationshipsRequest.newBuilder()
                        .setOptionalTransactionMetadata(OURS)
                        .addUpdates(
                                RelationshipUpdate.newBuilder()
                                        .setOperation(operation)
                                        .setRelationship(relationship));
        if (mustBeThere) {
            request.addOptionalPreconditions(
                    Precondition.newBuilder()
                            .setOperation(Precondition.Operation.OPERATION_MUST_MATCH)
                            .setFilter(Facts.exactly(about)));
        }
        return place.channel()
                .write(
                        PermissionsServiceGrpc.getWriteRelationshipsMethod(),
                        request.build(),
                        about.display());
    }

    private static Failure changed(
            dev.curfew.policy.Relationship was, Optional<dev.curfew.policy.Relationship> is) {
        return new Failure(
                Reason.CHANGED_MEANWHILE,
                was.display(),
                is.isEmpty()
                        ? "it is gone"
                        : "it now ends at "
                                + is.get().notAfter().map(Instant::toString).orElse("no time"));
    }
}

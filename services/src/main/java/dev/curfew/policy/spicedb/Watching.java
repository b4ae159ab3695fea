package dev.curfew.policy.spicedb;

import com.authzed.api.v1.ReadSchemaRequest;
import com.authzed.api.v1.RelationshipUpdate;
import com.authzed.api.v1.SchemaServiceGrpc;
import com.authzed.api.v1.WatchRequest;
import com.authzed.api.v1.WatchResponse;
import com.authzed.api.v1.WatchServiceGrpc;
import com.authzed.api.v1.ZedToken;
import com.google.protobuf.Value;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.outcome.SafeText;
import dev.curfew.policy.PolicyChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is written and deleted. SpiceDB tells it as a stream that never ends, from a moment that is
 * known to whoever was there; it keeps no history to begin with, and says no times.
 */
final class Watching {
    /** How long the stream is listened to for one page. */
    private static final Duration PAGE = Duration.ofSeconds(2);

    private static final int MOST = 1000;

    private final Place place;

    Watching(Place place) {
        this.place = place;
    }

    /** From nowhere there are no changes: that is where one begins. */
    Outcome<PolicyChange.Page> changes(String from) {
        return from.isEmpty()
                ? now().map(token -> new PolicyChange.Page(List.of(), token))
                : after(from);
    }

    private Outcome<String> now() {
        return place.channel()
                .read(
                        SchemaServiceGrpc.getReadSchemaMethod(),
                        ReadSchemaRequest.getDefaultInstance(),
                        place.channel().target())
                .map(answer -> answer.getReadAt().getToken());
    }

    private Outcome<PolicyChange.Page> after(String from) {
        List<PolicyChange> changes = new ArrayList<>();
        String[] through = {from};
        Outcome<Boolean> ended =
                place.channel().stream(
                        WatchServiceGrpc.getWatchMethod(),
                        WatchRequest.newBuilder()
                                .setOptionalStartCursor(ZedToken.newBuilder().setToken(from))
                                .build(),
                        PAGE,
                        place.channel().target(),
                        answer -> {
                            read(answer, changes);
                            through[0] = answer.getChangesThrough().getToken();
                            return changes.size() < MOST;
                        });
        // The page's time is up, as it mostly is.
        return ended instanceof Outcome.Failed<Boolean>(var failure)
                        && failure.reason() != Reason.NO_ANSWER
                ? Outcome.failed(failure)
                : Outcome.ok(new PolicyChange.Page(changes, through[0]));
    }

    private static void read(WatchResponse answer, List<PolicyChange> into) {
        Optional<String> actor =
                Optional.ofNullable(
                                answer.getOptionalTransactionMetadata()
                                        .getFieldsMap()
                                        .get(Levers.ACTOR))
                        .map(Value::getStringValue)
                        .map(SafeText::of);
        answer.getUpdatesList()
                .forEach(update ->
                        into.add(
                                new PolicyChange(
                                        Facts.read(update.getRelationship()),
                                        update.getOperation()
                                                        == RelationshipUpdate.Operation
                                                                .OPERATION_DELETE
                                                ? PolicyChange.Kind.DELETED
                                                : PolicyChange.Kind.WRITTEN,
                                        Optional.empty(),
                                        actor)));
    }
}

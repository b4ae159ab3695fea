package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.policy.Relationship;
import dev.curfew.spire.ItemResult;
import dev.curfew.spire.JoinToken;
import io.spiffe.spiffeid.SpiffeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one kind of change is made on a server. All methods block; one thread. */
interface Execution {
    /** Items that are sent in one call. */
    default int batchSize() {
        return 1;
    }

    /**
     * Looks again before anything is sent.
     *
     * @return why items must not be sent, by key: someone changed or removed them meanwhile
     */
    Map<String, Failure> check(List<Item> items);

    /** What undo needs, as JSON, from what was seen at the check. */
    String before();

    /** Tells a run that goes on after another what that one saw at its check. */
    default void recall(String before) {}

    /** Tells who wants it and why, before anything is sent. */
    default void confirmedBy(Confirmation confirmation) {}

    /** What is about to be sent, as JSON; no secrets. */
    String sent(List<Item> batch);

    /** One result an item, in order. */
    List<ItemResult<String>> send(List<Item> batch);

    /**
     * Whether each item is as wanted on the server now, by key; an item that can not be read back
     * is left out.
     */
    Map<String, Outcome<Boolean>> readBack(List<Item> items);

    /** What undo needs of what came of it, as JSON. */
    String after();

    /** Entries as they were last read, for the estate; an empty one is gone. */
    default Map<String, Optional<RegistrationEntry>> entriesNow() {
        return Map.of();
    }

    /** Nodes as they were last read, for the estate; an empty one is gone. */
    default Map<SpiffeId, Optional<Node>> nodesNow() {
        return Map.of();
    }

    /** Relationships that were changed, and what took their places; empty: nothing did. */
    default Map<Relationship, Optional<Relationship>> grantsNow() {
        return Map.of();
    }

    /** The server's ids of what was made, by the items' keys. */
    default Map<String, String> made() {
        return Map.of();
    }

    /** Tells a later look what an earlier run has made. */
    default void resume(Map<String, String> made) {}

    default Optional<JoinToken> token() {
        return Optional.empty();
    }
}

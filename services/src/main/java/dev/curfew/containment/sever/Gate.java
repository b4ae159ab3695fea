package dev.curfew.containment.sever;

import dev.curfew.exposure.SeverTimes;
import dev.curfew.identity.HostNames;
import dev.curfew.identity.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Whether a tainted authority may be revoked. A node that has not taken up the new one when the old
 * one is revoked is locked out for good: until its stored SVID is removed and it attests again. The
 * one signal there is is the serial of its certificate, which changes once it has seen the taint;
 * then the SVIDs of its workloads follow in batches of 100 each 5 s. One thread.
 */
final class Gate {
    private final RotationNotes notes;
    private final Instant silentUntil;
    private final ToIntFunction<Node> entries;
    private final Predicate<Node> ofALaterOne;
    private final Map<String, Instant> changedAt = new HashMap<>();

    /**
     * @param silentUntil by when every node has seen the taint that syncs at all: for a node that
     *     renewed right before the taint nothing changes that could be seen
     * @param entries how many a node is authorised for at the most
     * @param ofALaterOne whether a node's certificate is certainly not of what goes
     */
    Gate(
            RotationNotes notes,
            Instant silentUntil,
            ToIntFunction<Node> entries,
            Predicate<Node> ofALaterOne) {
        this.notes = notes;
        this.silentUntil = silentUntil;
        this.entries = entries;
        this.ofALaterOne = ofALaterOne;
    }

    /** How one node stands. */
    enum Standing {
        /** Banned, expired, or attested since: it does not matter, or has the new one anyway. */
        EXEMPT,
        /** It has the new one, and its batches have had their time. */
        PASSED,
        /** It has the new one; its batches are under way. */
        BATCHES,
        /** It has not changed: it has not seen the taint. */
        UNCHANGED
    }

    /**
     * @param clearAt when its batches have had their time; empty: not known
     */
    record NodeStanding(Node node, Standing standing, Optional<Instant> clearAt) {}

    /** All nodes at one look. */
    record Look(List<NodeStanding> nodes) {
        boolean isOpen() {
            return nodes.stream()
                    .allMatch(n ->
                            n.standing() == Standing.EXEMPT || n.standing() == Standing.PASSED);
        }

        List<Node> closedBy() {
            return closing().stream().map(Closing::node).toList();
        }

        List<Closing> closing() {
            return nodes.stream()
                    .filter(n ->
                            n.standing() == Standing.UNCHANGED || n.standing() == Standing.BATCHES)
                    .map(n -> new Closing(n.node(), n.clearAt()))
                    .toList();
        }

        String names() {
            return closedBy().stream()
                    .map(HostNames::orShortName)
                    .collect(Collectors.joining(", "));
        }
    }

    /**
     * @param now when the nodes were read, on our clock; that is later than they changed
     */
    Look look(List<Node> nodes, Instant now) {
        List<NodeStanding> standings = new ArrayList<>();
        for (Node node : nodes) {
            standings.add(standing(node, now));
        }
        return new Look(standings);
    }

    private NodeStanding standing(Node node, Instant now) {
        String id = node.id().toString();
        String atTaint = notes.beforeTaint().get(id);
        if (node.banned() || node.isExpired(now) || atTaint == null) {
            return new NodeStanding(node, Standing.EXEMPT, Optional.empty());
        }
        boolean changed = !node.serial().equals(atTaint);
        if (!changed && !renewedUnderTheNewOne(id, atTaint) && !ofALaterOne.test(node)) {
            return new NodeStanding(node, Standing.UNCHANGED, Optional.empty());
        }
        Instant since = changed ? changedAt.computeIfAbsent(id, _ -> now) : silentUntil;
        Instant clear = SeverTimes.revokeNotBefore(since, entries.applyAsInt(node));
        return new NodeStanding(
                node, now.isBefore(clear) ? Standing.BATCHES : Standing.PASSED, Optional.of(clear));
    }

    /** It renewed between activation and taint: then the taint does not concern it. */
    private boolean renewedUnderTheNewOne(String id, String atTaint) {
        String afterActivation = notes.afterActivation().get(id);
        return afterActivation != null && !afterActivation.equals(atTaint);
    }
}

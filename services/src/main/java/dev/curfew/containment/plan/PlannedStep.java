package dev.curfew.containment.plan;

import dev.curfew.containment.Change;
import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.identity.AuthoritySlots;
import java.util.List;

/**
 * One step of a containment. Steps of one lane run one after the other, lanes run side by side.
 *
 * @param number from 1, in the order in which they are shown
 * @param lane steps of other lanes do not wait for it
 * @param connections the first is written through; where it does not answer, the next; all of them
 *     are read back
 * @param items what it concerns
 * @param spared ids of entries that give the same identities and are not meant: finding them later
 *     is no reversal
 * @param bound if it ran at the moment of planning
 */
public record PlannedStep(
        int number,
        int lane,
        Lever lever,
        List<String> connections,
        Work work,
        List<Item> items,
        List<String> spared,
        ExposureBound bound) {

    public PlannedStep {
        connections = List.copyOf(connections);
        items = List.copyOf(items);
        spared = List.copyOf(spared);
    }

    /** How it is done. */
    public sealed interface Work {
        /** A change that is sent, journaled and read back as any other. */
        record Apply(Change change) implements Work {}

        /**
         * The authorities of one server replaced, with the gate before the old one goes.
         *
         * @param leavesNone no other authority of that kind stays trusted that may have signed what
         *     is to end
         */
        record Rotate(AuthoritySlots.Kind kind, boolean leavesNone) implements Work {}

        /**
         * Authorities before the active ones tainted and, behind a gate of their own, revoked.
         *
         * @param authorities their ids; of upstream ones the subject key ids of the upstream roots
         */
        record Retire(AuthoritySlots.Kind kind, List<String> authorities) implements Work {
            public Retire {
                authorities = List.copyOf(authorities);
            }
        }
    }

    public String writer() {
        return connections.getFirst();
    }

    /** Whether it is done on a policy backend. */
    public boolean isOfGrants() {
        return work instanceof Work.Apply(Change.OnBackend _);
    }

    /** The journal's operation of this step. */
    public String operationId(String containmentId) {
        return containmentId + "/" + number;
    }
}

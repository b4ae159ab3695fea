package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.views.graph.GraphPicture;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A picture of grants, and what each of its boxes and arrows stands for.
 *
 * @param chains SPIRE's own, by the arrow that stands for them; they are in no count
 * @param layer all of these, in the order in which they were read
 * @param alive how many of the shown grants count at the chosen time
 * @param ended how many do not
 * @param forbidden how many count and are not permitted
 */
public record Folded(
        GraphPicture picture,
        Map<String, List<Party>> parties,
        Map<String, List<Grant>> grants,
        Map<Party, String> boxes,
        Map<String, List<Grant>> chains,
        List<Grant> layer,
        int alive,
        int ended,
        int forbidden) {
    static final Folded EMPTY =
            new Folded(
                    GraphPicture.EMPTY, Map.of(), Map.of(), Map.of(), Map.of(), List.of(), 0, 0, 0);

    /** Who a box is, if it is one alone. */
    Optional<Party> party(String box) {
        List<Party> members = parties.getOrDefault(box, List.of());
        return members.size() == 1 ? Optional.of(members.getFirst()) : Optional.empty();
    }

    Optional<String> box(Party party) {
        return Optional.ofNullable(boxes.get(party));
    }

    boolean isFolded() {
        return parties.values().stream().anyMatch(members -> members.size() > 1);
    }

    static String arrow(String from, String to) {
        return from + " → " + to;
    }

    /** Between two boxes there may be one of each kind. */
    static String chain(String from, String to) {
        return from + " ⇢ " + to;
    }

    static boolean isChain(Grant grant) {
        return grant.kind().layer() == Grant.Layer.IDENTITY;
    }

    /** The arrow that stands for a grant, or for one of SPIRE's chains. */
    Optional<String> arrow(Grant grant) {
        boolean chain = isChain(grant);
        return box(grant.from())
                .flatMap(from ->
                        box(grant.to()).map(to -> chain ? chain(from, to) : arrow(from, to)))
                .filter(chain ? chains::containsKey : grants::containsKey);
    }
}

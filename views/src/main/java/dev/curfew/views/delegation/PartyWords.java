package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.stream.Collectors;

/** Names, kinds and icons of who is in the picture. */
final class PartyWords {
    private final Ui ui;

    PartyWords(Ui ui) {
        this.ui = ui;
    }

    /** A path by its last part, as of SPIFFE IDs; the whole of it stands in the details. */
    String name(Party party) {
        if (party.isEveryone()) {
            return ui.text("delegation.everyone", party.type());
        }
        String name = party.shortName();
        String last = name.substring(name.lastIndexOf('/') + 1);
        return last.isEmpty() ? name : last;
    }

    /** In one word, as the field says it. */
    String kind(Party.Kind kind) {
        return switch (kind) {
            case USER -> ui.text("delegation.kind.user");
            case AGENT -> ui.text("delegation.kind.agent");
            case TASK -> ui.text("delegation.kind.task");
            case TOOL -> ui.text("delegation.kind.tool");
            case DATASET -> ui.text("delegation.kind.dataset");
            case AUTHORITY -> ui.text("delegation.kind.authority");
            case TRUST_DOMAIN -> ui.text("delegation.kind.trustDomain");
            case NODE -> ui.text("delegation.kind.node");
            case NODE_ALIAS -> ui.text("delegation.kind.nodeAlias");
            case OTHER -> ui.text("delegation.kind.other");
        };
    }

    String note(List<Party> members) {
        Party first = members.getFirst();
        String kind = first.kind() == Party.Kind.OTHER ? first.type() : kind(first.kind());
        return members.size() == 1
                ? kind
                : ui.text("delegation.folded.note", kind, Counts.of(members.size()));
    }

    String withFindings(String note, int found) {
        return ui.text("delegation.note.findings", note, found);
    }

    String nothingAlive(Party party) {
        return ui.text("delegation.nothingAlive", kind(party.kind()));
    }

    /** What SPIRE's chains are that stand behind one arrow. */
    String chain(List<Grant> links, boolean ended) {
        String kinds =
                links.stream()
                        .map(Grant::kind)
                        .distinct()
                        .map(this::chain)
                        .collect(Collectors.joining(", "));
        return ended ? ui.text("delegation.spire.ended", kinds) : kinds;
    }

    /** In SPIRE's own words. */
    String chain(Grant.Kind kind) {
        return switch (kind) {
            case PARENT -> ui.text("delegation.spire.parent");
            case ALIAS -> ui.text("delegation.spire.alias");
            case DOWNSTREAM -> ui.text("delegation.spire.downstream");
            case FEDERATES -> ui.text("delegation.spire.federates");
            case DELEGATES, USES, STANDING, INCLUDED, ANSWERS_FOR, UNMAPPED ->
                    throw new IllegalArgumentException(kind + " is none of SPIRE's chains");
        };
    }

    /** After a plan, of one alone. */
    String stopped() {
        return ui.text("delegation.plan.stopped");
    }

    /** After a plan, of some who are folded. */
    String stopped(int some, int all) {
        return ui.text("delegation.plan.stopped.some", Counts.of(some), Counts.of(all));
    }

    String remaining() {
        return ui.text("delegation.plan.remains");
    }

    String unissued() {
        return ui.text("delegation.plan.unissued");
    }

    /** What a plan does to an arrow that stands for so many grants. */
    String cut(boolean after, int some, int all) {
        if (some < all) {
            return ui.text("delegation.plan.cut.some", Counts.of(some), Counts.of(all));
        }
        return after ? ui.text("delegation.plan.cut") : ui.text("delegation.plan.toCut");
    }

    /** The same of what a plan puts back. */
    String back(boolean after, int some, int all) {
        if (some < all) {
            return ui.text("delegation.plan.returns.some", Counts.of(some), Counts.of(all));
        }
        return after ? ui.text("delegation.plan.returns") : ui.text("delegation.plan.toReturn");
    }

    String enabled() {
        return ui.text("delegation.plan.enabled");
    }

    String folded(List<Party> members) {
        return ui.text("delegation.folded", name(members.getFirst()));
    }

    String trustDomain(String name) {
        return ui.text("delegation.trustDomain", name);
    }

    AppIcon icon(Party.Kind kind) {
        return switch (kind) {
            case USER -> AppIcon.PERSON;
            case AGENT -> AppIcon.WORKLOADS;
            case TASK -> AppIcon.JOURNAL;
            case TOOL -> AppIcon.COMMAND_LINE;
            case DATASET -> AppIcon.DATA;
            case AUTHORITY -> AppIcon.AUTHORITIES;
            case TRUST_DOMAIN -> AppIcon.FEDERATION;
            case NODE, NODE_ALIAS -> AppIcon.NODES;
            case OTHER -> AppIcon.UNKNOWN;
        };
    }
}

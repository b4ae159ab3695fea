package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.views.graph.Arrow;
import dev.curfew.views.graph.Pick;
import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.stream.Collectors;

/** The picture in words, for its headings, its tooltips and a screen reader. */
final class PictureWords {
    private final DelegationViewModel model;
    private final Ui ui;
    private final PartyWords parties;
    private final GrantWords words;

    PictureWords(DelegationViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        parties = new PartyWords(ui);
        words = new GrantWords(ui);
    }

    /** With SPIRE's chains in between, a column is no hop. */
    String heading(int column) {
        if (model.showsChains()) {
            return "";
        }
        return column == 0
                ? ui.text("delegation.heading.first")
                : ui.text("delegation.heading.hop", column);
    }

    String describe(Pick pick) {
        DelegationState state = model.stateProperty().get();
        return switch (pick) {
            case Pick.OfBox(var id) ->
                    state.folded()
                            .party(id)
                            .map(party ->
                                    ui.text(
                                            "delegation.describe",
                                            parties.name(party),
                                            parties.kind(party.kind()),
                                            grants(state.folded().picture().into(id)),
                                            grants(state.folded().picture().outOf(id))))
                            .orElseGet(() -> describeFold(state, id));
            case Pick.OfArrow(var id) when state.folded().chains().containsKey(id) ->
                    describeChain(state.folded().chains().getOrDefault(id, List.of()));
            case Pick.OfArrow(var id) ->
                    state.folded().grants().getOrDefault(id, List.of()).stream()
                            .limit(5)
                            .map(grant ->
                                    words.sentence(grant, model.graph().state(grant, state.at())))
                            .reduce((one, other) -> one + "\n" + other)
                            .orElse("");
        };
    }

    private static long grants(List<Arrow> arrows) {
        return arrows.stream().filter(arrow -> !arrow.aside()).count();
    }

    private String describeChain(List<Grant> links) {
        return links.stream()
                .limit(5)
                .map(link ->
                        ui.text(
                                "delegation.spire.describe",
                                words.title(link),
                                parties.chain(link.kind())))
                .collect(Collectors.joining("\n"));
    }

    private String describeFold(DelegationState state, String box) {
        List<Party> members = state.folded().parties().getOrDefault(box, List.of());
        return members.isEmpty() ? "" : parties.folded(members) + ", " + parties.note(members);
    }
}

package dev.curfew.views.delegation;

import dev.curfew.delegation.Party;
import dev.curfew.views.graph.Pick;
import dev.curfew.views.kit.Ui;
import java.util.List;

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

    String heading(int column) {
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
                                            state.folded().picture().into(id).size(),
                                            state.folded().picture().outOf(id).size()))
                            .orElseGet(() -> describeFold(state, id));
            case Pick.OfArrow(var id) ->
                    state.folded().grants().getOrDefault(id, List.of()).stream()
                            .limit(5)
                            .map(grant ->
                                    words.sentence(grant, model.graph().state(grant, state.at())))
                            .reduce((one, other) -> one + "\n" + other)
                            .orElse("");
        };
    }

    private String describeFold(DelegationState state, String box) {
        List<Party> members = state.folded().parties().getOrDefault(box, List.of());
        return members.isEmpty() ? "" : parties.folded(members) + ", " + parties.note(members);
    }
}

package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.DetailsPanel;
import dev.curfew.views.kit.Facts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Pill;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Beside the picture: one of SPIRE's own chains, or somebody who is there for them alone. */
final class ChainDetails {
    private static final int MOST = 12;

    private final DetailsPanel panel;
    private final DelegationDetails.Leads leads;
    private final Ui ui;
    private final GrantWords words;
    private final PartyWords parties;

    ChainDetails(DetailsPanel panel, DelegationDetails.Leads leads, Ui ui) {
        this.panel = panel;
        this.leads = leads;
        this.ui = ui;
        words = new GrantWords(ui);
        parties = new PartyWords(ui);
    }

    /** Whether somebody of this kind holds no grants at all. */
    static boolean isOfChains(Party party) {
        return switch (party.kind()) {
            case AUTHORITY, TRUST_DOMAIN, NODE, NODE_ALIAS -> true;
            case USER, AGENT, TASK, TOOL, DATASET, OTHER -> false;
        };
    }

    void show(List<Grant> links, DelegationState state) {
        Grant first = links.getFirst();
        panel.setHead(
                words.title(first),
                new Pill(ui.text("delegation.spire.noGrant"), Tone.MUTED),
                Labels.wrapped(ui.text("delegation.spire.what"), "muted"));
        List<Node> sections = new ArrayList<>();
        links.stream().limit(MOST).forEach(link -> sections.add(link(link, state)));
        if (links.size() > MOST) {
            sections.add(
                    Labels.caption(ui.text("delegation.more", Counts.of(links.size() - MOST))));
        }
        panel.setSections(sections.toArray(Node[]::new));
        panel.setActions();
    }

    private Node link(Grant link, DelegationState state) {
        return DetailsPanel.section(
                parties.chain(link.kind()),
                words.title(link),
                Facts.text(ui.text("delegation.spire.is"), words.mark(link.source()), what(link)),
                Facts.text(ui.text("delegation.fact.source"), gap(), words.source(link.source())),
                Facts.text(ui.text("delegation.spire.record"), gap(), link.source().reference()),
                Facts.text(
                        ui.text("delegation.fact.until"),
                        gap(),
                        ui.text(
                                "delegation.until",
                                words.end(link),
                                words.state(state(link, state)))),
                Facts.text(ui.text("delegation.fact.levers"), gap(), words.levers(link)));
    }

    private static Grant.State state(Grant link, DelegationState state) {
        return state.chains().stream()
                .filter(row -> row.grant().equals(link))
                .findFirst()
                .map(DelegationState.Row::state)
                .orElse(Grant.State.UNKNOWN);
    }

    private String what(Grant link) {
        String from = parties.name(link.from());
        String to = parties.name(link.to());
        return switch (link.kind()) {
            case PARENT -> ui.text("delegation.spire.parent.is", from, to);
            case ALIAS -> ui.text("delegation.spire.alias.is", from, to);
            case DOWNSTREAM -> ui.text("delegation.spire.downstream.is", from, to);
            default -> ui.text("delegation.spire.federates.is", from, to);
        };
    }

    void show(Party party, DelegationState state) {
        panel.setHead(
                parties.name(party),
                new Pill(parties.kind(party.kind()), Tone.MUTED),
                Labels.wrapped(party.display(), "mono", "muted"),
                Labels.wrapped(ui.text("delegation.spire.what"), "muted"));
        panel.setSections(
                list(
                        ui.text("delegation.spire.above"),
                        links(state, link -> link.to().equals(party)),
                        link -> parties.name(link.from())),
                list(
                        ui.text("delegation.spire.below"),
                        links(state, link -> link.from().equals(party)),
                        link -> parties.name(link.to())));
        panel.setActions();
    }

    private static List<Grant> links(DelegationState state, Function<Grant, Boolean> wanted) {
        return state.chains().stream()
                .map(DelegationState.Row::grant)
                .filter(wanted::apply)
                .toList();
    }

    private Node list(String title, List<Grant> links, Function<Grant, String> name) {
        VBox lines = new VBox();
        lines.getStyleClass().add("grant-lines");
        for (Grant link : links.stream().limit(MOST).toList()) {
            lines.getChildren()
                    .add(
                            Facts.link(
                                    Buttons.link(
                                            "delegation-spire-" + link.id(),
                                            name.apply(link),
                                            () -> leads.select(link)),
                                    parties.chain(link.kind())));
        }
        if (links.size() > MOST) {
            lines.getChildren()
                    .add(
                            Labels.caption(
                                    ui.text("delegation.more", Counts.of(links.size() - MOST))));
        }
        if (links.isEmpty()) {
            lines.getChildren().add(Labels.muted(ui.text("delegation.none")));
        }
        return DetailsPanel.section(title, Counts.of(links.size()), lines);
    }

    private static Region gap() {
        Region gap = new Region();
        gap.getStyleClass().add("provenance");
        return gap;
    }
}

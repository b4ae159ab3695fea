package dev.curfew.views.delegation;

import dev.curfew.delegation.Chain;
import dev.curfew.delegation.ChokePoint;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Party;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.delegation.FindingRow.Found;
import dev.curfew.views.delegation.GrantActions.Action;
import dev.curfew.views.kit.ActionButton;
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
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Beside the picture: who somebody is, or a chain hop by hop, or whom one would cut. */
final class DelegationDetails {
    private static final int MOST_FINDINGS = 6;

    /** What the details lead to. */
    interface Leads {
        void select(Party party);

        void select(Grant grant);

        void wayFrom(Party party);

        void wayTo(Party party);

        void whatIf(Grant grant);

        void unfold(String box);

        void showFinding(FindingRow row);
    }

    private final DetailsPanel panel;
    private final GrantActions actions;
    private final Leads leads;
    private final Ui ui;
    private final GrantWords words;
    private final PartyWords parties;
    private final FindingWords findingWords;

    DelegationDetails(GrantActions actions, Leads leads, Runnable close, Ui ui) {
        this.actions = actions;
        this.leads = leads;
        this.ui = ui;
        words = new GrantWords(ui);
        parties = new PartyWords(ui);
        findingWords = new FindingWords(ui);
        panel = new DetailsPanel("delegation-details", ui, close);
    }

    DetailsPanel panel() {
        return panel;
    }

    void showParty(Party party, DelegationState state, Optional<Party> wayFrom) {
        panel.setHead(
                parties.name(party),
                new Pill(parties.kind(party.kind()), Tone.MUTED),
                Labels.wrapped(party.display(), "mono", "muted"));
        List<Grant> given = grants(state, party, true);
        List<Grant> gives = grants(state, party, false);
        VBox way = new VBox(wayButtons(party, wayFrom));
        List<Found> found = state.snapshot().orElseThrow().marks().of(party);
        panel.setSections(
                findings(found),
                list(
                        "delegation-into",
                        ui.text("delegation.given"),
                        given,
                        grant -> parties.name(grant.from())),
                list(
                        "delegation-outOf",
                        ui.text("delegation.gives"),
                        gives,
                        grant -> parties.name(grant.to())),
                DetailsPanel.section(ui.text("delegation.ways"), "", way));
        panel.setActions(
                action(Action.CONTAIN, party),
                action(Action.PREVIEW, party),
                action(Action.TIGHTEN, party),
                Labels.gap(),
                action(Action.OPEN, party));
    }

    /** Takes no room where nothing was found. */
    private Node findings(List<Found> found) {
        VBox lines = new VBox();
        lines.getStyleClass().add("grant-lines");
        found.stream().limit(MOST_FINDINGS).forEach(one -> lines.getChildren().add(finding(one)));
        if (found.size() > MOST_FINDINGS) {
            lines.getChildren()
                    .add(
                            Labels.caption(
                                    ui.text(
                                            "delegation.more",
                                            Counts.of(found.size() - MOST_FINDINGS))));
        }
        Node section =
                DetailsPanel.section(ui.text("findings.heading"), Counts.of(found.size()), lines);
        section.setVisible(!found.isEmpty());
        section.setManaged(!found.isEmpty());
        return section;
    }

    private Node finding(Found one) {
        SeverityMark mark = new SeverityMark();
        mark.show(one);
        ActionButton link =
                Buttons.link(
                        "delegation-finding-" + one.check(),
                        ui.text(
                                "findings.title",
                                one.check().name(),
                                findingWords.title(one.check())),
                        () -> leads.showFinding(one));
        link.setMinWidth(0);
        return new HBox(mark, link, Labels.caption(findingWords.severity(one)));
    }

    private static List<Grant> grants(DelegationState state, Party party, boolean into) {
        return state.rows().stream()
                .map(DelegationState.Row::grant)
                .filter(grant -> (into ? grant.to() : grant.from()).equals(party))
                .toList();
    }

    private HBox wayButtons(Party party, Optional<Party> wayFrom) {
        ActionButton from =
                Buttons.text(
                        "delegation-wayFrom",
                        ui.text("delegation.way.from"),
                        () -> leads.wayFrom(party));
        ActionButton to =
                Buttons.text(
                        "delegation-wayTo", ui.text("delegation.way.to"), () -> leads.wayTo(party));
        to.refuse(
                wayFrom.filter(start -> !start.equals(party)).isPresent()
                        ? ""
                        : ui.text("delegation.way.first"));
        return Labels.row(Buttons.small(from), Buttons.small(to));
    }

    private Node list(String id, String title, List<Grant> grants, Function<Grant, String> name) {
        VBox lines = new VBox();
        lines.getStyleClass().add("grant-lines");
        for (Grant grant : grants.stream().limit(12).toList()) {
            ActionButton link =
                    Buttons.link(
                            id + "-" + grant.id(), name.apply(grant), () -> leads.select(grant));
            link.setMinWidth(0);
            Label scope = Labels.explained(Labels.caption(words.scope(grant)));
            scope.setMinWidth(0);
            lines.getChildren().add(new HBox(words.mark(grant.source()), link, scope));
        }
        if (grants.size() > 12) {
            lines.getChildren()
                    .add(Labels.caption(ui.text("delegation.more", Counts.of(grants.size() - 12))));
        }
        if (grants.isEmpty()) {
            lines.getChildren().add(Labels.muted(ui.text("delegation.none")));
        }
        return DetailsPanel.section(title, Counts.of(grants.size()), lines);
    }

    private ActionButton action(Action action, Party party) {
        ActionButton button =
                switch (action) {
                    case CONTAIN ->
                            Buttons.grave(
                                    Buttons.of(
                                            "delegation-contain",
                                            AppIcon.CONTAIN,
                                            ui.text("workloads.contain"),
                                            () -> actions.run(action, party)));
                    case PREVIEW ->
                            Buttons.icon(
                                    "delegation-preview",
                                    AppIcon.DELEGATION,
                                    ui.text("delegation.plan.preview"),
                                    () -> actions.run(action, party));
                    case TIGHTEN ->
                            Buttons.of(
                                    "delegation-tighten",
                                    AppIcon.TIGHTEN,
                                    ui.text("workloads.tighten"),
                                    () -> actions.run(action, party));
                    case OPEN ->
                            Buttons.icon(
                                    "delegation-open",
                                    AppIcon.OPEN,
                                    ui.text("delegation.open"),
                                    () -> actions.run(action, party));
                };
        button.refuse(actions.whyNot(action, party).orElse(""));
        return button;
    }

    void showFold(String box, List<Party> members) {
        panel.setHead(
                parties.folded(members),
                new Pill(Counts.of(members.size()), Tone.MUTED),
                Labels.muted(parties.note(members)));
        VBox names = new VBox();
        names.getStyleClass().add("grant-lines");
        members.stream().limit(20).forEach(member -> names.getChildren().add(memberLink(member)));
        if (members.size() > 20) {
            names.getChildren()
                    .add(
                            Labels.caption(
                                    ui.text("delegation.more", Counts.of(members.size() - 20))));
        }
        panel.setSections(DetailsPanel.section(ui.text("delegation.members"), "", names));
        panel.setActions(
                Buttons.of(
                        "delegation-unfold",
                        AppIcon.CHEVRON_DOWN,
                        ui.text("delegation.unfold"),
                        () -> leads.unfold(box)));
    }

    private ActionButton memberLink(Party member) {
        return Buttons.link(
                "delegation-member-" + member.id(),
                parties.name(member),
                () -> leads.select(member));
    }

    /** The chain down to a grant, and the other grants of the same arrow. */
    void showGrant(Grant grant, List<Grant> sameArrow, DelegationState state) {
        Chain chain = state.snapshot().orElseThrow().grants().chainOf(grant);
        int wide = firstWidening(chain, graph(state));
        panel.setHead(
                ui.text("delegation.chain", chain.hops().size()),
                wide == 0
                        ? new Region()
                        : new Pill(ui.text("delegation.chain.widens", wide), Tone.DANGER),
                Labels.wrapped(words.title(grant), "muted"));
        List<Node> sections = new ArrayList<>();
        chain.missing()
                .ifPresent(missing ->
                        sections.add(note(ui.text("delegation.chain.missing", missing))));
        if (chain.loops()) {
            sections.add(note(ui.text("delegation.chain.loops")));
        }
        for (int i = 0; i < chain.hops().size(); i++) {
            sections.add(hop(i + 1, chain.hops().get(i), state));
        }
        List<Grant> others = sameArrow.stream().filter(other -> !other.equals(grant)).toList();
        if (!others.isEmpty()) {
            sections.add(
                    list("delegation-same", ui.text("delegation.sameArrow"), others, words::scope));
        }
        panel.setSections(sections.toArray(Node[]::new));
        boolean shown = state.isWhatIf();
        panel.setActions(
                Buttons.of(
                        "delegation-whatIf",
                        AppIcon.CONTAINMENTS,
                        shown ? ui.text("delegation.whatIf.end") : ui.text("delegation.whatIf"),
                        () -> leads.whatIf(grant)));
    }

    /** Counted from 1; 0: none widens. */
    private static int firstWidening(Chain chain, GrantGraph graph) {
        for (int i = 0; i < chain.hops().size(); i++) {
            if (!ScopeChips.beyondParent(chain.hops().get(i), graph).isEmpty()) {
                return i + 1;
            }
        }
        return 0;
    }

    private static Node note(String words) {
        VBox box = new VBox(Labels.wrapped(words, "tone-warning"));
        box.getStyleClass().add("details-section");
        return box;
    }

    private Node hop(int number, Grant grant, DelegationState state) {
        List<Node> facts = new ArrayList<>();
        String change = words.change(grant, graph(state));
        boolean wide = !ScopeChips.beyondParent(grant, graph(state)).isEmpty();
        facts.add(
                Facts.text(
                        ui.text("delegation.fact.scope"),
                        words.mark(grant.source()),
                        words.scope(grant)));
        if (!change.isEmpty()) {
            facts.add(Facts.text("", gap(), change, wide ? "tone-danger" : "muted"));
        }
        if (state.snapshot().orElseThrow().forbidden().contains(grant.id())) {
            facts.add(Facts.text("", gap(), ui.text("delegation.forbidden"), "tone-danger"));
        }
        List<Found> found = state.snapshot().orElseThrow().marks().of(grant.id());
        if (!found.isEmpty()) {
            facts.add(
                    Facts.of(
                            ui.text("findings.heading"),
                            gap(),
                            found.stream()
                                    .limit(MOST_FINDINGS)
                                    .map(this::finding)
                                    .toArray(Node[]::new)));
        }
        facts.add(
                Facts.text(ui.text("delegation.fact.source"), gap(), words.source(grant.source())));
        facts.add(
                Facts.text(
                        ui.text("delegation.fact.until"),
                        gap(),
                        ui.text(
                                "delegation.until",
                                words.end(grant),
                                words.state(state(grant, state)))));
        facts.add(Facts.text(ui.text("delegation.fact.levers"), gap(), words.levers(grant)));
        if (state.removed().contains(grant.id())) {
            facts.add(Facts.text("", gap(), ui.text("delegation.wouldEnd"), "strong"));
        }
        VBox section = Facts.numbered(number, words.title(grant), "", facts.toArray(Node[]::new));
        if (wide) {
            section.getStyleClass().add("grave-section");
        }
        return section;
    }

    private static Region gap() {
        Region gap = new Region();
        gap.getStyleClass().add("provenance");
        return gap;
    }

    private static Grant.State state(Grant grant, DelegationState state) {
        return state.snapshot().orElseThrow().grants().state(grant, state.at());
    }

    private static GrantGraph graph(DelegationState state) {
        return state.snapshot().orElseThrow().grants();
    }

    void showChokePoints(List<ChokePoint> points) {
        panel.setHead(
                ui.text("delegation.chokePoints"),
                new Region(),
                Labels.wrapped(ui.text("delegation.chokePoints.what"), "muted"));
        VBox lines = new VBox();
        lines.getStyleClass().add("grant-lines");
        for (ChokePoint point : points) {
            lines.getChildren()
                    .add(
                            Facts.link(
                                    memberLink(point.party()),
                                    ui.text(
                                            "delegation.chokePoints.behind",
                                            Counts.of(point.targetsBehind()),
                                            Counts.of(point.behind()))));
        }
        if (points.isEmpty()) {
            lines.getChildren().add(Labels.muted(ui.text("delegation.chokePoints.none")));
        }
        panel.setSections(DetailsPanel.section(ui.text("delegation.cutHere"), "", lines));
        panel.setActions();
    }
}

package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.delegation.FindingRow.Found;
import dev.curfew.views.delegation.FindingRow.NotKnown;
import dev.curfew.views.delegation.GrantActions.Action;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.CopyButton;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.DetailsPanel;
import dev.curfew.views.kit.Facts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Pill;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Beside the findings: what was seen, why it matters, and what ends it. */
final class FindingDetails {
    private static final int MOST_GRANTS = 8;

    /** What the details lead to. */
    interface Leads {
        /** In the picture. */
        void show(Grant grant);

        /** In the picture. */
        void show(Party party);
    }

    private final DetailsPanel panel;
    private final GrantActions actions;
    private final Leads leads;
    private final Ui ui;
    private final FindingWords words;
    private final GrantWords grantWords;
    private final WaiverSection waiver;

    FindingDetails(FindingsModel model, GrantActions actions, Leads leads, Runnable close, Ui ui) {
        this.actions = actions;
        this.leads = leads;
        this.ui = ui;
        words = new FindingWords(ui);
        grantWords = new GrantWords(ui);
        waiver = new WaiverSection(model, ui);
        panel = new DetailsPanel("findings-details", ui, close);
    }

    DetailsPanel panel() {
        return panel;
    }

    /** Whether something is being typed about this one, which must not be taken away. */
    boolean isWriting(FindingRow row) {
        return waiver.isWriting(row);
    }

    void show(Found found, Findings findings) {
        panel.setHead(
                found.check().name(),
                new Pill(words.severity(found), tone(found)),
                Labels.wrapped(words.title(found.check()), "strong"),
                Labels.wrapped(found.what(), "muted"));
        List<Grant> grants = findings.grants(found.finding(), MOST_GRANTS);
        List<Node> sections = new ArrayList<>();
        sections.add(seen(found, grants));
        grants.forEach(grant -> sections.add(grant(grant, findings)));
        sections.add(why(found));
        sections.add(levers(found));
        sections.add(waiver.show(found));
        sections.add(frameworks(found));
        panel.setSections(sections.toArray(Node[]::new));
        panel.setActions(shown(found, grants), contain(found, grants));
    }

    /** Only critical is red. */
    private static Tone tone(Found found) {
        if (found.waiver().isPresent()) {
            return Tone.MUTED;
        }
        return switch (found.severity()) {
            case CRITICAL -> Tone.DANGER;
            case HIGH -> Tone.NEUTRAL;
            case MEDIUM, LOW -> Tone.MUTED;
        };
    }

    private Node seen(Found found, List<Grant> grants) {
        List<Node> facts = new ArrayList<>();
        facts.add(
                Facts.id(
                        words.evidence(found.finding()),
                        new CopyButton(
                                "findings-copy",
                                ui.text("findings.copy.what"),
                                () -> words.copied(found),
                                ui)));
        facts.add(
                Facts.text(
                        ui.text("findings.fact.about"),
                        new Region(),
                        found.finding().subject().display(),
                        "mono"));
        facts.add(
                Facts.text(
                        ui.text("findings.fact.since"),
                        new Region(),
                        ui.text(
                                "findings.since",
                                ui.ages().full(found.since()),
                                ui.ages().since(found.since()))));
        words.weight(found.finding())
                .ifPresent(weight ->
                        facts.add(
                                Facts.text(ui.text("findings.fact.weighs"), new Region(), weight)));
        int more = found.finding().grants().size() - grants.size();
        if (more > 0) {
            facts.add(Labels.caption(ui.text("findings.moreGrants", Counts.of(more))));
        }
        return DetailsPanel.section(ui.text("findings.seen"), "", facts.toArray(Node[]::new));
    }

    private Node grant(Grant grant, Findings findings) {
        ActionButton link =
                Buttons.link(
                        "findings-grant-" + grant.id(), words.hop(grant), () -> leads.show(grant));
        VBox section =
                DetailsPanel.section(
                        ui.text("findings.grant"),
                        grant.relation(),
                        Facts.link(link, ""),
                        Facts.text(
                                ui.text("delegation.fact.scope"),
                                grantWords.mark(grant.source()),
                                grantWords.scope(grant)),
                        Facts.text(
                                ui.text("delegation.fact.source"),
                                gap(),
                                grantWords.source(grant.source())),
                        Facts.text(
                                ui.text("delegation.fact.until"),
                                gap(),
                                ui.text(
                                        "delegation.until",
                                        grantWords.end(grant),
                                        grantWords.state(
                                                findings.of()
                                                        .grants()
                                                        .state(grant, findings.at())))));
        return section;
    }

    private static Region gap() {
        Region gap = new Region();
        gap.getStyleClass().add("provenance");
        return gap;
    }

    private Node why(FindingRow row) {
        return DetailsPanel.section(
                ui.text("findings.why"), "", Labels.wrapped(words.why(row.check())));
    }

    private Node levers(FindingRow row) {
        return DetailsPanel.section(
                ui.text("findings.levers"),
                ui.text("findings.levers.order"),
                FindingWords.levers(row.check()).stream()
                        .map(lever -> Labels.wrapped(ui.text("findings.bullet", lever)))
                        .toArray(Node[]::new));
    }

    private Node frameworks(FindingRow row) {
        return DetailsPanel.section(
                ui.text("findings.frameworks"),
                "",
                words.frameworks(row.check()).entrySet().stream()
                        .map(one -> Facts.text(one.getKey(), new Region(), one.getValue()))
                        .toArray(Node[]::new));
    }

    void show(NotKnown not) {
        panel.setHead(
                not.check().name(),
                new Pill(ui.text("findings.notKnown"), Tone.MUTED),
                Labels.wrapped(words.title(not.check()), "strong"),
                Labels.wrapped(not.what(), "muted"));
        panel.setSections(
                DetailsPanel.section(
                        ui.text("findings.missing"),
                        "",
                        Stream.concat(
                                        not.missing().stream()
                                                .sorted()
                                                .map(FindingWords::missing)
                                                .map(word -> ui.text("findings.bullet", word)),
                                        Stream.of(ui.text("findings.missing.what")))
                                .map(line -> Labels.wrapped(line))
                                .toArray(Node[]::new)),
                why(not),
                frameworks(not));
        panel.setActions();
    }

    private Node shown(Found found, List<Grant> grants) {
        Party subject = found.finding().subject();
        return Buttons.of(
                "findings-show",
                AppIcon.DELEGATION,
                ui.text("findings.show"),
                () -> {
                    if (grants.isEmpty()) {
                        leads.show(subject);
                    } else {
                        leads.show(grants.getFirst());
                    }
                });
    }

    private Node contain(Found found, List<Grant> grants) {
        Party party = culprit(found, grants);
        ActionButton button =
                Buttons.grave(
                        Buttons.of(
                                "findings-contain",
                                AppIcon.CONTAIN,
                                ui.text("findings.contain", new PartyWords(ui).name(party)),
                                () -> actions.run(Action.CONTAIN, party)));
        // A long name may be cut: it stands above.
        button.setMinWidth(0);
        button.refuse(actions.whyNot(Action.CONTAIN, party).orElse(""));
        return button;
    }

    /** Who would be contained: whom it is about, or else who holds or gave the grant. */
    static Party culprit(Found found, List<Grant> grants) {
        Party subject = found.finding().subject();
        return Stream.concat(
                        Stream.of(subject),
                        grants.stream().flatMap(grant -> Stream.of(grant.to(), grant.from())))
                .filter(party -> party.spiffeId().isPresent())
                .findFirst()
                .orElse(subject);
    }
}

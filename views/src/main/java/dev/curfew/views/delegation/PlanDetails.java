package dev.curfew.views.delegation;

import dev.curfew.containment.plan.PlanEffect;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.delegation.Cut;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.PlannedCut;
import dev.curfew.views.contain.ContainWords;
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
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Beside the picture: all that a plan ends, all that it leaves, and what is not drawn. */
final class PlanDetails {
    private static final int MOST = 12;

    /** A note of so many characters has room beside a link. */
    private static final int SHORT = 16;

    private final DetailsPanel panel;
    private final DelegationDetails.Leads leads;
    private final Ui ui;
    private final GrantWords words;
    private final PartyWords parties;
    private final PlanWords planWords;
    private final ContainWords contain;

    PlanDetails(DetailsPanel panel, DelegationDetails.Leads leads, Ui ui) {
        this.panel = panel;
        this.leads = leads;
        this.ui = ui;
        words = new GrantWords(ui);
        parties = new PartyWords(ui);
        planWords = new PlanWords(ui);
        contain = new ContainWords(ui);
    }

    void show(PlannedPicture planned) {
        PlanEffect effect = planned.effect();
        PlannedCut cut = planned.cut();
        panel.setHead(
                contain.title(effect.plan()),
                new Pill(ui.text("delegation.plan.nothingSent"), Tone.MUTED),
                Labels.wrapped(planWords.counts(planned), "muted"));
        if (effect.plan().restores().isPresent()) {
            panel.setSections(
                    grants("returned", ui.text("delegation.plan.returned"), cut.returned()),
                    who("enabled", ui.text("delegation.plan.canAgain"), cut.enabled(), _ -> ""),
                    lines(ui.text("delegation.plan.beside.restore"), beside(effect)),
                    lines(ui.text("delegation.plan.notReached"), notReached(effect)));
            panel.setActions();
            return;
        }
        panel.setSections(
                grants("ended", ui.text("delegation.plan.ended"), highestFirst(cut)),
                who("stopped", ui.text("delegation.plan.cannotAct"), cut.stopped(), _ -> ""),
                who(
                        "remaining",
                        ui.text("delegation.plan.canAct"),
                        cut.remaining(),
                        party -> by(party, cut)),
                grants("goesOn", ui.text("delegation.plan.all.goesOn"), cut.goesOn()),
                lines(ui.text("delegation.plan.beside"), beside(effect)),
                lines(ui.text("delegation.plan.notReached"), notReached(effect)));
        panel.setActions();
    }

    private static List<Grant> highestFirst(PlannedCut cut) {
        return Cut.highestFirst(cut.before(), cut.ended().stream().map(Grant::id).toList()).stream()
                .map(Cut::grant)
                .toList();
    }

    /** By which grant somebody can act then. */
    private String by(Party party, PlannedCut cut) {
        return cut.wayLeft(party)
                .map(grant -> ui.text("delegation.plan.by", words.title(grant)))
                .orElse(ui.text("delegation.plan.byAll"));
    }

    private Node grants(String id, String title, List<Grant> all) {
        return section(
                title,
                all,
                grant ->
                        line(
                                Buttons.link(
                                        "delegation-plan-" + id + "-" + grant.id(),
                                        words.title(grant),
                                        () -> leads.select(grant)),
                                words.scope(grant)));
    }

    private Node who(
            String id, String title, Collection<Party> all, Function<Party, String> beside) {
        return section(
                title,
                all,
                party ->
                        line(
                                Buttons.link(
                                        "delegation-plan-" + id + "-" + party.id(),
                                        parties.name(party),
                                        () -> leads.select(party)),
                                beside.apply(party)));
    }

    /**
     * A long note stands below: beside the link it would make everything here wider than the panel.
     */
    private static Node line(ActionButton link, String note) {
        return note.length() <= SHORT
                ? Facts.link(link, note)
                : new VBox(Facts.link(link, ""), Labels.wrapped(note, "caption"));
    }

    private <T> Node section(String title, Collection<T> all, Function<T, Node> line) {
        VBox lines = new VBox();
        lines.getStyleClass().add("grant-lines");
        all.stream().limit(MOST).map(line).forEach(lines.getChildren()::add);
        if (all.size() > MOST) {
            lines.getChildren()
                    .add(Labels.caption(ui.text("delegation.more", Counts.of(all.size() - MOST))));
        }
        if (all.isEmpty()) {
            lines.getChildren().add(Labels.muted(ui.text("delegation.none")));
        }
        return DetailsPanel.section(title, Counts.of(all.size()), lines);
    }

    private Node lines(String title, List<String> sentences) {
        return section(title, sentences, Labels::wrapped);
    }

    /** What it does elsewhere than to grants, and what that leaves. */
    private List<String> beside(PlanEffect effect) {
        List<String> sentences = new ArrayList<>();
        for (PlannedStep step : effect.beside()) {
            String items = contain.items(step);
            String name = contain.numbered(step);
            String leaves = ContainWords.leaves(step.lever());
            sentences.add(
                    items.isEmpty()
                            ? ui.text("delegation.plan.step", name, leaves)
                            : ui.text("delegation.plan.step.of", name, items, leaves));
        }
        return sentences;
    }

    private List<String> notReached(PlanEffect effect) {
        List<String> sentences = new ArrayList<>();
        String left = planWords.left(effect);
        if (!left.isEmpty()) {
            sentences.add(left);
        }
        effect.plan().blast().notReached().stream().map(ContainWords::hit).forEach(sentences::add);
        return sentences;
    }
}

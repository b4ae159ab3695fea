package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.rules.DelegationRules;
import dev.curfew.delegation.rules.Grouped.Cell;
import dev.curfew.delegation.rules.Grouped.Group;
import dev.curfew.delegation.rules.Grouped.Stance;
import dev.curfew.delegation.rules.Matrix.Ruled;
import dev.curfew.delegation.rules.Rule;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Beside rules and matrix: which grants are there, and what the rules say of each. */
final class RulesDetails {
    private static final int MOST = 40;

    private final DetailsPanel panel;
    private final FindingDetails.Leads leads;
    private final Ui ui;
    private final RuleWords words;
    private final GrantWords grantWords;

    RulesDetails(FindingDetails.Leads leads, Runnable close, Ui ui) {
        this.leads = leads;
        this.ui = ui;
        words = new RuleWords(ui);
        grantWords = new GrantWords(ui);
        panel = new DetailsPanel("rules-details", ui, close);
    }

    DetailsPanel panel() {
        return panel;
    }

    void show(Group from, Group to, Optional<Cell> cell, DelegationRules rules) {
        Stance stance = cell.map(Cell::stance).orElse(Stance.DEFAULT);
        panel.setHead(
                ui.text("rules.cell.title"),
                new Pill(
                        stance == Stance.DEFAULT
                                ? RuleWords.byDefault(rules, ui)
                                : words.stance(stance),
                        Tone.MUTED),
                Labels.wrapped(
                        ui.text("delegation.hop", lastPart(from.name()), lastPart(to.name())),
                        "strong"),
                Labels.wrapped(ui.text("rules.cell.from", from.name()), "muted"),
                Labels.wrapped(ui.text("rules.cell.to", to.name()), "muted"));
        List<Rule> about = cell.map(Cell::rules).orElse(List.of());
        panel.setSections(about(about, rules), grants(cell.map(Cell::grants).orElse(List.of())));
        panel.setActions();
    }

    private static String lastPart(String name) {
        String bare = RuleWords.shortened(name);
        return bare.endsWith("/*") || !bare.contains("/")
                ? bare
                : bare.substring(bare.lastIndexOf('/') + 1);
    }

    private Node about(List<Rule> about, DelegationRules rules) {
        List<Node> lines = new ArrayList<>();
        for (Rule rule : about) {
            String limits = words.limits(rule);
            lines.add(
                    Facts.of(
                            words.effect(rule),
                            new Region(),
                            Labels.wrapped(rule.name(), "strong"),
                            Labels.wrapped(
                                    limits.isEmpty() ? ui.text("rules.limit.none") : limits,
                                    "muted")));
        }
        if (about.isEmpty()) {
            lines.add(
                    Labels.wrapped(
                            ui.text("rules.cell.noRule", RuleWords.byDefault(rules, ui)), "muted"));
        }
        return DetailsPanel.section(
                ui.text("rules.cell.rules"), Counts.of(about.size()), lines.toArray(Node[]::new));
    }

    private Node grants(List<Ruled> grants) {
        VBox lines = new VBox();
        lines.getStyleClass().add("rules-grants");
        grants.stream()
                .sorted(Comparator.comparing((Ruled one) -> !one.verdict().isBroken()))
                .limit(MOST)
                .forEach(one -> lines.getChildren().add(grant(one)));
        if (grants.size() > MOST) {
            lines.getChildren()
                    .add(
                            Labels.caption(
                                    ui.text("delegation.more", Counts.of(grants.size() - MOST))));
        }
        if (grants.isEmpty()) {
            lines.getChildren().add(Labels.muted(ui.text("delegation.none")));
        }
        return DetailsPanel.section(ui.text("rules.cell.grants"), Counts.of(grants.size()), lines);
    }

    private Node grant(Ruled ruled) {
        Grant grant = ruled.grant();
        ActionButton link =
                Buttons.link(
                        "rules-grant-" + grant.id(),
                        grantWords.title(grant),
                        () -> leads.show(grant));
        VBox lines =
                new VBox(
                        Labels.row(grantWords.mark(grant.source()), link),
                        Labels.wrapped(
                                words.verdict(ruled.verdict()),
                                ruled.verdict().isBroken() ? "tone-danger" : "muted"),
                        Labels.wrapped(
                                ui.text(
                                        "rules.grant",
                                        grantWords.scope(grant),
                                        grantWords.end(grant),
                                        grantWords.source(grant.source())),
                                "caption"));
        lines.getStyleClass().add("rules-grant");
        return lines;
    }

    void show(RuleLine line) {
        Rule rule = line.rule();
        panel.setHead(
                rule.name(),
                new Pill(words.effect(rule), Tone.MUTED),
                Labels.wrapped(
                        rule.reason().isEmpty() ? ui.text("rules.noReason") : rule.reason(),
                        "muted"));
        String limits = words.limits(rule);
        panel.setSections(
                DetailsPanel.section(
                        ui.text("rules.rule"),
                        "",
                        Facts.text(ui.text("rules.column.from"), new Region(), words.from(rule)),
                        Facts.text(ui.text("rules.column.to"), new Region(), words.to(rule)),
                        Facts.text(
                                ui.text("rules.column.limits"),
                                new Region(),
                                limits.isEmpty() ? ui.text("rules.limit.none") : limits)),
                grants(line.decided()));
        panel.setActions();
    }
}

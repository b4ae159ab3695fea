package dev.curfew.views.trust;

import dev.curfew.estate.ServerEstate;
import dev.curfew.estate.TrustLanguage;
import dev.curfew.icons.AppIcon;
import dev.curfew.identity.FederationRelationship.Profile;
import dev.curfew.identity.TrustBundle;
import dev.curfew.text.Durations;
import dev.curfew.views.actions.Actions;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.CopyButton;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.DetailsPanel;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Origin;
import dev.curfew.views.kit.Pill;
import dev.curfew.views.kit.Provenance;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.Places;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/** One relationship: how it is polled, what was fetched, who uses it. */
final class FederationDetails {
    private static final Duration USUAL_HINT = Duration.ofMinutes(5);
    private static final Duration LEAST_HINT = Duration.ofMinutes(1);

    private final Ui ui;
    private final Actions actions;
    private final Navigator navigator;
    private final DetailsPanel panel;

    FederationDetails(Actions actions, Navigator navigator, Ui ui, Runnable close) {
        this.ui = ui;
        this.actions = actions;
        this.navigator = navigator;
        panel = new DetailsPanel("trust-federation-details", ui, close);
    }

    DetailsPanel node() {
        return panel;
    }

    void show(FederationRow row, ServerEstate server) {
        boolean fetched = row.bundle().isPresent();
        panel.setHead(
                row.name(),
                new Pill(
                        ui.text(fetched ? "trust.fetched" : "trust.neverFetched"),
                        fetched ? Tone.MUTED : Tone.WARNING),
                Labels.row(
                        Labels.mono(row.relationship().endpointUrl()),
                        new CopyButton(
                                "trust-copyUrl",
                                ui.text("trust.fact.url"),
                                () -> row.relationship().endpointUrl(),
                                ui)));
        List<Node> sections = new ArrayList<>();
        sections.add(relationship(row, server));
        row.bundle().ifPresent(bundle -> sections.add(bundle(row, bundle, server)));
        sections.add(
                DetailsPanel.section(
                        ui.text("trust.part.know"),
                        "",
                        words(row).stream()
                                .map(sentence -> Labels.wrapped(sentence))
                                .toArray(Node[]::new)));
        panel.setSections(sections.toArray(Node[]::new));
        ActionButton refresh =
                Buttons.of(
                        "trust-refresh",
                        AppIcon.REFRESH,
                        ui.text("trust.refresh"),
                        () -> actions.refreshFederation(row.relationship().trustDomain()));
        ActionButton remove =
                Buttons.grave(
                        Buttons.of(
                                "trust-remove",
                                AppIcon.DELETE,
                                ui.text("trust.remove"),
                                () -> actions.removeFederation(row.relationship())));
        String why = actions.whyNot().getValue().orElse("");
        refresh.refuse(why);
        remove.refuse(why);
        panel.setActions(refresh, Labels.gap(), remove);
    }

    private Node relationship(FederationRow row, ServerEstate server) {
        List<Node> facts = new ArrayList<>();
        facts.add(
                observed("trust.fact.profile", TrustLanguage.profile(row.relationship()), server));
        if (row.relationship().profile() instanceof Profile.HttpsSpiffe(var id)) {
            facts.add(observed("trust.fact.endpointId", id.toString(), server));
        }
        String words = TrustColumns.usedBy(row, ui);
        Node entries =
                row.usedBy().filter(count -> count > 0).isEmpty()
                        ? Labels.of(words)
                        : Buttons.link(
                                "trust-showEntries",
                                words,
                                () ->
                                        navigator.go(
                                                new Location(
                                                        Places.WORKLOADS,
                                                        "federates:" + row.name())));
        facts.add(DetailsPanel.fact(ui.text("trust.fact.usedBy"), mark(server), entries));
        return DetailsPanel.section(
                ui.text("trust.part.relationship"),
                ui.text("trust.part.relationship.asks"),
                facts.toArray(Node[]::new));
    }

    private Node bundle(FederationRow row, TrustBundle bundle, ServerEstate server) {
        List<Node> facts = new ArrayList<>();
        facts.add(observed("trust.fact.roots", Counts.of(bundle.x509Authorities().size()), server));
        row.earliestEnd()
                .ifPresent(end ->
                        facts.add(
                                observed(
                                        "trust.fact.rootsEnd",
                                        TrustWords.moment(end, ui),
                                        server)));
        facts.add(observed("trust.fact.keys", Counts.of(bundle.jwtAuthorities().size()), server));
        facts.add(observed("trust.fact.hint", TrustColumns.hint(row, ui), server));
        facts.add(
                DetailsPanel.fact(
                        ui.text("trust.fact.polled"),
                        Provenance.mark(
                                new Origin.Derived(List.of(ui.text("trust.rule.polled"))), ui),
                        Labels.of(Durations.display(polled(bundle)))));
        facts.add(observed("trust.fact.sequence", Long.toString(bundle.sequenceNumber()), server));
        return DetailsPanel.section(
                ui.text("trust.part.bundle"),
                ui.text("trust.part.bundle.asks"),
                facts.toArray(Node[]::new));
    }

    /** A quarter of the hint; Source: SPIRE's bundle client. */
    static Duration polled(TrustBundle bundle) {
        Duration hint = Duration.ofSeconds(bundle.refreshHintSeconds());
        if (hint.isZero()) {
            hint = USUAL_HINT;
        }
        return (hint.compareTo(LEAST_HINT) < 0 ? LEAST_HINT : hint).dividedBy(4);
    }

    private Node mark(ServerEstate server) {
        return Provenance.mark(
                new Origin.Observed(
                        server.name(), server.federation().readAt().orElse(ui.ages().now())),
                ui);
    }

    private Node observed(String key, String value, ServerEstate server) {
        return DetailsPanel.fact(ui.text(key), mark(server), Labels.wrapped(value));
    }

    private List<String> words(FederationRow row) {
        List<String> words = new ArrayList<>();
        words.add(ui.text(row.bundle().isPresent() ? "trust.trap.stale" : "trust.trap.never"));
        if (row.relationship().profile() instanceof Profile.HttpsWeb) {
            words.add(ui.text("trust.trap.web"));
        }
        words.add(ui.text("trust.trap.oneSide"));
        return words;
    }
}

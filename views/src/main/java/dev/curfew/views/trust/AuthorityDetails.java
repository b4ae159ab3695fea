package dev.curfew.views.trust;

import dev.curfew.estate.ServerEstate;
import dev.curfew.estate.TrustRow;
import dev.curfew.exposure.RotationTimes;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.text.Durations;
import dev.curfew.views.kit.CopyButton;
import dev.curfew.views.kit.DetailsPanel;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Origin;
import dev.curfew.views.kit.Pill;
import dev.curfew.views.kit.Provenance;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** What an authority's slot means, what comes next, and what to beware of. */
final class AuthorityDetails {
    private final Ui ui;
    private final DetailsPanel panel;

    AuthorityDetails(Ui ui, Runnable close) {
        this.ui = ui;
        panel = new DetailsPanel("trust-authority-details", ui, close);
    }

    DetailsPanel node() {
        return panel;
    }

    void show(TrustRow row, List<TrustRow> all, ServerEstate server) {
        HBox pills = new HBox(new Pill(TrustWords.slot(row, ui), Tone.MUTED));
        pills.getStyleClass().add("row");
        if (row.tainted()) {
            pills.getChildren().add(new Pill(ui.text("trust.tainted"), Tone.WARNING));
        }
        panel.setHead(
                TrustWords.kind(row, ui),
                pills,
                Labels.row(
                        Labels.mono(row.id()),
                        new CopyButton(
                                "trust-copyAuthority", ui.text("trust.authorityId"), row::id, ui)));
        List<Node> sections = new ArrayList<>();
        sections.add(facts(row, server));
        next(row, all).ifPresent(sections::add);
        sections.add(
                DetailsPanel.section(
                        ui.text("trust.part.know"),
                        "",
                        words(row).stream()
                                .map(sentence -> Labels.wrapped(sentence))
                                .toArray(Node[]::new)));
        panel.setSections(sections.toArray(Node[]::new));
    }

    private Node facts(TrustRow row, ServerEstate server) {
        Optional<Instant> readAt = server.authorities().readAt();
        String upstream = row.upstreamSubjectKeyId();
        return DetailsPanel.section(
                ui.text("trust.part.authority"),
                ui.text("trust.part.authority.asks"),
                fact("trust.fact.kind", TrustWords.signs(row, ui), server, readAt),
                fact("trust.fact.slot", TrustWords.slot(row, ui), server, readAt),
                fact("trust.fact.bundle", TrustWords.bundle(row, ui), server, readAt),
                fact(
                        "trust.fact.begins",
                        row.notBefore()
                                .map(at -> TrustWords.moment(at, ui))
                                .orElse(ui.text("trust.fact.begins.unknown")),
                        server,
                        readAt),
                fact("trust.fact.ends", TrustWords.moment(row.notAfter(), ui), server, readAt),
                fact(
                        "trust.fact.upstream",
                        upstream.isEmpty() ? ui.text("trust.fact.upstream.none") : upstream,
                        server,
                        readAt));
    }

    private Node fact(String key, String value, ServerEstate server, Optional<Instant> readAt) {
        Node mark =
                Provenance.mark(
                        new Origin.Observed(server.name(), readAt.orElse(ui.ages().now())), ui);
        return DetailsPanel.fact(ui.text(key), mark, Labels.wrapped(value));
    }

    private Optional<Node> next(TrustRow row, List<TrustRow> all) {
        return switch (row.slot()) {
            case ACTIVE ->
                    times(row)
                            .map(times ->
                                    part(
                                            derived(
                                                    "trust.fact.prepare",
                                                    times.prepare(),
                                                    ui.text("trust.rule.prepare")),
                                            derived(
                                                    "trust.fact.activate",
                                                    times.activate(),
                                                    ui.text("trust.rule.activate"))));
            case PREPARED ->
                    active(row, all)
                            .flatMap(this::times)
                            .map(times ->
                                    part(
                                            derived(
                                                    "trust.fact.activate",
                                                    times.activate(),
                                                    ui.text("trust.rule.activate"))));
            case OLD ->
                    active(row, all)
                            .flatMap(this::times)
                            .map(times ->
                                    part(
                                            derived(
                                                    "trust.fact.emptied",
                                                    times.prepare(),
                                                    ui.text("trust.rule.emptied"))));
            case NONE -> Optional.empty();
        };
    }

    private static Optional<TrustRow> active(TrustRow row, List<TrustRow> all) {
        return all.stream()
                .filter(one -> one.kind() == row.kind())
                .filter(one -> one.slot() == TrustRow.SlotName.ACTIVE)
                .findFirst();
    }

    private Optional<RotationTimes> times(TrustRow row) {
        return row.notBefore().map(begin -> RotationTimes.of(begin, row.notAfter()));
    }

    private Node part(Node... facts) {
        return DetailsPanel.section(
                ui.text("trust.part.next"), ui.text("trust.part.next.asks"), facts);
    }

    private Node derived(String key, Instant at, String rule) {
        return DetailsPanel.fact(
                ui.text(key),
                Provenance.mark(new Origin.Derived(List.of(rule)), ui),
                Labels.wrapped(TrustWords.moment(at, ui)));
    }

    private List<String> words(TrustRow row) {
        List<String> words = new ArrayList<>();
        switch (row.slot()) {
            case ACTIVE -> {
                words.add(ui.text("trust.means.active"));
                if (row.kind() == AuthoritySlots.Kind.X509) {
                    row.notBefore()
                            .map(begin -> RotationTimes.longestUncut(begin, row.notAfter()))
                            .ifPresent(ttl ->
                                    words.add(ui.text("trust.trap.ttl", Durations.display(ttl))));
                }
            }
            case PREPARED -> {
                words.add(ui.text("trust.means.prepared"));
                words.add(ui.text("trust.trap.prepared"));
            }
            case OLD -> {
                words.add(ui.text(row.inBundle() ? "trust.means.old" : "trust.means.gone"));
                words.add(ui.text(row.inBundle() ? "trust.trap.old" : "trust.trap.gone"));
            }
            case NONE -> {
                words.add(ui.text("trust.means.none"));
                words.add(ui.text("trust.trap.none"));
            }
        }
        if (row.tainted()) {
            words.add(ui.text("trust.trap.tainted"));
        }
        return words;
    }
}

package dev.curfew.views.trust;

import dev.curfew.estate.TrustLanguage;
import dev.curfew.estate.TrustRow;
import dev.curfew.identity.TrustBundle;
import dev.curfew.text.Durations;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.table.Column;
import dev.curfew.views.table.IconGraphic;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The columns of both tables. */
final class TrustColumns {
    private TrustColumns() {}

    static List<Column<TrustRow>> authorities(Ui ui) {
        return List.of(
                Column.<TrustRow>text(
                                "kind",
                                ui.text("trust.col.kind"),
                                60,
                                row -> TrustWords.kind(row, ui))
                        .styled(row -> "strong"),
                Column.<TrustRow>text(
                                "slot",
                                ui.text("trust.col.slot"),
                                100,
                                row -> TrustWords.slot(row, ui))
                        .drawn(() -> new IconGraphic<>(TrustWords::slotIcon)),
                Column.<TrustRow>text("id", ui.text("trust.col.id"), 250, TrustRow::id)
                        .inMono()
                        .growing(),
                Column.<TrustRow>number(
                        "left",
                        ui.text("trust.col.left"),
                        82,
                        row -> row.notAfter().getEpochSecond(),
                        row -> TrustWords.left(row.notAfter(), ui)),
                Column.<TrustRow>text(
                                "ends",
                                ui.text("trust.col.ends"),
                                96,
                                row -> ui.ages().at(row.notAfter()))
                        .orderedBy(Comparator.comparing(TrustRow::notAfter))
                        .right()
                        .yielding(2),
                Column.<TrustRow>text(
                                "bundle",
                                ui.text("trust.col.bundle"),
                                140,
                                row -> TrustWords.bundle(row, ui))
                        .styled(row -> row.inBundle() ? "" : "muted")
                        .yielding(3),
                Column.<TrustRow>text(
                                "tainted",
                                ui.text("trust.col.tainted"),
                                70,
                                row ->
                                        row.tainted()
                                                ? ui.text("trust.tainted")
                                                : ui.text("trust.notTainted"))
                        .styled(row -> row.tainted() ? "strong" : "muted"),
                Column.<TrustRow>text(
                                "begins",
                                ui.text("trust.col.begins"),
                                96,
                                row -> row.notBefore().map(ui.ages()::at).orElse(""))
                        .orderedBy(
                                Comparator.comparing(row -> row.notBefore().orElse(Instant.EPOCH)))
                        .right()
                        .yielding(1),
                Column.<TrustRow>text(
                                "upstream",
                                ui.text("trust.col.upstream"),
                                120,
                                TrustRow::upstreamSubjectKeyId)
                        .inMono()
                        .hidden());
    }

    static List<Column<FederationRow>> federation(Ui ui) {
        return List.of(
                Column.<FederationRow>text(
                                "domain", ui.text("trust.col.domain"), 130, FederationRow::name)
                        .styled(row -> "strong"),
                Column.<FederationRow>text(
                                "url",
                                ui.text("trust.col.url"),
                                250,
                                row -> row.relationship().endpointUrl())
                        .inMono()
                        .growing(),
                Column.<FederationRow>text(
                        "profile",
                        ui.text("trust.col.profile"),
                        100,
                        row -> TrustLanguage.profile(row.relationship())),
                Column.<FederationRow>text(
                                "fetched",
                                ui.text("trust.col.fetched"),
                                110,
                                row ->
                                        ui.text(
                                                row.bundle().isPresent()
                                                        ? "trust.fetched"
                                                        : "trust.neverFetched"))
                        .styled(row -> row.bundle().isPresent() ? "" : "strong"),
                Column.<FederationRow>number(
                                "roots",
                                ui.text("trust.col.roots"),
                                56,
                                TrustColumns::roots,
                                row -> row.bundle().isPresent() ? Counts.of(roots(row)) : "")
                        .yielding(2),
                Column.<FederationRow>number(
                        "rootsEnd",
                        ui.text("trust.col.rootsEnd"),
                        92,
                        row -> row.earliestEnd().map(Instant::getEpochSecond).orElse(0L),
                        row -> row.earliestEnd().map(end -> TrustWords.left(end, ui)).orElse("")),
                Column.<FederationRow>number(
                                "hint",
                                ui.text("trust.col.hint"),
                                90,
                                row -> row.bundle().map(TrustBundle::refreshHintSeconds).orElse(0L),
                                row -> hint(row, ui))
                        .yielding(1),
                Column.<FederationRow>number(
                        "usedBy",
                        ui.text("trust.col.usedBy"),
                        84,
                        row -> row.usedBy().orElse(-1),
                        row -> usedBy(row, ui)));
    }

    static String usedBy(FederationRow row, Ui ui) {
        return row.usedBy()
                .map(count ->
                        ui.text(count == 1 ? "trust.usedBy.one" : "trust.usedBy", Counts.of(count)))
                .orElse("");
    }

    static int roots(FederationRow row) {
        return row.bundle().map(bundle -> bundle.x509Authorities().size()).orElse(0);
    }

    static String hint(FederationRow row, Ui ui) {
        return row.bundle()
                .map(TrustBundle::refreshHintSeconds)
                .map(seconds ->
                        seconds == 0
                                ? ui.text("trust.noHint")
                                : Durations.display(Duration.ofSeconds(seconds)))
                .orElse("");
    }
}

package dev.curfew.views.containments;

import dev.curfew.containment.book.Kept;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.run.Proof;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.outcome.SafeText;
import dev.curfew.views.contain.ContainWords;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.LineTable;
import dev.curfew.views.kit.LineTable.Column;
import dev.curfew.views.kit.LineTable.Words;
import dev.curfew.views.kit.Pill;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Steps with their states, when they were sent, what is left of each, and each look at it. */
final class CaseSteps {
    private record Row(PlannedStep step, StepReport report, List<Residual> residuals) {}

    private final Ui ui;
    private final ContainWords words;
    private final LineTable<Row> table;
    private final Pill phase = new Pill("", Tone.MUTED);
    private final HBox counts = new HBox();
    private final Card card;
    private Map<StepState, Long> counted = Map.of();

    CaseSteps(Ui ui) {
        this.ui = ui;
        words = new ContainWords(ui);
        table =
                new LineTable<>(
                        "containment-steps",
                        List.of(
                                new Column<>(
                                        ui.text("contain.col.lever"),
                                        2.5,
                                        row ->
                                                Words.of(words.numbered(row.step()))
                                                        .and(words.items(row.step()))),
                                new Column<>(ui.text("contain.col.system"), 1.5, CaseSteps::system),
                                new Column<>(ui.text("containments.col.sent"), 1.4, this::sent),
                                new Column<>(ui.text("containments.col.state"), 2.1, this::state),
                                new Column<>(
                                        ui.text("containments.col.residual"), 2.1, this::residual),
                                new Column<>(ui.text("containments.col.proof"), 2.6, this::proof)),
                        row -> isUndone(row.report().state()) ? "row-danger" : "");
        counts.getStyleClass().add("report-counts");
        card = new Card(ui.text("containments.steps"), table);
        card.subtitle(ui.text("containments.steps.hint")).with(phase, counts);
    }

    /** What it did is not there any more, or does not do what it should. */
    private static boolean isUndone(StepState state) {
        return state == StepState.REVERTED || state == StepState.CONTRADICTED;
    }

    Region node() {
        return card;
    }

    void show(Kept kept, Instant now) {
        phase.setText(ContainmentWords.outcome(kept, ui));
        ContainmentWords.outcomeTone(kept).on(phase);
        List<Residual> residuals = kept.residuals(now);
        table.show(
                kept.state().plan().steps().stream()
                        .map(step ->
                                new Row(
                                        step,
                                        kept.state().step(step),
                                        residuals.stream()
                                                .filter(r -> r.step() == step.number())
                                                .toList()))
                        .toList());
        Map<StepState, Long> by =
                kept.state().steps().stream()
                        .collect(
                                Collectors.groupingBy(
                                        StepReport::state,
                                        () -> new EnumMap<>(StepState.class),
                                        Collectors.counting()));
        if (!by.equals(counted)) {
            counted = by;
            counts.getChildren()
                    .setAll(
                            by.entrySet().stream()
                                    .map(one ->
                                            new Pill(
                                                    ui.text(
                                                            "containments.count",
                                                            one.getValue(),
                                                            ContainmentWords.step(one.getKey())),
                                                    ContainmentWords.tone(one.getKey())))
                                    .toList());
        }
    }

    private static Words system(Row row) {
        return Words.of(
                row.report()
                        .through()
                        .orElseGet(() -> String.join(", ", row.step().connections())));
    }

    private Words sent(Row row) {
        String at = row.report().sentAt().map(ui.ages()::at).orElse("");
        return row.report().attempts() > 1
                ? Words.of(at).and(ui.text("containments.attempts", row.report().attempts()))
                : Words.of(at);
    }

    private Words state(Row row) {
        StepState state = row.report().state();
        Words words =
                Words.of(ContainmentWords.step(state))
                        .in(ContainmentWords.tone(state))
                        .with(ContainmentWords.icon(state))
                        .inBold();
        // What a gate waits for stands with its rotation.
        Optional<String> why =
                row.report()
                        .failure()
                        .filter(_ -> state != StepState.CONFIRMED && state != StepState.REVERTED)
                        .map(failure -> Explanations.of(failure).what());
        return why.map(words::and).orElse(words);
    }

    private Words residual(Row row) {
        if (row.residuals().isEmpty()) {
            return Words.of("");
        }
        List<String> parts = new ArrayList<>();
        Residual.State worst = Countdown.worst(row.residuals()).orElse(Residual.State.ENDED);
        for (Residual.Kind kind : List.of(Residual.Kind.X509_SVID, Residual.Kind.JWT_SVID)) {
            row.residuals().stream()
                    .filter(r -> r.kind() == kind)
                    .findFirst()
                    .ifPresent(r ->
                            parts.add(
                                    ui.text(
                                            kind == Residual.Kind.X509_SVID
                                                    ? "contain.open.x509"
                                                    : "contain.open.jwt",
                                            until(r))));
        }
        Words words = Words.of(String.join("\n", parts)).in(ContainmentWords.tone(worst));
        return row.step().lever() == Lever.BAN_NODE
                ? words.and(ui.text("containments.residual.node"))
                : words;
    }

    private String until(Residual residual) {
        return switch (residual.state()) {
            case RUNNING, ENDED ->
                    residual.by()
                            .map(at ->
                                    residual.state() == Residual.State.ENDED
                                            ? ui.text("containments.ended", ui.ages().at(at))
                                            : ui.text("contain.atMost", ui.ages().at(at)))
                            .orElse("");
            default -> ContainmentWords.left(residual.state(), residual.by(), ui);
        };
    }

    /** The newest look in words, and the time of each below it. */
    private Words proof(Row row) {
        List<Proof> proofs = row.report().proofs();
        if (proofs.isEmpty()) {
            return Words.of("");
        }
        Proof last = proofs.getLast();
        String found =
                last.found().isEmpty()
                        ? ui.text(
                                "containments.proof",
                                ContainmentWords.proof(last.verdict()),
                                last.held(),
                                last.looked())
                        : ui.text(
                                "containments.proof.found",
                                ContainmentWords.proof(last.verdict()),
                                SafeText.of(last.found()));
        return Words.of(
                        last.deniedSince()
                                .map(at ->
                                        ui.text(
                                                "containments.proof.deniedSince",
                                                found,
                                                ui.ages().at(at)))
                                .orElse(found))
                .in(ContainmentWords.tone(last.verdict()))
                .and(looks(proofs))
                .explained(
                        proofs.stream()
                                .map(proof ->
                                        ui.text(
                                                "containments.proof.look",
                                                ui.ages().full(proof.at()),
                                                proof.connection(),
                                                ContainmentWords.proof(proof.verdict()),
                                                proof.held(),
                                                proof.looked()))
                                .collect(Collectors.joining("\n")));
    }

    private String looks(List<Proof> proofs) {
        String times =
                proofs.stream()
                        .map(proof -> ui.ages().at(proof.at()))
                        .distinct()
                        .collect(Collectors.joining(", "));
        long servers = proofs.stream().map(Proof::connection).distinct().count();
        return servers == 1
                ? ui.text("containments.looks", times)
                : ui.text("containments.looks.servers", times, servers);
    }
}

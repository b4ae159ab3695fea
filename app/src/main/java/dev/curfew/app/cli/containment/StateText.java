package dev.curfew.app.cli.containment;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Table;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.residual.Residuals;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.Proof;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.sighting.Sighting;
import dev.curfew.outcome.SafeText;
import dev.curfew.text.Explanation;
import dev.curfew.text.Moments;
import dev.curfew.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What became of a containment, as text. */
final class StateText {
    private final Printer printer;

    StateText(Printer printer) {
        this.printer = printer;
    }

    void write(ContainmentState state, Instant now) {
        printer.line("");
        printer.line(
                printer.text(
                        "containment.state",
                        state.id(),
                        printer.serviceText("containment." + state.phase().name())));
        List<List<String>> lines = new ArrayList<>();
        for (PlannedStep step : state.plan().steps()) {
            StepReport report = state.step(step);
            lines.add(
                    List.of(
                            String.valueOf(step.number()),
                            printer.serviceText("lever." + step.lever().key()),
                            printer.serviceText("step." + report.state().name()),
                            report.through().orElse(step.writer()),
                            report.acceptedAt().map(Moments::utc).orElse(""),
                            report.failure()
                                    .map(why -> Explanation.of(why, Texts.ofServices()))
                                    .map(why -> why.what() + " " + why.why())
                                    .map(SafeText::of)
                                    .orElse("")));
        }
        Table.aligned(lines, line -> printer.line("  " + line));
        proofs(state);
        sightings(state.sightings());
        residuals(Residuals.of(state, now), now);
    }

    private String told(Proof proof) {
        String found = SafeText.of(proof.found());
        return proof.deniedSince()
                .map(at -> printer.text("containment.deniedSince", Moments.utc(at), found).strip())
                .orElse(found);
    }

    private void proofs(ContainmentState state) {
        List<List<String>> lines = new ArrayList<>();
        for (StepReport step : state.steps()) {
            for (Proof proof : step.proofs()) {
                lines.add(
                        List.of(
                                Moments.utc(proof.at()),
                                printer.text("containment.proofOf", step.number()),
                                proof.connection(),
                                printer.serviceText("proof." + proof.verdict().name()),
                                proof.held() + "/" + proof.looked(),
                                told(proof)));
            }
        }
        if (!lines.isEmpty()) {
            printer.line("");
            printer.line(printer.text("containment.proofs"));
            Table.aligned(lines, line -> printer.line("  " + line));
        }
    }

    private void sightings(List<Sighting> sightings) {
        if (sightings.isEmpty()) {
            return;
        }
        printer.line("");
        printer.line(printer.text("containment.sightings"));
        sightings.forEach(sighting -> printer.line("  " + sentence(sighting)));
    }

    /** When an endpoint was looked at, what it presented, and why it could not be seen. */
    String sentence(Sighting sighting) {
        String sentence =
                printer.serviceText(
                        "sighting." + sighting.verdict().name(),
                        sighting.arguments(Moments::utc).stream().map(SafeText::of).toArray());
        String why =
                sighting.failure()
                        .map(failure -> Explanation.of(failure, Texts.ofServices()))
                        .map(explanation -> "  " + SafeText.of(explanation.why()))
                        .orElse("");
        return Moments.utc(sighting.at()) + "  " + sentence + why;
    }

    /** Nothing for none: a containment of which nothing was begun leaves open what was. */
    void residuals(List<Residual> residuals, Instant now) {
        if (residuals.isEmpty()) {
            return;
        }
        printer.line("");
        printer.line(printer.text("containment.residuals"));
        List<List<String>> lines = new ArrayList<>();
        for (Residual residual : residuals) {
            lines.add(
                    List.of(
                            SafeText.of(residual.title()),
                            printer.serviceText("residual." + residual.kind().name()),
                            residual.connection(),
                            printer.serviceText("residual." + residual.state().name()),
                            residual.by().map(at -> Moments.both(at, now)).orElse(""),
                            residual.containmentId()));
        }
        Table.aligned(lines, line -> printer.line("  " + line));
        printer.line("  " + printer.text("containment.openConnections"));
    }
}

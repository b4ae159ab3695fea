package dev.curfew.app.cli.containment;

import dev.curfew.app.cli.action.BoundText;
import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Table;
import dev.curfew.containment.ChangePlan.Warning;
import dev.curfew.containment.Strength;
import dev.curfew.containment.blast.BlastRadius.Hit;
import dev.curfew.containment.plan.Approval;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.outcome.SafeText;
import dev.curfew.text.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A containment's plan as text. */
final class ContainmentText {
    private final ContainmentPlan plan;
    private final Printer printer;

    ContainmentText(ContainmentPlan plan, Printer printer) {
        this.plan = plan;
        this.printer = printer;
    }

    void write() {
        printer.line(
                printer.text(
                        plan.restores().isPresent()
                                ? "containment.restorePlan"
                                : "containment.plan",
                        printer.serviceText("strength." + plan.request().strength().word()),
                        SafeText.of(plan.request().target().subject()),
                        plan.id(),
                        plan.restores().orElse("")));
        steps();
        blast("containment.stopsNow", plan.blast().stopsNow());
        blast("containment.stopsLater", plan.blast().stopsLater());
        blast("containment.notReached", plan.blast().notReached());
        blast("containment.alsoHit", plan.blast().alsoHit());
        printer.line("");
        printer.line(printer.text("plan.ifNow"));
        new BoundText(printer, plan.request().strength() == Strength.TIGHTEN)
                .write(plan.bound(), plan.plannedAt());
        if (!plan.warnings().isEmpty()) {
            printer.line("");
            printer.line(printer.text("plan.warnings"));
            plan.warnings().forEach(w -> printer.line("  ! " + sentence("warning.", w)));
        }
        printer.line("");
        printer.line(
                printer.text(plan.isReversible() ? "plan.undoable" : "containment.notReversible"));
        confirmation();
    }

    private void steps() {
        List<List<String>> lines = new ArrayList<>();
        for (PlannedStep step : plan.steps()) {
            lines.add(
                    List.of(
                            String.valueOf(step.number()),
                            printer.serviceText("lever." + step.lever().key()),
                            SafeText.of(named(step)),
                            String.join(", ", step.connections()),
                            printer.serviceText("lever." + step.lever().key() + ".effect")));
        }
        Table.aligned(lines, line -> printer.line("  " + line));
    }

    private static String named(PlannedStep step) {
        String first = step.items().isEmpty() ? "" : step.items().getFirst().title();
        return step.items().size() <= 1
                ? first
                : first + " and " + (step.items().size() - 1) + " more";
    }

    private void blast(String title, List<Hit> hits) {
        if (!hits.isEmpty()) {
            printer.line("");
            printer.line(printer.text(title));
            for (Hit hit : hits) {
                String by = hit.by().map(at -> "  " + until(at)).orElse("");
                printer.line("  - " + sentence("blast.", hit.key(), hit.arguments()) + by);
            }
        }
    }

    private String until(Instant at) {
        return printer.text("containment.by", Moments.both(at, plan.plannedAt()));
    }

    private void confirmation() {
        Approval approval = plan.approval();
        switch (approval.kind()) {
            case PLAIN -> {}
            case TYPED -> printer.line(printer.text("plan.typed", SafeText.of(approval.text())));
            case SECOND_OR_PHRASE ->
                    printer.line(printer.text("containment.phrase", SafeText.of(approval.text())));
        }
        printer.line(printer.text("containment.localGate"));
    }

    private String sentence(String prefix, Warning warning) {
        return sentence(prefix, warning.key(), warning.arguments());
    }

    private String sentence(String prefix, String key, List<String> arguments) {
        return sentence(printer, prefix, key, arguments);
    }

    static String sentence(Printer printer, String prefix, String key, List<String> arguments) {
        return printer.serviceText(prefix + key, arguments.stream().map(SafeText::of).toArray());
    }
}

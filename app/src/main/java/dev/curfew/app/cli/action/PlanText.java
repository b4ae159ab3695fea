package dev.curfew.app.cli.action;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Table;
import dev.curfew.containment.ActionKind;
import dev.curfew.containment.ChangePlan;
import dev.curfew.containment.ChangePlan.FieldChange;
import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.exposure.Bound;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.exposure.Term;
import dev.curfew.outcome.SafeText;
import dev.curfew.text.Durations;
import dev.curfew.text.Moments;
import java.time.Instant;
import java.util.List;

/** A plan as text: what becomes of each item, by when it takes effect, what to know first. */
final class PlanText {
    private final ChangePlan plan;
    private final Printer printer;

    PlanText(ChangePlan plan, Printer printer) {
        this.plan = plan;
        this.printer = printer;
    }

    void write() {
        printer.line(
                printer.text(
                        "plan.title", plan.kind().word(), plan.items().size(), plan.connection()));
        plan.items().forEach(this::item);
        printer.line("");
        printer.line(printer.text("plan.ifNow"));
        bound(plan.bound(), plan.plannedAt());
        if (!plan.warnings().isEmpty()) {
            printer.line("");
            printer.line(printer.text("plan.warnings"));
            for (ChangePlan.Warning warning : plan.warnings()) {
                printer.line("  ! " + warning(warning, printer));
            }
        }
        printer.line("");
        printer.line(printer.text(plan.undoable() ? "plan.undoable" : "plan.notUndoable"));
        plan.typed().ifPresent(text -> printer.line(printer.text("plan.typed", text)));
    }

    private void item(Item item) {
        printer.line("");
        printer.line("  " + SafeText.of(item.title()) + "  " + SafeText.of(item.key()));
        Table.aligned(
                item.changes().stream().map(PlanText::change).toList(),
                line -> printer.line("    " + line));
    }

    private static List<String> change(FieldChange change) {
        return List.of(change.field(), shown(change.before()), "->", shown(change.after()));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(nothing)" : SafeText.of(value);
    }

    static String warning(ChangePlan.Warning warning, Printer printer) {
        Object[] arguments = warning.arguments().stream().map(SafeText::of).toArray();
        return printer.serviceText("warning." + warning.key(), arguments);
    }

    /** The four lines with their terms, and what they do not cover. */
    void bound(ExposureBound bound, Instant from) {
        boolean old = plan.kind() == ActionKind.TIGHTEN;
        line(old ? "bound.oldIssuanceStops" : "bound.issuanceStops", bound.issuanceStops(), from);
        line("bound.nodesKnow", bound.nodesKnow(), from);
        line("bound.x509Dead", bound.x509Dead(), from);
        line("bound.jwtDead", bound.jwtDead(), from);
        printer.line("  " + printer.text("bound.notCovered"));
        for (String key : bound.notCovered()) {
            printer.line("    - " + printer.serviceText("notCovered." + key));
        }
    }

    private void line(String key, Bound bound, Instant from) {
        String when =
                bound.at()
                        .map(at -> Moments.both(at, from))
                        .orElseGet(() -> printer.text("bound.unknown"));
        printer.line("  " + printer.text(key, when));
        for (Term term : bound.terms()) {
            printer.line("      " + term(term, printer));
        }
    }

    /** {@code the server's entry cache, 5 s (SPIRE's default, assumed)}. */
    static String term(Term term, Printer printer) {
        String value =
                term.amount()
                        .map(Durations::display)
                        .orElseGet(() -> term.cap().map(Moments::utc).orElse(""));
        return printer.serviceText("term." + term.key(), value)
                + " ("
                + printer.serviceText("source." + term.source().name())
                + ")";
    }
}

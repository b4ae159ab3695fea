package dev.curfew.app.cli.action;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Table;
import dev.curfew.containment.ChangePlan;
import dev.curfew.containment.ChangePlan.FieldChange;
import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.outcome.SafeText;
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
        BoundText.of(printer, plan.kind()).write(plan.bound(), plan.plannedAt());
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
}

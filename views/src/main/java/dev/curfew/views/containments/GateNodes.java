package dev.curfew.views.containments;

import dev.curfew.containment.ItemReport;
import dev.curfew.containment.run.StepReport;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.outcome.SafeText;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;

/** Nodes that keep a gate closed, by name, and what a revocation would do to each. Pure. */
final class GateNodes {
    /** More than these stand in the step's report. */
    private static final int MOST = 8;

    private GateNodes() {}

    static List<String> lines(StepReport step, Ui ui) {
        List<ItemReport> nodes = of(step);
        List<String> lines = new ArrayList<>();
        nodes.stream().limit(MOST).forEach(node -> lines.add(line(node, ui)));
        if (nodes.size() > MOST) {
            lines.add(ui.text("containments.gate.more", nodes.size() - MOST));
        }
        return List.copyOf(lines);
    }

    static List<String> names(StepReport step) {
        return of(step).stream().map(node -> SafeText.of(node.title())).toList();
    }

    private static List<ItemReport> of(StepReport step) {
        return step.items().stream()
                .filter(item ->
                        item.failure()
                                .filter(why -> why.reason() == Reason.GATE_CLOSED)
                                .isPresent())
                .toList();
    }

    private static String line(ItemReport node, Ui ui) {
        String name = SafeText.of(node.title());
        String until = node.failure().map(Failure::detail).orElse("");
        return until.isEmpty()
                ? ui.text("containments.gate.unchanged", name)
                : ui.text("containments.gate.batches", name, until);
    }
}

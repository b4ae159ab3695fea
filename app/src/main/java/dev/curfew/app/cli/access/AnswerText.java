package dev.curfew.app.cli.access;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.outcome.SafeText;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Explanation;
import dev.curfew.policy.Explanation.Holds;
import dev.curfew.policy.Explanation.Node;
import dev.curfew.policy.Explanation.Note;
import dev.curfew.policy.Freshness;
import dev.curfew.policy.Relationship;
import dev.curfew.text.Moments;
import java.util.List;

/** A decision and its reasons as text. */
final class AnswerText {
    private final Printer printer;

    AnswerText(Printer printer) {
        this.printer = printer;
    }

    void write(Answer answer) {
        Decision decision = answer.decision();
        printer.line(
                printer.text(
                        "decision." + decision.verdict().name(),
                        SafeText.of(answer.question().display())));
        Freshness freshness = decision.freshness();
        printer.line(
                "  "
                        + printer.text(
                                "access.asked",
                                Moments.utc(freshness.readAt()),
                                printer.text(
                                        freshness.clock() == Freshness.Clock.CALLER
                                                ? "access.ourClock"
                                                : "access.itsClock")));
        if (!decision.because().isEmpty()) {
            printer.line("  " + printer.text("access.because", SafeText.of(decision.because())));
        }
        if (!decision.missing().isEmpty()) {
            printer.line(
                    "  "
                            + printer.text(
                                    "access.missing",
                                    SafeText.of(String.join(", ", decision.missing()))));
        }
        answer.explanation()
                .filter(why -> decision.because().isEmpty() || !isBare(why.root()))
                .ifPresent(this::explanation);
    }

    /** Says no more than the decision does. */
    private static boolean isBare(Node root) {
        return root.parts().isEmpty() && root.fact().isEmpty() && root.note() == Note.NONE;
    }

    private void explanation(Explanation explanation) {
        printer.line("  " + printer.text("access.why"));
        node(explanation.root(), 2);
        if (!explanation.whole()) {
            printer.line("  " + printer.text("access.notWhole"));
        }
        if (explanation.agrees().filter(agrees -> !agrees).isPresent()) {
            printer.line("  " + printer.text("access.disagrees"));
        }
    }

    private String rule(Node node) {
        boolean nothing =
                node.parts().isEmpty() && node.fact().isEmpty() && node.holds() == Holds.NO;
        return printer.text(nothing ? "access.noFact" : "holds.rule." + node.rule().name());
    }

    // As deep as a backend follows its model: some dozens at most.
    private void node(Node node, int depth) {
        StringBuilder line = new StringBuilder("  ".repeat(depth));
        line.append(printer.text("holds." + node.holds().name())).append(' ');
        line.append(SafeText.of(node.resource().display() + "#" + node.action()));
        line.append(' ').append(rule(node));
        node.fact()
                .map(Relationship::display)
                .ifPresent(fact -> line.append(": ").append(SafeText.of(fact)));
        node.fact()
                .flatMap(Relationship::notAfter)
                .ifPresent(end ->
                        line.append(' ').append(printer.text("access.until", Moments.utc(end))));
        if (node.note() != Note.NONE) {
            line.append(", ").append(printer.text("holds.note." + node.note().name()));
        }
        printer.line(line.toString());
        decisive(node).forEach(part -> node(part, depth + 1));
    }

    /** One that holds is enough for any of them, one that does not against all of them. */
    private static List<Node> decisive(Node node) {
        boolean byOne =
                switch (node.rule()) {
                    case ANY_OF, FOLLOWS -> node.holds() == Holds.YES;
                    case ALL_OF -> node.holds() == Holds.NO;
                    case BUT_NOT, FACT -> false;
                };
        return node.parts().stream()
                .filter(part -> !byOne || part.holds() == node.holds())
                .toList();
    }
}

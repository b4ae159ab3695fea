package dev.curfew.policy.question;

import dev.curfew.outcome.SafeText;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Explanation;
import dev.curfew.policy.Explanation.Holds;
import dev.curfew.policy.Explanation.Node;
import dev.curfew.policy.Explanation.Note;
import dev.curfew.policy.Freshness;
import dev.curfew.policy.Relationship;
import dev.curfew.text.Moments;
import dev.curfew.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** A decision and its reasons in lines of text, indented by two blanks a level. */
public final class AnswerLines {
    private static final Texts TEXTS = Texts.ofServices();

    private final List<String> lines = new ArrayList<>();

    private AnswerLines() {}

    /** The decision first, then what is to be known of it and why. */
    public static List<String> of(Answer answer) {
        AnswerLines made = new AnswerLines();
        made.write(answer);
        return made.lines;
    }

    private void write(Answer answer) {
        Decision decision = answer.decision();
        lines.add(
                TEXTS.get(
                        "answer." + decision.verdict().name(),
                        SafeText.of(answer.question().display())));
        Freshness freshness = decision.freshness();
        lines.add(
                "  "
                        + TEXTS.get(
                                "answer.asked",
                                Moments.utc(freshness.readAt()),
                                TEXTS.get(
                                        freshness.clock() == Freshness.Clock.CALLER
                                                ? "answer.ourClock"
                                                : "answer.itsClock")));
        if (!decision.because().isEmpty()) {
            lines.add("  " + TEXTS.get("answer.because", SafeText.of(decision.because())));
        }
        if (!decision.missing().isEmpty()) {
            lines.add(
                    "  "
                            + TEXTS.get(
                                    "answer.missing",
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
        lines.add("  " + TEXTS.get("answer.why"));
        node(explanation.root(), 2);
        if (!explanation.whole()) {
            lines.add("  " + TEXTS.get("answer.notWhole"));
        }
        if (explanation.agrees().filter(agrees -> !agrees).isPresent()) {
            lines.add("  " + TEXTS.get("answer.disagrees"));
        }
    }

    private String rule(Node node) {
        boolean nothing =
                node.parts().isEmpty() && node.fact().isEmpty() && node.holds() == Holds.NO;
        return TEXTS.get(nothing ? "answer.noFact" : "answer.rule." + node.rule().name());
    }

    // As deep as a backend follows its model: some dozens at most.
    private void node(Node node, int depth) {
        StringBuilder line = new StringBuilder("  ".repeat(depth));
        line.append(TEXTS.get("answer.holds." + node.holds().name())).append(' ');
        line.append(SafeText.of(node.resource().display() + "#" + node.action()));
        line.append(' ').append(rule(node));
        node.fact()
                .map(Relationship::display)
                .ifPresent(fact -> line.append(": ").append(SafeText.of(fact)));
        node.fact()
                .flatMap(Relationship::notAfter)
                .ifPresent(end ->
                        line.append(' ').append(TEXTS.get("answer.until", Moments.utc(end))));
        if (node.note() != Note.NONE) {
            line.append(", ").append(TEXTS.get("answer.note." + node.note().name()));
        }
        lines.add(line.toString());
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

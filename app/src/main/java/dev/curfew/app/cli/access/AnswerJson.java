package dev.curfew.app.cli.access;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Explanation.Node;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.question.Answer;
import dev.curfew.text.Moments;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A decision and its reasons as JSON. */
final class AnswerJson {
    private AnswerJson() {}

    static ObjectNode write(Answer answer, Printer printer) {
        Decision decision = answer.decision();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("subject", answer.question().subject().display());
        json.put("action", answer.question().action());
        json.put("resource", answer.question().resource().display());
        json.put("decision", word(decision.verdict()));
        json.put("because", decision.because());
        ArrayNode missing = json.putArray("missing");
        decision.missing().forEach(missing::add);
        json.put("asked_at", Moments.utc(decision.freshness().readAt()));
        json.put("consistency", word(decision.freshness().consistency()));
        json.put("clock", word(decision.freshness().clock()));
        answer.explanation()
                .ifPresent(why -> {
                    ObjectNode explained = json.putObject("explanation");
                    explained.put("whole", why.whole());
                    why.agrees().ifPresent(agrees -> explained.put("agrees", agrees));
                    explained.set("root", node(why.root()));
                });
        answer.unexplained().ifPresent(why -> json.set("unexplained", printer.error(why)));
        return json;
    }

    private static ObjectNode node(Node node) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("resource", node.resource().display());
        json.put("action", node.action());
        json.put("rule", word(node.rule()));
        json.put("holds", word(node.holds()));
        json.put("note", word(node.note()));
        node.fact().map(Relationship::display).ifPresent(fact -> json.put("fact", fact));
        node.fact()
                .flatMap(Relationship::notAfter)
                .ifPresent(end -> json.put("fact_ends", Moments.utc(end)));
        ArrayNode parts = json.putArray("parts");
        node.parts().forEach(part -> parts.add(node(part)));
        return json;
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}

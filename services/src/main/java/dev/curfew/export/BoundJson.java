package dev.curfew.export;

import dev.curfew.exposure.Bound;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.exposure.Term;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The four lines of a bound as JSON, with the terms that add up to them. Pure. */
public final class BoundJson {
    private BoundJson() {}

    public static ObjectNode node(ExposureBound bound) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("issuance_stops", line(bound.issuanceStops()));
        json.set("nodes_know", line(bound.nodesKnow()));
        json.set("x509_dead", line(bound.x509Dead()));
        json.set("jwt_dead", line(bound.jwtDead()));
        ArrayNode open = json.putArray("not_covered");
        bound.notCovered().forEach(open::add);
        return json;
    }

    private static ObjectNode line(Bound bound) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        bound.at()
                .ifPresentOrElse(
                        at -> json.put("at_latest", at.toString()),
                        () -> json.putNull("at_latest"));
        ArrayNode terms = json.putArray("terms");
        bound.terms().forEach(term -> term(term, terms.addObject()));
        return json;
    }

    private static void term(Term term, ObjectNode json) {
        json.put("key", term.key());
        term.amount().ifPresent(amount -> json.put("adds_seconds", seconds(amount)));
        term.cap().ifPresent(cap -> json.put("not_after", cap.toString()));
        json.put("source", term.source().name().toLowerCase(Locale.ROOT));
    }

    private static BigDecimal seconds(Duration amount) {
        return BigDecimal.valueOf(amount.getSeconds())
                .add(BigDecimal.valueOf(amount.getNano(), 9))
                .stripTrailingZeros();
    }
}

package dev.curfew.containment.plan;

import dev.curfew.exposure.Bound;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.exposure.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The four lines with their terms, as JSON and back. An unknown bound is null. Pure. */
public final class BoundJson {
    private BoundJson() {}

    public static ObjectNode write(ExposureBound bound) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("issuance_stops_by", write(bound.issuanceStops()));
        json.set("agents_know_by", write(bound.nodesKnow()));
        json.set("x509_dead_by", write(bound.x509Dead()));
        json.set("jwt_dead_by", write(bound.jwtDead()));
        ArrayNode open = json.putArray("not_covered");
        bound.notCovered().forEach(open::add);
        return json;
    }

    private static ObjectNode write(Bound bound) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        bound.at().ifPresentOrElse(at -> json.put("at", at.toString()), () -> json.putNull("at"));
        ArrayNode terms = json.putArray("terms");
        for (Term term : bound.terms()) {
            ObjectNode one = terms.addObject().put("key", term.key());
            term.amount().ifPresent(amount -> one.put("adds", amount.toString()));
            term.cap().ifPresent(cap -> one.put("caps", cap.toString()));
            one.put("source", term.source().name().toLowerCase(Locale.ROOT));
        }
        return json;
    }

    /** Throws where it is not what {@link #write} wrote. */
    public static ExposureBound read(JsonNode json) {
        List<String> open = new ArrayList<>();
        json.path("not_covered").forEach(key -> open.add(key.asString()));
        return new ExposureBound(
                bound(json.path("issuance_stops_by")),
                bound(json.path("agents_know_by")),
                bound(json.path("x509_dead_by")),
                bound(json.path("jwt_dead_by")),
                open);
    }

    private static Bound bound(JsonNode json) {
        List<Term> terms = new ArrayList<>();
        for (JsonNode term : json.path("terms")) {
            terms.add(
                    new Term(
                            term.path("key").asString(),
                            text(term, "adds").map(Duration::parse),
                            text(term, "caps").map(Instant::parse),
                            Term.Source.valueOf(
                                    term.path("source").asString().toUpperCase(Locale.ROOT))));
        }
        return new Bound(text(json, "at").map(Instant::parse), terms);
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.hasNonNull(name) ? Optional.of(json.path(name).asString()) : Optional.empty();
    }
}

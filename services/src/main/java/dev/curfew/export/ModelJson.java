package dev.curfew.export;

import dev.curfew.policy.PolicyModel;
import dev.curfew.policy.PolicyModel.Part;
import dev.curfew.policy.PolicyModel.Relation;
import dev.curfew.policy.PolicyModel.Type;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A backend's model as JSON, the same in every place that writes it. Pure. */
public final class ModelJson {
    private ModelJson() {}

    public static ObjectNode write(PolicyModel model) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (!model.id().isEmpty()) {
            json.put("id", model.id());
        }
        ArrayNode types = json.putArray("types");
        for (Type type : model.types()) {
            ObjectNode one = types.addObject().put("name", type.name());
            ArrayNode relations = one.putArray("relations");
            for (Relation relation : type.relations()) {
                ObjectNode told = relations.addObject().put("name", relation.name());
                ArrayNode subjects = told.putArray("subjects");
                relation.subjects().forEach(subjects::add);
                told.put("rule", relation.rule());
            }
            if (!type.parts().isEmpty()) {
                ArrayNode parts = one.putArray("parts");
                type.parts().forEach(part -> part(parts.addObject(), part));
            }
        }
        if (!model.text().isEmpty()) {
            json.put("text", model.text());
        }
        return json;
    }

    private static void part(ObjectNode json, Part part) {
        json.put("kind", part.kind().name().toLowerCase(Locale.ROOT));
        json.put("name", part.name());
        json.put("value", part.value());
        json.put("origin", part.origin().name().toLowerCase(Locale.ROOT));
        json.put("source", part.source());
    }
}

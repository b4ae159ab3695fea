package dev.curfew.app.cli.target;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyWarning;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is dangerous about a policy backend as it is set up. */
public final class Warnings {
    private Warnings() {}

    /** Before anything else is said; as JSON they stand in the document alone. */
    static void say(Backend backend, Printer printer) {
        if (printer.isJson()) {
            return;
        }
        backend.calls()
                .warnings()
                .forEach(warning ->
                        printer.say(
                                printer.text(
                                        "policy.warn", text(backend.profile(), warning, printer))));
    }

    public static ArrayNode json(
            PolicyProfile profile, List<PolicyWarning> warnings, Printer printer) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        warnings.forEach(warning ->
                json.addObject()
                        .put("warning", warning.name())
                        .put("text", text(profile, warning, printer)));
        return json;
    }

    private static String text(PolicyProfile profile, PolicyWarning warning, Printer printer) {
        return printer.serviceText(warning.textKey(), profile.target().display());
    }
}

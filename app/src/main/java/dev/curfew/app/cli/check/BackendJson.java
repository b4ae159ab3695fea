package dev.curfew.app.cli.check;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.target.Warnings;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyProfile;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a check of a policy backend found, as JSON. */
final class BackendJson {
    private BackendJson() {}

    static ObjectNode write(BackendReport report, Printer printer) {
        PolicyProfile profile = report.backend().profile();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("connection", profile.name());
        json.put("target", profile.target().display());
        json.put("kind", profile.target().kind().scheme());
        json.put("latency_ms", report.backend().took().toMillis());
        json.put("tls", profile.tls() instanceof Tls.ByName);
        json.set("warnings", Warnings.json(profile, report.backend().calls().warnings(), printer));
        ObjectNode counts = json.putObject("counts");
        counts.put("complete", report.problem().isEmpty());
        report.relationships().ifPresent(count -> counts.put("relationships", count));
        ObjectNode byRelation = counts.putObject("by_relation");
        report.byRelation().forEach((relation, count) -> byRelation.put(relation, count));
        report.policies().ifPresent(count -> counts.put("policies", count));
        ObjectNode capabilities = json.putObject("capabilities");
        for (PolicyCapability capability : PolicyCapability.values()) {
            capabilities.put(
                    capability.name().toLowerCase(Locale.ROOT),
                    report.backend().calls().capabilities().contains(capability));
        }
        report.problem().ifPresent(why -> json.set("error", printer.error(why)));
        return json;
    }
}

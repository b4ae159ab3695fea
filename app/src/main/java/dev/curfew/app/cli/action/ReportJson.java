package dev.curfew.app.cli.action;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.containment.ChangeReport;
import dev.curfew.containment.ItemReport;
import dev.curfew.text.Moments;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What became of a plan, as JSON. */
final class ReportJson {
    private ReportJson() {}

    static ObjectNode write(ChangeReport report, Printer printer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("succeeded", report.succeeded());
        report.acceptedAt().ifPresent(at -> json.put("accepted_at", Moments.utc(at)));
        ArrayNode items = json.putArray("items");
        for (ItemReport item : report.items()) {
            ObjectNode one =
                    items.addObject()
                            .put("key", item.key())
                            .put("title", item.title())
                            .put("state", item.state().name().toLowerCase(Locale.ROOT));
            item.failure().ifPresent(why -> one.set("error", printer.error(why)));
        }
        report.bound().ifPresent(bound -> json.set("bound", PlanJson.bound(bound, printer)));
        return json;
    }
}

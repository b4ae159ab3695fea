package dev.curfew.app.cli.delegation;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.target.Warnings;
import dev.curfew.delegation.check.CheckSetting;
import dev.curfew.export.FindingJson;
import dev.curfew.text.Moments;
import dev.curfew.text.Texts;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the checks of delegation say, as JSON. */
final class CheckedJson {
    private final Checked checked;
    private final Printer printer;
    private final FindingJson words = new FindingJson(Texts.ofServices());

    CheckedJson(Checked checked, Printer printer) {
        this.checked = checked;
        this.printer = printer;
    }

    ObjectNode write() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("complete", checked.incomplete().isEmpty());
        ArrayNode targets = json.putArray("targets");
        checked.backends()
                .forEach(read -> {
                    ObjectNode one = targets.addObject();
                    one.put("connection", read.profile().name());
                    one.set("warnings", Warnings.json(read.profile(), read.warnings(), printer));
                    one.put("read_at", Moments.utc(read.readAt()));
                    one.put("complete", read.incomplete().isEmpty());
                    one.put("relationships", read.view().relationships().size());
                    read.incomplete().ifPresent(why -> one.set("error", printer.error(why)));
                });
        checked.servers().forEach(name -> targets.addObject().put("connection", name));
        ObjectNode settings = json.putObject("settings");
        for (CheckSetting setting : CheckSetting.values()) {
            settings.put(setting.key(), setting.text(checked.settings()));
        }
        json.put("grants", checked.graph().grants().size());
        ArrayNode findings = json.putArray("findings");
        checked.findings().forEach(finding -> findings.add(words.finding(finding)));
        ArrayNode waived = json.putArray("waived");
        checked.waived()
                .forEach(one ->
                        waived.add(FindingJson.waived(words.finding(one.finding()), one.waiver())));
        ArrayNode checks = json.putArray("checks");
        checked.results()
                .forEach(result ->
                        checks.add(
                                words.result(result)
                                        .put("waived", checked.countWaived(result.check()))));
        checked.incomplete().ifPresent(why -> json.set("error", printer.error(why)));
        return json;
    }
}

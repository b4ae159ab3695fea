package dev.curfew.app.cli.delegation;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.target.Warnings;
import dev.curfew.delegation.check.CheckId;
import dev.curfew.delegation.check.CheckResult;
import dev.curfew.delegation.check.DelegationFinding;
import dev.curfew.delegation.check.Frameworks;
import dev.curfew.delegation.check.Missing;
import dev.curfew.text.Moments;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the checks of delegation say, as JSON. */
final class CheckedJson {
    private final Checked checked;
    private final Printer printer;

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
        json.put("grants", checked.graph().grants().size());
        ArrayNode findings = json.putArray("findings");
        checked.findings().forEach(finding -> finding(findings.addObject(), finding));
        ArrayNode checks = json.putArray("checks");
        checked.results().forEach(result -> result(checks.addObject(), result));
        checked.incomplete().ifPresent(why -> json.set("error", printer.error(why)));
        return json;
    }

    private void finding(ObjectNode json, DelegationFinding finding) {
        CheckId check = finding.check();
        json.put("check", check.name());
        json.put("title", printer.serviceText(check.titleKey()));
        json.put("severity", word(finding.severity()));
        json.put("subject", finding.subject().display());
        strings(json, "grants", finding.grants());
        json.put(
                "evidence",
                printer.serviceText(
                        "delegation.evidence." + finding.evidence().key(),
                        finding.evidence().values().toArray()));
        json.put("why", printer.serviceText(check.whyKey()));
        strings(json, "levers", finding.levers().stream().map(CheckedJson::word).toList());
        Frameworks frameworks = check.frameworks();
        ObjectNode named = json.putObject("frameworks");
        strings(named, "owasp_asi", frameworks.asi());
        strings(named, "owasp_nhi", frameworks.nhi());
        strings(named, "nist_800_207_tenets", frameworks.tenets());
        strings(named, "maestro", frameworks.maestro());
        strings(named, "nist_ai_rmf", frameworks.aiRmf());
    }

    private void result(ObjectNode json, CheckResult result) {
        json.put("check", result.check().name());
        json.put("title", printer.serviceText(result.check().titleKey()));
        switch (result) {
            case CheckResult.NotChecked not -> {
                json.put("checked", false);
                missing(json, not.missing());
            }
            case CheckResult.Checked done -> {
                json.put("checked", true);
                json.put("findings", done.findings().size());
                json.put("judged", done.judged());
                json.put("unjudged", done.unjudged());
                missing(json, done.missing());
            }
        }
    }

    private static void missing(ObjectNode json, Collection<Missing> missing) {
        strings(json, "missing", missing.stream().sorted().map(CheckedJson::word).toList());
    }

    private static void strings(ObjectNode json, String name, List<String> values) {
        ArrayNode array = json.putArray(name);
        values.forEach(array::add);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}

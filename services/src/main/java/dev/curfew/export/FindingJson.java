package dev.curfew.export;

import dev.curfew.delegation.check.CheckId;
import dev.curfew.delegation.check.CheckResult;
import dev.curfew.delegation.check.DelegationFinding;
import dev.curfew.delegation.check.DelegationFinding.Weight;
import dev.curfew.delegation.check.Frameworks;
import dev.curfew.delegation.check.Missing;
import dev.curfew.delegation.check.Waiver;
import dev.curfew.text.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the checks of delegation say as JSON, the same in every place that writes it. Pure. */
public final class FindingJson {
    private final Texts texts;

    /**
     * @param services the sentences of the services
     */
    public FindingJson(Texts services) {
        texts = services;
    }

    public ObjectNode finding(DelegationFinding finding) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        CheckId check = finding.check();
        json.put("key", finding.key());
        json.put("check", check.name());
        json.put("title", texts.get(check.titleKey()));
        json.put("severity", word(finding.severity()));
        if (finding.weight() != Weight.AS_IT_IS) {
            json.put("weight", word(finding.weight()));
        }
        json.put("subject", finding.subject().display());
        strings(json, "grants", finding.grants());
        json.put("evidence", finding.evidence().sentence(texts));
        json.put("why", texts.get(check.whyKey()));
        strings(json, "levers", finding.levers().stream().map(FindingJson::word).toList());
        Frameworks frameworks = check.frameworks();
        ObjectNode named = json.putObject("frameworks");
        strings(named, "owasp_asi", frameworks.asi());
        strings(named, "owasp_nhi", frameworks.nhi());
        strings(named, "nist_800_207_tenets", frameworks.tenets());
        strings(named, "maestro", frameworks.maestro());
        strings(named, "nist_ai_rmf", frameworks.aiRmf());
        return json;
    }

    /** Adds to a finding that it is let be, until when and why. */
    public static ObjectNode waived(ObjectNode finding, Waiver waiver) {
        finding.putObject("waiver")
                .put("reason", waiver.reason())
                .put("by", waiver.by())
                .put("at", waiver.at().toString())
                .put("until", waiver.until().toString());
        return finding;
    }

    /** How a check went, without its findings. */
    public ObjectNode result(CheckResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("check", result.check().name());
        json.put("title", texts.get(result.check().titleKey()));
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
        return json;
    }

    private static void missing(ObjectNode json, Collection<Missing> missing) {
        strings(json, "missing", missing.stream().sorted().map(FindingJson::word).toList());
    }

    private static void strings(ObjectNode json, String name, List<String> values) {
        ArrayNode array = json.putArray(name);
        values.forEach(array::add);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}

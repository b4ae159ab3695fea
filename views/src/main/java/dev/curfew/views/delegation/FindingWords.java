package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.GrantLever;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Source;
import dev.curfew.delegation.check.CheckId;
import dev.curfew.delegation.check.CheckResult;
import dev.curfew.delegation.check.DelegationFinding;
import dev.curfew.delegation.check.DelegationFinding.Weight;
import dev.curfew.delegation.check.Evidence;
import dev.curfew.delegation.check.Frameworks;
import dev.curfew.delegation.check.Missing;
import dev.curfew.delegation.check.Severity;
import dev.curfew.outcome.SafeText;
import dev.curfew.text.Texts;
import dev.curfew.views.delegation.FindingRow.Found;
import dev.curfew.views.delegation.FindingRow.NotKnown;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings in sentences: those of the services, with people's names in their gaps. Any thread. */
final class FindingWords {
    private static final Texts SERVICES = Texts.ofServices();
    private static final String SPIFFE = "spiffe://";
    private static final String BETWEEN = ", ";
    private static final int LONGEST = 400;
    private static final Pattern ISO =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

    private final Ui ui;
    private final PartyWords parties;

    FindingWords(Ui ui) {
        this.ui = ui;
        parties = new PartyWords(ui);
    }

    String title(CheckId check) {
        return SERVICES.get(check.titleKey());
    }

    String why(CheckId check) {
        return SERVICES.get(check.whyKey());
    }

    /** Empty where the operator's settings change nothing of how bad it is. */
    Optional<String> weight(DelegationFinding finding) {
        return finding.weight() == Weight.AS_IT_IS
                ? Optional.empty()
                : Optional.of(SERVICES.get("delegation.weight." + finding.weight().name()));
    }

    String severity(Severity severity) {
        return SERVICES.get("delegation.severity." + severity.name());
    }

    String severity(FindingRow row) {
        return switch (row) {
            case Found found ->
                    found.waiver().isPresent()
                            ? ui.text("findings.waived")
                            : severity(found.severity());
            case NotKnown not -> ui.text("findings.notKnown");
        };
    }

    /** As the backends spell it. */
    String evidence(DelegationFinding finding) {
        return cut(SafeText.of(finding.evidence().sentence(SERVICES)));
    }

    /** A grant by who gives to whom, and an agent by its name. */
    String what(DelegationFinding finding, GrantGraph graph) {
        List<String> values =
                finding.evidence().values().stream().map(value -> called(value, graph)).toList();
        return cut(SafeText.of(new Evidence(finding.evidence().key(), values).sentence(SERVICES)));
    }

    private String called(String value, GrantGraph graph) {
        var grant = graph.grant(value);
        if (grant.isPresent()) {
            return hop(grant.get());
        }
        if (value.contains(BETWEEN)) {
            return Stream.of(value.split(BETWEEN))
                    .map(this::named)
                    .collect(Collectors.joining(BETWEEN));
        }
        return named(value);
    }

    private String named(String value) {
        if (value.startsWith(SPIFFE)) {
            return parties.name(Party.agent(value));
        }
        return instant(value).map(ui.ages()::at).orElse(value);
    }

    /** Somebody may have named a task like that, and an impossible one at that. */
    private static Optional<Instant> instant(String value) {
        try {
            return ISO.matcher(value).matches()
                    ? Optional.of(Instant.parse(value))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    String hop(Grant grant) {
        return ui.text("delegation.hop", parties.name(grant.from()), parties.name(grant.to()));
    }

    String subject(FindingRow row) {
        return switch (row) {
            case Found found -> parties.name(found.finding().subject());
            case NotKnown not -> "";
        };
    }

    /** The grant to cut first, and how deep it is. */
    String chain(DelegationFinding finding, GrantGraph graph) {
        for (String id : finding.grants()) {
            int row = graph.lineages().row(id);
            if (row >= 0) {
                String hop = hop(graph.grants().get(row));
                int depth = graph.lineages().depth(row);
                return depth == 0 ? hop : ui.text("findings.chain", hop, depth);
            }
        }
        return "";
    }

    String notKnown(CheckResult result) {
        return switch (result) {
            case CheckResult.NotChecked not ->
                    ui.text("findings.notChecked", missing(not.missing()));
            case CheckResult.Checked done ->
                    ui.text(
                            "findings.partly",
                            Counts.of(done.unjudged()),
                            Counts.of(done.judged() + done.unjudged()),
                            missing(done.missing()));
        };
    }

    private static String missing(Collection<Missing> missing) {
        return missing.stream()
                .sorted()
                .map(FindingWords::missing)
                .collect(Collectors.joining(", "));
    }

    static String missing(Missing missing) {
        return SERVICES.get("delegation.missing." + missing.key());
    }

    static List<String> levers(CheckId check) {
        return check.levers().stream().map(FindingWords::lever).toList();
    }

    private static String lever(GrantLever lever) {
        return SERVICES.get("delegation.lever." + lever.key());
    }

    /** By framework what it calls this; frameworks that say nothing of it are left out. */
    Map<String, String> frameworks(CheckId check) {
        Frameworks all = check.frameworks();
        Map<String, String> named = new LinkedHashMap<>();
        name(named, ui.text("findings.framework.asi"), all.asi());
        name(named, ui.text("findings.framework.nhi"), all.nhi());
        name(named, ui.text("findings.framework.tenets"), all.tenets());
        name(named, ui.text("findings.framework.maestro"), all.maestro());
        name(named, ui.text("findings.framework.aiRmf"), all.aiRmf());
        return named;
    }

    private static void name(Map<String, String> named, String framework, List<String> parts) {
        if (!parts.isEmpty()) {
            named.put(framework, String.join(", ", parts));
        }
    }

    /** How many facts it rests on, by where they are from. */
    String restsOn(Collection<Grant> grants) {
        Set<String> words = new LinkedHashSet<>();
        for (Source.Origin origin : Source.Origin.values()) {
            long count = grants.stream().filter(grant -> grant.source().origin() == origin).count();
            if (count > 0) {
                words.add(
                        switch (origin) {
                            case OBSERVED -> ui.text("findings.observed", count);
                            case DERIVED -> ui.text("findings.derived", count);
                            case DECLARED -> ui.text("findings.declared", count);
                        });
            }
        }
        return String.join(", ", words);
    }

    /** All of it as plain text, to be pasted somewhere. */
    String copied(Found found) {
        DelegationFinding finding = found.finding();
        CheckId check = finding.check();
        List<String> lines = new ArrayList<>();
        lines.add(
                ui.text(
                        "findings.copy.title",
                        check.name(),
                        title(check),
                        severity(finding.severity())));
        lines.add(evidence(finding));
        lines.add(ui.text("findings.copy.about", SafeText.of(finding.subject().display())));
        finding.grants().stream()
                .limit(20)
                .forEach(id -> lines.add(ui.text("findings.copy.grant", SafeText.of(id))));
        lines.add(ui.text("findings.copy.since", ui.ages().full(found.since())));
        lines.add(why(check));
        lines.add(ui.text("findings.copy.levers", String.join("; ", levers(check))));
        frameworks(check)
                .forEach((framework, parts) ->
                        lines.add(ui.text("findings.copy.framework", framework, parts)));
        return String.join("\n", lines);
    }
}

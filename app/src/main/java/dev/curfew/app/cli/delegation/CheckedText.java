package dev.curfew.app.cli.delegation;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Table;
import dev.curfew.delegation.check.CheckId;
import dev.curfew.delegation.check.CheckResult;
import dev.curfew.delegation.check.CheckSettingsText;
import dev.curfew.delegation.check.DelegationFinding;
import dev.curfew.delegation.check.DelegationFinding.Weight;
import dev.curfew.delegation.check.Missing;
import dev.curfew.delegation.check.Waiver;
import dev.curfew.outcome.SafeText;
import dev.curfew.text.Moments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What the checks of delegation say, as text: the worst first, then what was not checked. */
final class CheckedText {
    private final Checked checked;
    private final Printer printer;

    CheckedText(Checked checked, Printer printer) {
        this.checked = checked;
        this.printer = printer;
    }

    void write() {
        checked.results().stream()
                .filter(CheckResult.Checked.class::isInstance)
                .map(CheckResult.Checked.class::cast)
                .filter(result -> !result.findings().isEmpty())
                .sorted(Comparator.comparing(CheckedText::worst))
                .forEach(this::findings);
        waived();
        List<List<String>> lines = new ArrayList<>();
        checked.results().forEach(result -> lines.add(line(result)));
        Table.aligned(lines, printer::line);
        printer.say(
                printer.text(
                        "delegation.count",
                        checked.findings().size(),
                        checked.graph().grants().size(),
                        checked.backends().size() + checked.servers().size()));
        CheckSettingsText.changed(checked.settings())
                .forEach((setting, text) ->
                        printer.say(
                                printer.text(
                                        "delegation.setting",
                                        printer.serviceText(setting.titleKey()),
                                        text.isEmpty() ? "-" : SafeText.of(text),
                                        setting.byDefault().isEmpty()
                                                ? "-"
                                                : setting.byDefault())));
        if (!checked.waived().isEmpty()) {
            printer.say(printer.text("delegation.waived.count", checked.waived().size()));
        }
    }

    private static DelegationFinding first(CheckResult.Checked result) {
        return result.findings().stream()
                .min(Comparator.comparing(DelegationFinding::severity))
                .orElseThrow();
    }

    private static int worst(CheckResult.Checked result) {
        return first(result).severity().ordinal();
    }

    private void findings(CheckResult.Checked result) {
        CheckId check = result.check();
        printer.line(
                printer.text(
                        "delegation.check", check.name(), printer.serviceText(check.titleKey())));
        printer.line("  " + printer.serviceText(check.whyKey()));
        result.findings().stream()
                .sorted(Comparator.comparing(DelegationFinding::severity))
                .forEach(this::finding);
        printer.line(
                "  "
                        + printer.text(
                                "delegation.levers",
                                check.levers().stream()
                                        .map(lever ->
                                                printer.serviceText(
                                                        "delegation.lever." + lever.key()))
                                        .collect(Collectors.joining("; "))));
        printer.line("");
    }

    private void finding(DelegationFinding finding) {
        printer.line(
                "  "
                        + printer.text(
                                "delegation.finding",
                                printer.serviceText(
                                        "delegation.severity." + finding.severity().name()),
                                SafeText.of(
                                        printer.serviceText(
                                                "delegation.evidence." + finding.evidence().key(),
                                                finding.evidence().values().toArray()))));
        if (finding.weight() != Weight.AS_IT_IS) {
            printer.line("      " + printer.serviceText("delegation.weight." + finding.weight()));
        }
        finding.grants().forEach(grant -> printer.line("      " + SafeText.of(grant)));
    }

    /** Apart from the others: somebody lets them be, for a while. */
    private void waived() {
        if (checked.waived().isEmpty()) {
            return;
        }
        printer.line(printer.text("delegation.waived"));
        checked.waived().stream()
                .sorted(Comparator.comparing(one -> one.finding().severity()))
                .forEach(one -> {
                    finding(one.finding());
                    Waiver waiver = one.waiver();
                    printer.line(
                            "      "
                                    + printer.text(
                                            "delegation.waived.until",
                                            one.finding().check().name(),
                                            Moments.utc(waiver.until()),
                                            SafeText.of(waiver.by()),
                                            SafeText.of(waiver.reason())));
                });
        printer.line("");
    }

    private List<String> line(CheckResult result) {
        String title = printer.serviceText(result.check().titleKey());
        return List.of(
                result.check().name(),
                title,
                switch (result) {
                    case CheckResult.NotChecked not ->
                            printer.text("delegation.notChecked", missing(not.missing()));
                    case CheckResult.Checked done -> {
                        String counts =
                                printer.text(
                                        "delegation.checked",
                                        done.findings().size(),
                                        done.judged());
                        long waived = checked.countWaived(done.check());
                        String all =
                                waived == 0
                                        ? counts
                                        : counts + printer.text("delegation.waived.of", waived);
                        yield done.unjudged() == 0
                                ? all
                                : all
                                        + printer.text(
                                                "delegation.unjudged",
                                                done.unjudged(),
                                                missing(done.missing()));
                    }
                });
    }

    private String missing(Collection<Missing> missing) {
        return missing.stream()
                .sorted()
                .map(one -> printer.serviceText("delegation.missing." + one.key()))
                .collect(Collectors.joining(", "));
    }
}

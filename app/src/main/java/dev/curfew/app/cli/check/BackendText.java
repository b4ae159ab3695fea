package dev.curfew.app.cli.check;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Table;
import dev.curfew.connect.BackendConnection;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.outcome.SafeText;
import dev.curfew.policy.PolicyCapability;
import java.util.ArrayList;
import java.util.List;

/** What a check of a policy backend found, as text. */
final class BackendText {
    private final BackendReport report;
    private final Printer printer;
    private final List<List<String>> facts = new ArrayList<>();

    BackendText(BackendReport report, Printer printer) {
        this.report = report;
        this.printer = printer;
    }

    void write() {
        facts();
        Table.aligned(facts, printer::line);
        counts();
        printer.line("");
        Table.aligned(
                List.of(PolicyCapability.values()).stream().map(this::capability).toList(),
                printer::line);
    }

    private void facts() {
        BackendConnection connection = report.backend().profile().connection();
        fact("target", report.backend().profile().target().display());
        fact("kind", printer.text("kind." + report.backend().profile().target().kind().scheme()));
        fact("reached", printer.text("check.answeredIn", report.backend().took().toMillis()));
        fact(
                "way",
                connection.tls() instanceof Tls.ByName
                        ? printer.text("check.tls")
                        : printer.text(
                                connection.staysOnThisMachine()
                                        ? "check.plaintextHere"
                                        : "check.plaintext"));
        fact("relationships", counted(PolicyCapability.LIST_RELATIONSHIPS, relationships()));
        if (can(PolicyCapability.LIST_POLICIES)) {
            fact(
                    "policies",
                    report.policies()
                            .map(String::valueOf)
                            .orElseGet(() -> printer.text("check.notRead")));
        }
    }

    private String relationships() {
        return report.relationships()
                .map(String::valueOf)
                .map(count ->
                        report.problem().isEmpty() ? count : printer.text("check.partial", count))
                .orElseGet(() -> printer.text("check.notRead"));
    }

    private String counted(PolicyCapability capability, String count) {
        return can(capability) ? count : printer.text("check.notListed");
    }

    private void counts() {
        List<List<String>> lines = new ArrayList<>();
        report.byRelation()
                .forEach((relation, count) ->
                        lines.add(List.of("  " + SafeText.of(relation), String.valueOf(count))));
        Table.aligned(lines, printer::line);
    }

    private List<String> capability(PolicyCapability capability) {
        return List.of(
                printer.text("feature." + capability.name()),
                printer.text(can(capability) ? "check.available" : "check.notOffered"));
    }

    private boolean can(PolicyCapability capability) {
        return report.backend().calls().capabilities().contains(capability);
    }

    private void fact(String key, String value) {
        facts.add(List.of(printer.text("check." + key), value));
    }
}

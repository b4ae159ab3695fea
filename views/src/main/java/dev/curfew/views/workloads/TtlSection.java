package dev.curfew.views.workloads;

import dev.curfew.exposure.TtlExplanation;
import dev.curfew.text.Durations;
import dev.curfew.views.kit.Facts;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.FactMarks;
import java.time.Instant;
import javafx.scene.Node;

/** How long one credential lives, and what decides that. */
final class TtlSection {
    private final WorkloadFacts facts;
    private final Ui ui;
    private final FactMarks marks;

    TtlSection(WorkloadFacts facts, Ui ui) {
        this.facts = facts;
        this.ui = ui;
        this.marks = new FactMarks(facts.server(), ui);
    }

    Node node() {
        Instant now = ui.ages().now();
        return Facts.numbered(
                2,
                ui.text("workloads.ttl"),
                ui.text("workloads.ttl.question"),
                fact(ui.text("workloads.ttl.x509"), facts.x509Ttl(now)),
                fact(ui.text("workloads.ttl.jwt"), facts.jwtTtl(now)),
                Facts.text(
                        ui.text("workloads.ttl.expires"),
                        marks.entries(),
                        new WorkloadWords(ui).expiresInFull(facts.entry())));
    }

    private Node fact(String name, TtlExplanation ttl) {
        String value = Durations.display(ttl.effective());
        return switch (ttl.decidedBy()) {
            case ENTRY ->
                    Facts.text(name, marks.entries(), ui.text("workloads.ttl.byEntry", value));
            case SERVER_DEFAULT -> {
                String words =
                        ttl.assumed()
                                ? ui.text("workloads.ttl.byAssumedDefault", value)
                                : ui.text("workloads.ttl.byDefault", value);
                String term =
                        ttl.assumed()
                                ? ui.text("workloads.ttl.term.assumed", value)
                                : ui.text("workloads.ttl.term.declared", value);
                yield Facts.text(name, marks.derived(term), words);
            }
            case AUTHORITY_END ->
                    Facts.text(
                            name,
                            marks.derived(ui.text("workloads.ttl.term.authority")),
                            ui.text("workloads.ttl.byAuthority", value));
        };
    }
}

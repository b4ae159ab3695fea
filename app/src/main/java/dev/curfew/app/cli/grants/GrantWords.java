package dev.curfew.app.cli.grants;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.delegation.End;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Scope;
import dev.curfew.text.Moments;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A grant in words. */
final class GrantWords {
    private final GrantGraph graph;
    private final Instant now;
    private final Printer printer;
    private final List<Grant.State> states;

    GrantWords(GrantGraph graph, Instant now, Printer printer) {
        this.graph = graph;
        this.now = now;
        this.printer = printer;
        this.states = graph.states(now);
    }

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it lets its holder do; of what is no right, the relation as the source has it. */
    String what(Grant grant) {
        return switch (grant.kind()) {
            case DELEGATES, USES, STANDING ->
                    grant.hop()
                            .scope()
                            .map(this::scope)
                            .orElseGet(() -> printer.text("grants.notTold"));
            default -> grant.relation();
        };
    }

    private String scope(Scope scope) {
        return scope.permissions().isEmpty() ? printer.text("grants.nothing") : scope.display();
    }

    String task(Grant grant) {
        return grant.hop().task().map(Party::id).orElse("");
    }

    String ends(Grant grant) {
        Ending ending = Ending.of(grant, graph);
        String text =
                switch (ending.end()) {
                    case End.At(var when) -> Moments.both(when, now);
                    case End.Never _ -> printer.text("grants.never");
                    case End.Unknown _ -> printer.text("grants.unknownEnd");
                };
        return ending.byAbove() ? printer.text("grants.withAbove", text) : text;
    }

    /** By our clock, as everything that depends on a moment here. */
    String state(Grant grant) {
        return word(states.get(graph.lineages().row(grant.id())));
    }
}

package dev.curfew.delegation.check;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Grant.State;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Lineages;
import dev.curfew.delegation.rules.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What several checks ask of the grants, worked out once. */
final class Walk {
    /** A delegation that counts, and its row. */
    record Living(int row, Grant grant) {}

    private final CheckInput input;
    private final State[] states;
    private final List<Living> delegations = new ArrayList<>();
    private final @Nullable Verdict[] verdicts;

    Walk(CheckInput input) {
        this.input = input;
        this.states = input.graph().lineages().states(input.now());
        this.verdicts = new Verdict[states.length];
        for (int row = 0; row < states.length; row++) {
            Grant grant = input.graph().grants().get(row);
            if (grant.kind() == Grant.Kind.DELEGATES && Lineages.counts(states[row])) {
                delegations.add(new Living(row, grant));
            }
        }
    }

    CheckInput input() {
        return input;
    }

    GrantGraph graph() {
        return input.graph();
    }

    Lineages lineages() {
        return input.graph().lineages();
    }

    /** The delegations that count now. */
    List<Living> delegations() {
        return delegations;
    }

    boolean counts(int row) {
        return Lineages.counts(states[row]);
    }

    /** The delegation that this one was made from, where it is here. */
    Optional<Grant> above(Living living) {
        int parent = lineages().parent(living.row());
        return parent < 0 ? Optional.empty() : Optional.of(graph().grants().get(parent));
    }

    /** What the rules say of it; asked by several checks. */
    Verdict verdict(Living living) {
        Verdict known = verdicts[living.row()];
        if (known == null) {
            int depth = lineages().depth(living.row());
            known = input.rules().decide(living.grant(), depth, input.now());
            verdicts[living.row()] = known;
        }
        return known;
    }
}

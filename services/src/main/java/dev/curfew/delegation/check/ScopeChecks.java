package dev.curfew.delegation.check;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Permission;
import dev.curfew.delegation.Scope;
import dev.curfew.delegation.check.Fact.ApprovedScopes;
import dev.curfew.delegation.check.Fact.TaskNeeds;
import dev.curfew.delegation.check.Walk.Living;
import java.util.List;
import java.util.Optional;

/** What rights a hop carries: D01, D02, D20. */
final class ScopeChecks {
    private ScopeChecks() {}

    /** D01: a hop lets its holder do what the hop it was made from does not. */
    static CheckResult widening(Walk walk) {
        Tally tally = new Tally(CheckId.D01);
        for (Living hop : walk.delegations()) {
            Optional<Grant> above = walk.above(hop);
            if (above.isEmpty()) {
                continue;
            }
            Optional<Scope> scope = hop.grant().hop().scope();
            Optional<Scope> given = above.get().hop().scope();
            if (scope.isEmpty() || given.isEmpty()) {
                tally.unknown(Missing.SCOPES);
                continue;
            }
            List<Permission> beyond = scope.get().beyond(given.get());
            if (beyond.isEmpty()) {
                tally.fine();
            } else {
                tally.found(
                        hop.grant(),
                        Evidence.of(
                                "widening",
                                hop.grant().id(),
                                Scope.of(beyond).display(),
                                above.get().id()));
            }
        }
        return tally.result();
    }

    /** D02: the whole scope is passed on though the task needs less. */
    static CheckResult noAttenuation(Walk walk) {
        Optional<TaskNeeds> needs = walk.input().facts().find(TaskNeeds.class);
        if (needs.isEmpty()) {
            return Tally.notChecked(CheckId.D02, Missing.TASK_NEEDS);
        }
        Tally tally = new Tally(CheckId.D02);
        for (Living hop : walk.delegations()) {
            Optional<Grant> above = walk.above(hop);
            if (above.isEmpty()) {
                continue;
            }
            Optional<Scope> scope = hop.grant().hop().scope();
            Optional<Scope> given = above.get().hop().scope();
            Optional<Scope> need =
                    hop.grant()
                            .hop()
                            .task()
                            .flatMap(task -> Optional.ofNullable(needs.get().needs().get(task)));
            if (scope.isEmpty() || given.isEmpty()) {
                tally.unknown(Missing.SCOPES);
            } else if (need.isEmpty()) {
                tally.unknown(Missing.TASK_NEEDS);
            } else if (given.get().beyond(scope.get()).isEmpty()
                    && !scope.get().beyond(need.get()).isEmpty()) {
                tally.found(
                        hop.grant(),
                        Evidence.of(
                                "noAttenuation",
                                hop.grant().id(),
                                Scope.of(scope.get().beyond(need.get())).display(),
                                above.get().id()));
            } else {
                tally.fine();
            }
        }
        return tally.result();
    }

    /** D20: a grant is wider than what was approved, or was never approved. */
    static CheckResult drift(Walk walk) {
        Optional<ApprovedScopes> approved = walk.input().facts().find(ApprovedScopes.class);
        if (approved.isEmpty()) {
            return Tally.notChecked(CheckId.D20, Missing.APPROVED_SCOPES);
        }
        Tally tally = new Tally(CheckId.D20);
        for (Living hop : walk.delegations()) {
            Scope then = approved.get().byGrant().get(hop.grant().id());
            Optional<Scope> now = hop.grant().hop().scope();
            if (then == null) {
                tally.found(hop.grant(), Evidence.of("neverApproved", hop.grant().id()));
            } else if (now.isEmpty()) {
                tally.unknown(Missing.SCOPES);
            } else if (now.get().beyond(then).isEmpty()) {
                tally.fine();
            } else {
                tally.found(
                        hop.grant(),
                        Evidence.of(
                                "drift",
                                hop.grant().id(),
                                Scope.of(now.get().beyond(then)).display()));
            }
        }
        return tally.result();
    }
}

package dev.curfew.app.cli.delegation;

import dev.curfew.app.cli.target.ReadGrants;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.added.Added;
import dev.curfew.delegation.check.CheckId;
import dev.curfew.delegation.check.CheckInput;
import dev.curfew.delegation.check.CheckResult;
import dev.curfew.delegation.check.CheckSettings;
import dev.curfew.delegation.check.DelegationChecks;
import dev.curfew.delegation.check.DelegationFinding;
import dev.curfew.delegation.check.Waiver;
import dev.curfew.delegation.rules.DelegationRules;
import dev.curfew.estate.DelegationFacts;
import dev.curfew.estate.Estate;
import dev.curfew.estate.SpireGrants;
import dev.curfew.outcome.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All that was delegated, checked.
 *
 * @param servers names of the SPIRE servers that were read beside the backends
 * @param results without what is waived
 * @param waived findings that count for nothing until their waivers end
 * @param settings those that the checks went by
 * @param incomplete why not everything could be read, of the first one where that is so
 */
record Checked(
        List<ReadGrants> backends,
        List<String> servers,
        GrantGraph graph,
        List<CheckResult> results,
        List<Waived> waived,
        CheckSettings settings,
        Optional<Failure> incomplete) {

    /**
     * The grants of all in one graph, against what SPIRE's servers say.
     *
     * @param waivers by the finding's key, those in force
     */
    static Checked of(
            List<ReadGrants> backends,
            List<String> servers,
            Estate estate,
            Added added,
            DelegationRules rules,
            CheckSettings settings,
            Map<String, Waiver> waivers,
            Optional<Failure> serversIncomplete,
            Instant now) {
        List<Grant> grants = new ArrayList<>();
        backends.forEach(read -> grants.addAll(read.view().grants()));
        grants.addAll(SpireGrants.of(estate));
        grants.addAll(added.grants());
        GrantGraph graph = GrantGraph.of(grants);
        List<CheckResult> results =
                DelegationChecks.run(
                        CheckInput.of(
                                graph,
                                now,
                                rules,
                                added.with(DelegationFacts.of(estate, graph)),
                                settings));
        return new Checked(
                backends,
                servers,
                graph,
                results.stream().map(result -> without(waivers, result)).toList(),
                findings(results).stream()
                        .filter(one -> waivers.containsKey(one.key()))
                        .map(one -> new Waived(one, Objects.requireNonNull(waivers.get(one.key()))))
                        .toList(),
                settings,
                backends.stream()
                        .flatMap(read -> read.incomplete().stream())
                        .findFirst()
                        .or(() -> serversIncomplete));
    }

    private static CheckResult without(Map<String, Waiver> waivers, CheckResult result) {
        return switch (result) {
            case CheckResult.NotChecked not -> not;
            case CheckResult.Checked done ->
                    new CheckResult.Checked(
                            done.check(),
                            done.findings().stream()
                                    .filter(one -> !waivers.containsKey(one.key()))
                                    .toList(),
                            done.judged(),
                            done.unjudged(),
                            done.missing());
        };
    }

    /** Those that are not waived. */
    List<DelegationFinding> findings() {
        return findings(results);
    }

    long countWaived(CheckId check) {
        return waived.stream().filter(one -> one.finding().check() == check).count();
    }

    private static List<DelegationFinding> findings(List<CheckResult> results) {
        return results.stream()
                .filter(CheckResult.Checked.class::isInstance)
                .map(CheckResult.Checked.class::cast)
                .flatMap(result -> result.findings().stream())
                .toList();
    }
}

package dev.curfew.delegation.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Runs all checks of delegation. Pure; any thread but JavaFX's, for it takes a moment. */
public final class DelegationChecks {
    private static final Map<CheckId, Function<Walk, CheckResult>> CHECKS =
            new EnumMap<>(CheckId.class);

    static {
        CHECKS.put(CheckId.D01, ScopeChecks::widening);
        CHECKS.put(CheckId.D02, ScopeChecks::noAttenuation);
        CHECKS.put(CheckId.D03, TimeChecks::outlives);
        CHECKS.put(CheckId.D04, TimeChecks::taskOver);
        CHECKS.put(CheckId.D05, TimeChecks::orphaned);
        CHECKS.put(CheckId.D06, ShapeChecks::cycles);
        CHECKS.put(CheckId.D07, ShapeChecks::depth);
        CHECKS.put(CheckId.D08, BorderChecks::crossDomain);
        CHECKS.put(CheckId.D09, BorderChecks::foreignRefresh);
        CHECKS.put(CheckId.D10, PrincipalChecks::changes);
        CHECKS.put(CheckId.D11, PrincipalChecks::impersonation);
        CHECKS.put(CheckId.D12, PrincipalChecks::presenter);
        CHECKS.put(CheckId.D13, BorderChecks::notPermitted);
        CHECKS.put(CheckId.D14, BorderChecks::forbidden);
        CHECKS.put(CheckId.D15, ShapeChecks::confusedDeputy);
        CHECKS.put(CheckId.D16, TokenChecks::audience);
        CHECKS.put(CheckId.D17, BorderChecks::unattested);
        CHECKS.put(CheckId.D18, PrincipalChecks::selfApproval);
        CHECKS.put(CheckId.D19, TokenChecks::staleDecision);
        CHECKS.put(CheckId.D20, ScopeChecks::drift);
        CHECKS.put(CheckId.D21, ShapeChecks::fanOut);
        CHECKS.put(CheckId.D22, TimeChecks::unused);
        CHECKS.put(CheckId.D23, TokenChecks::stretched);
    }

    private DelegationChecks() {}

    /** One result for each check, in their order. */
    public static List<CheckResult> run(CheckInput input) {
        Walk walk = new Walk(input);
        return CHECKS.values().stream().map(check -> weighed(check.apply(walk), input)).toList();
    }

    /**
     * The same for whoever may not want the answer any more.
     *
     * @throws InterruptedException before the next check once the thread was interrupted
     */
    public static List<CheckResult> runUntilInterrupted(CheckInput input)
            throws InterruptedException {
        Walk walk = new Walk(input);
        List<CheckResult> results = new ArrayList<>();
        for (Function<Walk, CheckResult> check : CHECKS.values()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            results.add(weighed(check.apply(walk), input));
        }
        return List.copyOf(results);
    }

    private static CheckResult weighed(CheckResult result, CheckInput input) {
        return input.settings().weights().weigh(result, input.graph());
    }
}

package dev.curfew.policy.cerbos;

import dev.curfew.connect.BackendChannel;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.AccessQuestion.AccessContext;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Freshness;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.ReachRule;
import dev.curfew.wire.cerbos.engine.PlanResourcesFilter;
import dev.curfew.wire.cerbos.engine.PlanResourcesInput;
import dev.curfew.wire.cerbos.request.PlanResourcesRequest;
import dev.curfew.wire.cerbos.svc.CerbosServiceGrpc;
import java.time.Clock;
import java.util.UUID;

/** Asks which resources of a kind are allowed: Cerbos knows none, only what must hold of them. */
final class Planning {
    private final BackendChannel channel;
    private final Clock clock;

    Planning(BackendChannel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    Outcome<ReachRule> rule(
            PolicySubject subject, String action, String resourceType, AccessContext context) {
        Freshness freshness =
                new Freshness(Consistency.STRONGEST, clock.instant(), Freshness.Clock.BACKEND);
        return channel.read(
                        CerbosServiceGrpc.getPlanResourcesMethod(),
                        PlanResourcesRequest.newBuilder()
                                .setRequestId(UUID.randomUUID().toString())
                                .setAction(action)
                                .setPrincipal(Checking.principal(subject, context))
                                .setResource(
                                        PlanResourcesInput.Resource.newBuilder()
                                                .setKind(resourceType)
                                                .putAllAttr(Checking.values(context.resource())))
                                .build(),
                        resourceType)
                .then(answer -> rule(answer.getFilter(), resourceType, freshness));
    }

    private static Outcome<ReachRule> rule(
            PlanResourcesFilter filter, String resourceType, Freshness freshness) {
        return switch (filter.getKind()) {
            case KIND_ALWAYS_ALLOWED ->
                    Outcome.ok(new ReachRule(ReachRule.Scope.EVERY, "", freshness));
            case KIND_ALWAYS_DENIED ->
                    Outcome.ok(new ReachRule(ReachRule.Scope.NONE, "", freshness));
            case KIND_CONDITIONAL ->
                    Outcome.ok(
                            new ReachRule(
                                    ReachRule.Scope.SOME,
                                    Conditions.text(filter.getCondition()),
                                    freshness));
            case KIND_UNSPECIFIED, UNRECOGNIZED ->
                    Outcome.failed(
                            Reason.CANNOT_EVALUATE, resourceType, filter.getKind().toString());
        };
    }
}

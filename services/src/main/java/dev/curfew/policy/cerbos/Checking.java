package dev.curfew.policy.cerbos;

import com.google.protobuf.Value;
import dev.curfew.connect.BackendChannel;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.outcome.SafeText;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.AccessQuestion.AccessContext;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Decision.Verdict;
import dev.curfew.policy.Explanation;
import dev.curfew.policy.Explanation.Holds;
import dev.curfew.policy.Explanation.Node;
import dev.curfew.policy.Explanation.Note;
import dev.curfew.policy.Explanation.Rule;
import dev.curfew.policy.Freshness;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.context.ContextValues;
import dev.curfew.wire.cerbos.effect.Effect;
import dev.curfew.wire.cerbos.engine.Principal;
import dev.curfew.wire.cerbos.engine.Resource;
import dev.curfew.wire.cerbos.request.CheckResourcesRequest;
import dev.curfew.wire.cerbos.response.CheckResourcesResponse;
import dev.curfew.wire.cerbos.response.CheckResourcesResponse.ResultEntry;
import dev.curfew.wire.cerbos.svc.CerbosServiceGrpc;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Asks for decisions, and for the policy that made each. */
final class Checking {
    private static final String ROLES = "roles";

    private final BackendChannel channel;
    private final Clock clock;

    Checking(BackendChannel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /** The policy that decided stands in {@link Decision#because}. */
    Outcome<Decision> check(AccessQuestion question, Consistency consistency) {
        Freshness freshness = new Freshness(consistency, clock.instant(), Freshness.Clock.BACKEND);
        return switch (ask(question)) {
            case Outcome.Ok<ResultEntry>(var result) ->
                    Outcome.ok(decision(question, result, freshness));
            case Outcome.Failed<ResultEntry>(var failure) ->
                    failure.reason() == Reason.REFUSED
                            ? Outcome.ok(undecided(failure.detail(), freshness))
                            : Outcome.failed(failure);
        };
    }

    Outcome<Explanation> explain(AccessQuestion question) {
        return check(question, Consistency.STRONGEST)
                .map(decision ->
                        new Explanation(
                                decision,
                                new Node(
                                        question.resource(),
                                        question.action(),
                                        Rule.FACT,
                                        switch (decision.verdict()) {
                                            case ALLOWED -> Holds.YES;
                                            case DENIED -> Holds.NO;
                                            default -> Holds.UNKNOWN;
                                        },
                                        Note.NONE,
                                        Optional.empty(),
                                        List.of()),
                                true));
    }

    private Outcome<ResultEntry> ask(AccessQuestion question) {
        return channel.read(
                        CerbosServiceGrpc.getCheckResourcesMethod(),
                        CheckResourcesRequest.newBuilder()
                                .setRequestId(UUID.randomUUID().toString())
                                .setIncludeMeta(true)
                                .setPrincipal(principal(question.subject(), question.context()))
                                .addResources(
                                        CheckResourcesRequest.ResourceEntry.newBuilder()
                                                .addActions(question.action())
                                                .setResource(
                                                        Resource.newBuilder()
                                                                .setKind(question.resource().type())
                                                                .setId(question.resource().id())
                                                                .putAllAttr(
                                                                        values(
                                                                                question.context()
                                                                                        .resource()))))
                                .build(),
                        question.display())
                .then(answer -> only(question, answer));
    }

    private static Outcome<ResultEntry> only(
            AccessQuestion question, CheckResourcesResponse answer) {
        return answer.getResultsCount() == 1
                ? Outcome.ok(answer.getResults(0))
                : Outcome.failed(
                        Reason.CANNOT_EVALUATE,
                        question.display(),
                        answer.getResultsCount() + " answers to one question");
    }

    /** A principal without a role is refused; the type of the subject is one where none is said. */
    static Principal principal(PolicySubject subject, AccessContext context) {
        Map<String, Object> attributes = new HashMap<>(context.environment());
        attributes.putAll(context.subject());
        Object roles = attributes.remove(ROLES);
        Principal.Builder principal =
                Principal.newBuilder().setId(subject.entity().id()).putAllAttr(values(attributes));
        if (roles instanceof List<?> list && !list.isEmpty()) {
            list.forEach(role -> principal.addRoles(role.toString()));
        } else {
            principal.addRoles(roles == null ? subject.entity().type() : roles.toString());
        }
        return principal.build();
    }

    static Map<String, Value> values(Map<String, Object> attributes) {
        Map<String, Value> values = new HashMap<>();
        attributes.forEach((name, value) -> values.put(name, ContextValues.value(value)));
        return values;
    }

    private static Decision decision(
            AccessQuestion question, ResultEntry result, Freshness freshness) {
        String policy =
                SafeText.of(
                        result.getMeta()
                                .getActionsOrDefault(
                                        question.action(),
                                        ResultEntry.Meta.EffectMeta.getDefaultInstance())
                                .getMatchedPolicy());
        Effect effect = result.getActionsOrDefault(question.action(), Effect.EFFECT_UNSPECIFIED);
        Verdict verdict = verdict(effect);
        return verdict == Verdict.CANNOT_EVALUATE
                ? undecided(effect.name(), freshness)
                : new Decision(verdict, policy, List.of(), freshness);
    }

    static Verdict verdict(Effect effect) {
        return switch (effect) {
            case EFFECT_ALLOW -> Verdict.ALLOWED;
            case EFFECT_DENY, EFFECT_NO_MATCH -> Verdict.DENIED;
            case EFFECT_UNSPECIFIED, UNRECOGNIZED -> Verdict.CANNOT_EVALUATE;
        };
    }

    private static Decision undecided(String because, Freshness freshness) {
        return new Decision(Verdict.CANNOT_EVALUATE, SafeText.of(because), List.of(), freshness);
    }
}

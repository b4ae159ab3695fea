package dev.curfew.policy.extauthz;

import com.google.rpc.Code;
import dev.curfew.connect.BackendChannel;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.outcome.SafeText;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Decision.Verdict;
import dev.curfew.policy.Freshness;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.PolicyWarning;
import dev.curfew.policy.Timed;
import dev.curfew.wire.extauthz.AttributeContext;
import dev.curfew.wire.extauthz.AttributeContext.HttpRequest;
import dev.curfew.wire.extauthz.AuthorizationGrpc;
import dev.curfew.wire.extauthz.CheckRequest;
import dev.curfew.wire.extauthz.CheckResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks as a gateway would, with a request that is never sent: the action is its method, the type of
 * the resource its host, the ID of the resource its path, the ID of the subject the principal. Of
 * the environment {@code headers} become headers, everything else the gateway's own extensions.
 */
final class ExtAuthzBackend implements PolicyBackend {
    private static final String HEADERS = "headers";
    private static final int LONGEST_BODY = 200;

    private final PolicyTarget target;
    private final List<PolicyWarning> warnings;
    private final BackendChannel channel;
    private final Clock clock;

    ExtAuthzBackend(
            PolicyTarget target,
            List<PolicyWarning> warnings,
            BackendChannel channel,
            Clock clock) {
        this.target = target;
        this.warnings = List.copyOf(warnings);
        this.channel = channel;
        this.clock = clock;
    }

    @Override
    public PolicyTarget target() {
        return target;
    }

    @Override
    public Set<PolicyCapability> capabilities() {
        return Set.of(PolicyCapability.CHECK);
    }

    @Override
    public List<PolicyWarning> warnings() {
        return warnings;
    }

    @Override
    public long calls() {
        return channel.calls();
    }

    @Override
    public Outcome<Duration> ping() {
        return Timed.of(() -> ExtAuthz.greet(channel));
    }

    @Override
    public Outcome<Decision> check(AccessQuestion question, Consistency consistency) {
        Freshness freshness = new Freshness(consistency, clock.instant(), Freshness.Clock.BACKEND);
        Outcome<CheckResponse> answer =
                channel.read(
                        AuthorizationGrpc.getCheckMethod(),
                        CheckRequest.newBuilder().setAttributes(attributes(question)).build(),
                        question.display());
        return switch (answer) {
            case Outcome.Ok<CheckResponse>(var decided) -> Outcome.ok(decision(decided, freshness));
            case Outcome.Failed<CheckResponse>(var failure) ->
                    failure.reason() == Reason.REFUSED
                            ? Outcome.ok(
                                    new Decision(
                                            Verdict.CANNOT_EVALUATE,
                                            failure.detail(),
                                            List.of(),
                                            freshness))
                            : Outcome.failed(failure);
        };
    }

    @Override
    public Outcome<List<Decision>> checkAll(
            List<AccessQuestion> questions, Consistency consistency) {
        List<Decision> decisions = new ArrayList<>();
        for (AccessQuestion question : questions) {
            switch (check(question, consistency)) {
                case Outcome.Ok<Decision>(var decision) -> decisions.add(decision);
                case Outcome.Failed<Decision>(var failure) -> {
                    return Outcome.failed(failure);
                }
            }
        }
        return Outcome.ok(decisions);
    }

    private static AttributeContext attributes(AccessQuestion question) {
        HttpRequest.Builder http =
                HttpRequest.newBuilder()
                        .setMethod(question.action())
                        .setHost(question.resource().type())
                        .setPath(question.resource().id());
        AttributeContext.Builder attributes = AttributeContext.newBuilder();
        attributes.getSourceBuilder().setPrincipal(question.subject().entity().id());
        question.context()
                .environment()
                .forEach((name, value) -> {
                    if (name.equals(HEADERS) && value instanceof Map<?, ?> headers) {
                        headers.forEach((header, text) ->
                                http.putHeaders(String.valueOf(header), String.valueOf(text)));
                    } else {
                        attributes.putContextExtensions(name, String.valueOf(value));
                    }
                });
        return attributes.setRequest(AttributeContext.Request.newBuilder().setHttp(http)).build();
    }

    private static Decision decision(CheckResponse answer, Freshness freshness) {
        if (answer.getStatus().getCode() == Code.OK_VALUE && !answer.hasDeniedResponse()) {
            return Decision.of(Verdict.ALLOWED, freshness);
        }
        String body = answer.getDeniedResponse().getBody();
        String said =
                answer.getStatus().getMessage().isEmpty() ? body : answer.getStatus().getMessage();
        return new Decision(
                Verdict.DENIED,
                SafeText.of(said.substring(0, Math.min(said.length(), LONGEST_BODY))),
                List.of(),
                freshness);
    }

    @Override
    public void close() {
        channel.close();
    }
}

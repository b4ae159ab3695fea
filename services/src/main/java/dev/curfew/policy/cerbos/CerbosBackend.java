package dev.curfew.policy.cerbos;

import dev.curfew.connect.BackendChannel;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.outcome.SafeText;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Explanation;
import dev.curfew.policy.LoggedDecision;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyModel;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.PolicyWarning;
import dev.curfew.policy.Proof;
import dev.curfew.policy.Quarantine;
import dev.curfew.policy.QuarantineTrace;
import dev.curfew.policy.ReachRule;
import dev.curfew.policy.Timed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** One Cerbos server. Its answers are computed anew each time: both consistencies are the same. */
final class CerbosBackend implements PolicyBackend {
    /** How far its clock may be from ours for its log to be read whole. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private static final int MOST_TRACED = 10_000;

    private final PolicyTarget target;
    private final List<PolicyWarning> warnings;
    private final BackendChannel channel;
    private final Optional<BackendChannel> admin;
    private final boolean keepsDecisions;
    private final Clock clock;
    private final Checking checking;
    private final AtomicReference<String> version = new AtomicReference<>("");

    /**
     * @param admin empty: the admin API is off, or no key for it is known
     * @param keepsDecisions whether it has a log of them that can be read
     */
    CerbosBackend(
            PolicyTarget target,
            List<PolicyWarning> warnings,
            BackendChannel channel,
            Optional<BackendChannel> admin,
            boolean keepsDecisions,
            Clock clock) {
        this.target = target;
        this.warnings = List.copyOf(warnings);
        this.channel = channel;
        this.admin = admin;
        this.keepsDecisions = keepsDecisions;
        this.clock = clock;
        this.checking = new Checking(channel, clock);
    }

    @Override
    public PolicyTarget target() {
        return target;
    }

    @Override
    public Set<PolicyCapability> capabilities() {
        Set<PolicyCapability> offered =
                EnumSet.of(
                        PolicyCapability.CHECK,
                        PolicyCapability.EXPLAIN,
                        PolicyCapability.REACH_BY_RULE);
        if (admin.isPresent()) {
            offered.add(PolicyCapability.LIST_POLICIES);
            offered.add(PolicyCapability.MODEL);
            offered.add(PolicyCapability.QUARANTINE);
        }
        if (keepsDecisions) {
            offered.add(PolicyCapability.DECISIONS);
        }
        return offered;
    }

    @Override
    public List<PolicyWarning> warnings() {
        return warnings;
    }

    @Override
    public Optional<String> version() {
        return Optional.of(version.get()).filter(told -> !told.isBlank());
    }

    @Override
    public long calls() {
        return channel.calls() + admin.map(BackendChannel::calls).orElse(0L);
    }

    @Override
    public Outcome<Duration> ping() {
        return Timed.of(() ->
                Cerbos.greet(channel)
                        .map(info -> {
                            version.set(SafeText.of(info.getVersion()));
                            return info;
                        }));
    }

    @Override
    public Outcome<List<String>> policies() {
        return withAdmin(PolicyCapability.LIST_POLICIES).then(Cerbos::policies);
    }

    @Override
    public Outcome<PolicyModel> model() {
        return withAdmin(PolicyCapability.MODEL).then(Inspecting::model);
    }

    @Override
    public Outcome<Decision> check(AccessQuestion question, Consistency consistency) {
        return checking.check(question, consistency);
    }

    @Override
    public Outcome<List<Decision>> checkAll(
            List<AccessQuestion> questions, Consistency consistency) {
        List<Decision> decisions = new ArrayList<>();
        for (AccessQuestion question : questions) {
            switch (checking.check(question, consistency)) {
                case Outcome.Ok<Decision>(var decision) -> decisions.add(decision);
                case Outcome.Failed<Decision>(var failure) -> {
                    return Outcome.failed(failure);
                }
            }
        }
        return Outcome.ok(decisions);
    }

    @Override
    public Outcome<Explanation> explain(AccessQuestion question) {
        return checking.explain(question);
    }

    @Override
    public Outcome<ReachRule> rule(
            PolicySubject subject,
            String action,
            String resourceType,
            AccessQuestion.AccessContext context) {
        return new Planning(channel, clock).rule(subject, action, resourceType, context);
    }

    @Override
    public Outcome<LoggedDecision.Log> decisions(LoggedDecision.Wanted wanted) {
        return keepsDecisions
                ? withAdmin(PolicyCapability.DECISIONS)
                        .then(open -> new DecisionLog(open, clock).read(wanted))
                : PolicyBackend.super.decisions(wanted);
    }

    @Override
    public Outcome<Quarantine> quarantine(PolicyEntity subject, Quarantine.Cause cause) {
        return withAdmin(PolicyCapability.QUARANTINE)
                .then(open -> new Quarantining(open).begin(subject, cause));
    }

    @Override
    public Outcome<Ending> lift(PolicyEntity subject) {
        return withAdmin(PolicyCapability.QUARANTINE)
                .then(open -> new Quarantining(open).lift(subject));
    }

    @Override
    public Outcome<Proof> proveQuarantined(PolicyEntity subject) {
        return checking.check(Quarantining.anything(subject), Consistency.STRONGEST)
                .map(decision ->
                        new Proof(
                                decision.isDenied()
                                                && decision.because()
                                                        .equals(Quarantining.policy(subject))
                                        ? Proof.Verdict.CONFIRMED
                                        : Proof.Verdict.CONTRADICTED,
                                Optional.empty(),
                                decision));
    }

    @Override
    public Outcome<QuarantineTrace> traceQuarantine(PolicyEntity subject, Instant from) {
        return decisions(
                        new LoggedDecision.Wanted(
                                from.minus(CLOCKS_APART),
                                clock.instant().plus(CLOCKS_APART),
                                Optional.of(subject.id()),
                                MOST_TRACED))
                .map(log -> QuarantineLog.of(log, subject));
    }

    private Outcome<BackendChannel> withAdmin(PolicyCapability wanted) {
        return admin.map(Outcome::ok)
                .orElseGet(
                        () -> Outcome.failed(Reason.NOT_OFFERED, target.display(), wanted.name()));
    }

    @Override
    public void close() {
        channel.close();
        admin.ifPresent(BackendChannel::close);
    }
}

package dev.curfew.policy.cerbos;

import dev.curfew.connect.BackendChannel;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.PolicyBackend.Ending;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.Quarantine;
import dev.curfew.wire.cerbos.effect.Effect;
import dev.curfew.wire.cerbos.policy.Metadata;
import dev.curfew.wire.cerbos.policy.Policy;
import dev.curfew.wire.cerbos.policy.PrincipalPolicy;
import dev.curfew.wire.cerbos.policy.PrincipalRule;
import dev.curfew.wire.cerbos.request.AddOrUpdatePolicyRequest;
import dev.curfew.wire.cerbos.request.DisablePolicyRequest;
import dev.curfew.wire.cerbos.request.GetPolicyRequest;
import dev.curfew.wire.cerbos.svc.CerbosAdminServiceGrpc;
import java.util.Optional;
import java.util.Set;

/**
 * A principal policy that denies everything. A principal has but one of a version and scope, so one
 * that is not ours is never written over.
 */
final class Quarantining {
    private static final String API = "api.cerbos.dev/v1";
    private static final String VERSION = "default";

    /** Marks a policy as ours, and says who wanted it. */
    private static final String OPERATOR = "dev.curfew/quarantined-by";

    private static final String INCIDENT = "dev.curfew/incident";

    private final BackendChannel admin;

    Quarantining(BackendChannel admin) {
        this.admin = admin;
    }

    /** The name that Cerbos gives it. */
    static String policy(PolicyEntity subject) {
        return "principal." + subject.id() + ".v" + VERSION;
    }

    /** A question that only the quarantine has an answer to. */
    static AccessQuestion anything(PolicyEntity subject) {
        return AccessQuestion.of(subject, "curfew:ask", new PolicyEntity("curfew:any", "any"));
    }

    Outcome<Quarantine> begin(PolicyEntity subject, Quarantine.Cause cause) {
        return existing(subject)
                .then(there -> {
                    if (there.isPresent() && !isOurs(there.get())) {
                        return Outcome.failed(
                                Reason.ALREADY_EXISTS,
                                policy(subject),
                                "it is not Curfew's, and would be lost");
                    }
                    return admin.write(
                                    CerbosAdminServiceGrpc.getAddOrUpdatePolicyMethod(),
                                    AddOrUpdatePolicyRequest.newBuilder()
                                            .addPolicies(denial(subject, cause))
                                            .build(),
                                    policy(subject))
                            .map(_ ->
                                    new Quarantine(
                                            subject,
                                            policy(subject),
                                            Set.of(Quarantine.Gap.values())));
                });
    }

    Outcome<Ending> lift(PolicyEntity subject) {
        return existing(subject)
                .then(there -> {
                    if (there.isEmpty() || there.get().getDisabled()) {
                        return Outcome.ok(Ending.ALREADY_GONE);
                    }
                    if (!isOurs(there.get())) {
                        return Outcome.failed(
                                Reason.REFUSED, policy(subject), "it is not Curfew's quarantine");
                    }
                    return admin.write(
                                    CerbosAdminServiceGrpc.getDisablePolicyMethod(),
                                    DisablePolicyRequest.newBuilder()
                                            .addId(policy(subject))
                                            .build(),
                                    policy(subject))
                            .map(done ->
                                    done.getDisabledPolicies() == 0
                                            ? Ending.ALREADY_GONE
                                            : Ending.ENDED);
                });
    }

    private Outcome<Optional<Policy>> existing(PolicyEntity subject) {
        return Cerbos.policies(admin)
                .then(names ->
                        names.contains(policy(subject))
                                ? admin.read(
                                                CerbosAdminServiceGrpc.getGetPolicyMethod(),
                                                GetPolicyRequest.newBuilder()
                                                        .addId(policy(subject))
                                                        .build(),
                                                policy(subject))
                                        .map(found -> found.getPoliciesList().stream().findFirst())
                                : Outcome.ok(Optional.empty()));
    }

    private static boolean isOurs(Policy policy) {
        return policy.getMetadata().containsAnnotations(OPERATOR);
    }

    private static Policy denial(PolicyEntity subject, Quarantine.Cause cause) {
        return Policy.newBuilder()
                .setApiVersion(API)
                .setDescription("Curfew: quarantine")
                .setMetadata(
                        Metadata.newBuilder()
                                .putAnnotations(OPERATOR, cause.operator())
                                .putAnnotations(INCIDENT, cause.incident()))
                .setPrincipalPolicy(
                        PrincipalPolicy.newBuilder()
                                .setPrincipal(subject.id())
                                .setVersion(VERSION)
                                .addRules(
                                        PrincipalRule.newBuilder()
                                                .setResource("*")
                                                .addActions(
                                                        PrincipalRule.Action.newBuilder()
                                                                .setAction("*")
                                                                .setName("quarantine")
                                                                .setEffect(Effect.EFFECT_DENY))))
                .build();
    }
}

package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.failure;
import static dev.curfew.peers.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.SecretRef;
import dev.curfew.connect.Secrets;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.AccessQuestion.AccessContext;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Decision.Verdict;
import dev.curfew.policy.LoggedDecision;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyBackends;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyIds;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyModel;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.PolicyWarning;
import dev.curfew.policy.Proof;
import dev.curfew.policy.Quarantine;
import dev.curfew.policy.ReachRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What Cerbos decides, and that a quarantine bites and lets go. */
@NeedsCerbos
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealCerbosContractTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Key ADMIN = new Key.Basic(RealCerbos.ADMIN, new SecretRef.Prompt());
    private static final Quarantine.Cause CAUSE = new Quarantine.Cause("erin", "INC-7");

    private static final String TOOLS =
            """
            {
              "apiVersion": "api.cerbos.dev/v1",
              "resourcePolicy": {
                "resource": "tool",
                "version": "default",
                "rules": [
                  {
                    "actions": ["use"],
                    "effect": "EFFECT_ALLOW",
                    "roles": ["agent"],
                    "condition": {
                      "match": {"expr": "now() < timestamp(P.attr.delegation_not_after)"}
                    }
                  }
                ]
              }
            }
            """;

    private static final String NOTES =
            """
            {
              "apiVersion": "api.cerbos.dev/v1",
              "resourcePolicy": {
                "resource": "note",
                "version": "default",
                "rules": [
                  {
                    "actions": ["read"],
                    "effect": "EFFECT_ALLOW",
                    "roles": ["agent"],
                    "condition": {
                      "match": {
                        "all": {
                          "of": [
                            {"expr": "R.attr.owner == P.id"},
                            {"expr": "R.attr.level < 3 || R.attr.open"}
                          ]
                        }
                      }
                    }
                  },
                  {"actions": ["list"], "effect": "EFFECT_ALLOW", "roles": ["agent"]}
                ]
              }
            }
            """;

    private static final String FOREIGN =
            """
            {
              "apiVersion": "api.cerbos.dev/v1",
              "principalPolicy": {
                "principal": "%s",
                "version": "default",
                "rules": [
                  {"resource": "tool", "actions": [{"action": "use", "effect": "EFFECT_ALLOW"}]}
                ]
              }
            }
            """;

    private static final String MODES =
            """
            {
              "apiVersion": "api.cerbos.dev/v1",
              "derivedRoles": {
                "name": "curfew_modes",
                "definitions": [
                  {
                    "name": "owner",
                    "parentRoles": ["agent"],
                    "condition": {"match": {"expr": "R.attr.owner == P.id"}}
                  }
                ]
              }
            }
            """;

    private static final String REPORTS =
            """
            {
              "apiVersion": "api.cerbos.dev/v1",
              "resourcePolicy": {
                "resource": "report",
                "version": "default",
                "importDerivedRoles": ["curfew_modes"],
                "variables": {"local": {"deep": "P.attr.delegation_depth > 3.0"}},
                "rules": [
                  {"actions": ["read"], "effect": "EFFECT_ALLOW", "derivedRoles": ["owner"]},
                  {
                    "actions": ["publish"],
                    "effect": "EFFECT_DENY",
                    "roles": ["agent"],
                    "condition": {"match": {"expr": "V.deep"}}
                  }
                ]
              }
            }
            """;

    private RealCerbos server;
    private PolicyBackend backend;

    @BeforeAll
    void start() {
        server = RealCerbos.changeable();
        server.put(TOOLS);
        server.put(NOTES);
        backend = value(open(server, ADMIN, RealCerbos.PASSWORD));
    }

    @AfterAll
    void stop() {
        backend.close();
        server.close();
    }

    private static Outcome<PolicyBackend> open(RealCerbos of, Key admin, String password) {
        Secrets secrets = (reference, purpose) -> Outcome.ok(password.toCharArray());
        return PolicyBackends.open(
                new PolicyProfile(
                        "cerbos",
                        new PolicyTarget(PolicyKind.CERBOS, of.address(), Optional.empty()),
                        new Tls.Plaintext(),
                        new Key.None(),
                        admin),
                secrets,
                Clock.systemUTC());
    }

    private static AccessQuestion uses(PolicyEntity agent) {
        return AccessQuestion.of(agent, "use", new PolicyEntity("tool", "search"))
                .with(
                        new AccessContext(
                                Map.of(
                                        "delegation_not_after",
                                        Instant.now().plus(1, ChronoUnit.HOURS).toString()),
                                Map.of(),
                                Map.of()));
    }

    private static PolicyEntity agent(String name) {
        return Chain.agent(PolicyIds.WHOLE, name);
    }

    private Decision ask(AccessQuestion question) {
        return value(backend.check(question, Consistency.STRONGEST));
    }

    @Test
    void aSmallCallTellsHowLongItsAnswerTook() {
        long before = backend.calls();
        assertThat(value(backend.ping())).isPositive();
        assertThat(backend.version().orElseThrow()).contains("0.55.0");
        assertThat(backend.calls()).isEqualTo(before + 1);
    }

    @Test
    void theDecisionNamesThePolicyThatMadeIt() {
        Decision decision = ask(uses(agent("planner")));
        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(decision.because()).isEqualTo("resource.tool.vdefault");
        assertThat(value(backend.explain(uses(agent("planner")))).agrees()).contains(true);
    }

    @Test
    void anotherRoleOrAnEndThatHasPassedIsDenied() {
        assertThat(ask(uses(agent("planner")).with(roles("guest"))).verdict())
                .isEqualTo(Verdict.DENIED);
        AccessContext expired =
                new AccessContext(
                        Map.of(
                                "delegation_not_after",
                                Instant.now().minus(1, ChronoUnit.HOURS).toString()),
                        Map.of(),
                        Map.of());
        assertThat(ask(uses(agent("planner")).with(expired)).verdict()).isEqualTo(Verdict.DENIED);
    }

    private static AccessContext roles(String role) {
        return new AccessContext(Map.of("roles", List.of(role)), Map.of(), Map.of());
    }

    @Test
    void manyQuestionsAreAnsweredInTheirOrder() {
        assertThat(
                        value(
                                backend.checkAll(
                                        List.of(
                                                uses(agent("planner")),
                                                uses(agent("planner")).with(roles("guest")),
                                                uses(agent("worker"))),
                                        Consistency.STRONGEST)))
                .extracting(Decision::verdict)
                .containsExactly(Verdict.ALLOWED, Verdict.DENIED, Verdict.ALLOWED);
    }

    @Test
    void whichResourcesAreReachedIsARule() {
        PolicyEntity planner = agent("planner");
        ReachRule all = rule(planner, "list", "note");
        assertThat(all.scope()).isEqualTo(ReachRule.Scope.EVERY);
        assertThat(all.condition()).isEmpty();
        ReachRule some = rule(planner, "read", "note");
        assertThat(some.scope()).isEqualTo(ReachRule.Scope.SOME);
        assertThat(some.condition())
                .isEqualTo(
                        "(resource.attr.owner = \"%s\") and ((resource.attr.level < 3) or"
                                        .formatted(planner.id())
                                + " resource.attr.open)");
        assertThat(rule(planner, "delete", "note").scope()).isEqualTo(ReachRule.Scope.NONE);
        assertThat(rule(planner, "read", "nothing").scope()).isEqualTo(ReachRule.Scope.NONE);
    }

    private ReachRule rule(PolicyEntity subject, String action, String type) {
        return value(backend.rule(PolicySubject.of(subject), action, type, AccessContext.NOTHING));
    }

    @Test
    void whatWasDecidedForOthersIsRead() {
        PolicyEntity logged = agent("logged");
        Instant before = Instant.now().minusSeconds(5);
        ask(uses(logged));
        ask(uses(logged).with(roles("guest")));
        ask(uses(agent("other")));

        assertThat(Waiting.until(PATIENCE, () -> log(before, logged, 10).entries().size() == 2))
                .isTrue();
        LoggedDecision.Log log = log(before, logged, 10);
        // As those ask whose clock may be behind the server's.
        assertThat(
                        value(
                                        backend.decisions(
                                                new LoggedDecision.Wanted(
                                                        before,
                                                        Instant.now().plusSeconds(300),
                                                        Optional.of(logged.id()),
                                                        10)))
                                .entries())
                .isEqualTo(log.entries());
        assertThat(
                        value(
                                        backend.decisions(
                                                new LoggedDecision.Wanted(
                                                        before.minusSeconds(3600),
                                                        before.minusSeconds(600),
                                                        Optional.of(logged.id()),
                                                        10)))
                                .entries())
                .isEmpty();
        assertThat(log.whole()).isTrue();
        assertThat(log.entries())
                .extracting(
                        LoggedDecision::principal,
                        LoggedDecision::action,
                        LoggedDecision::resource,
                        LoggedDecision::verdict)
                .containsExactly(
                        tuple(
                                logged.id(),
                                "use",
                                new PolicyEntity("tool", "search"),
                                Verdict.DENIED),
                        tuple(
                                logged.id(),
                                "use",
                                new PolicyEntity("tool", "search"),
                                Verdict.ALLOWED));
        assertThat(log.entries().getLast().because()).isEqualTo("resource.tool.vdefault");
        assertThat(log.entries().getFirst().at()).isAfterOrEqualTo(log.entries().getLast().at());
        assertThat(log(before, logged, 1).entries()).containsExactly(log.entries().getFirst());
        assertThat(log(before, logged, 1).whole()).isFalse();
        assertThat(
                        value(
                                        backend.decisions(
                                                new LoggedDecision.Wanted(
                                                        before.minusSeconds(60),
                                                        before,
                                                        Optional.of(logged.id()),
                                                        10)))
                                .entries())
                .as("before it asked")
                .isEmpty();
    }

    private LoggedDecision.Log log(Instant from, PolicyEntity of, int most) {
        return value(
                backend.decisions(
                        new LoggedDecision.Wanted(
                                from, Instant.now(), Optional.of(of.id()), most)));
    }

    @Test
    void policiesAreListed() {
        assertThat(value(backend.policies())).contains("resource.tool.vdefault");
    }

    @Test
    void whatPoliciesAreMadeOfIsTold() {
        server.put(MODES);
        server.put(REPORTS);
        assertThat(backend.capabilities()).contains(PolicyCapability.MODEL);
        PolicyModel model = value(backend.model());
        PolicyModel.Type reports = model.type("resource.report.vdefault").orElseThrow();
        assertThat(reports.relations())
                .extracting(PolicyModel.Relation::name)
                .containsExactly("publish", "read");
        assertThat(reports.parts())
                .extracting(
                        PolicyModel.Part::kind,
                        PolicyModel.Part::name,
                        PolicyModel.Part::origin,
                        PolicyModel.Part::source)
                .contains(
                        tuple(
                                PolicyModel.Part.Kind.DERIVED_ROLE,
                                "owner",
                                PolicyModel.Part.Origin.IMPORTED,
                                "derived_roles.curfew_modes"),
                        tuple(
                                PolicyModel.Part.Kind.VARIABLE,
                                "deep",
                                PolicyModel.Part.Origin.OWN,
                                "resource.report.vdefault"),
                        tuple(
                                PolicyModel.Part.Kind.PRINCIPAL_ATTRIBUTE,
                                "delegation_depth",
                                PolicyModel.Part.Origin.UNKNOWN,
                                ""));
        assertThat(model.type("derived_roles.curfew_modes")).isPresent();
    }

    @Test
    void aQuarantineBitesNamesItselfAndLetsGo() {
        PolicyEntity rogue = agent("rogue");
        assertThat(ask(uses(rogue)).verdict()).isEqualTo(Verdict.ALLOWED);

        Quarantine quarantine = value(backend.quarantine(rogue, CAUSE));
        assertThat(Waiting.until(PATIENCE, () -> proof(rogue) == Proof.Verdict.CONFIRMED)).isTrue();

        assertThat(ask(uses(rogue)).verdict()).isEqualTo(Verdict.DENIED);
        assertThat(ask(uses(rogue)).because()).isEqualTo(quarantine.policy());
        assertThat(ask(uses(agent("planner"))).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(value(backend.policies())).contains(quarantine.policy());

        // Once more, as after a crash between sending and hearing.
        value(backend.quarantine(rogue, CAUSE));
        assertThat(value(backend.lift(rogue))).isEqualTo(PolicyBackend.Ending.ENDED);
        assertThat(Waiting.until(PATIENCE, () -> ask(uses(rogue)).isAllowed())).isTrue();
        assertThat(proof(rogue)).isEqualTo(Proof.Verdict.CONTRADICTED);
        assertThat(value(backend.lift(rogue))).isEqualTo(PolicyBackend.Ending.ALREADY_GONE);

        value(backend.quarantine(rogue, CAUSE));
        assertThat(Waiting.until(PATIENCE, () -> proof(rogue) == Proof.Verdict.CONFIRMED)).isTrue();
    }

    private Proof.Verdict proof(PolicyEntity subject) {
        return value(backend.proveQuarantined(subject)).verdict();
    }

    @Test
    void aPolicyOfSomebodyElseIsNeitherLostNorLifted() {
        PolicyEntity special = agent("special");
        server.put(FOREIGN.formatted(special.id()));

        assertThat(failure(backend.quarantine(special, CAUSE)).reason())
                .isEqualTo(Reason.ALREADY_EXISTS);
        assertThat(failure(backend.lift(special)).reason()).isEqualTo(Reason.REFUSED);
        assertThat(
                        Waiting.until(
                                PATIENCE,
                                () ->
                                        ask(uses(special).with(roles("guest")))
                                                .because()
                                                .startsWith("principal.")))
                .isTrue();
    }

    @Test
    void thePasswordThatItShipsWithIsWarnedOf() {
        assertThat(backend.warnings()).containsExactly(PolicyWarning.DEFAULT_PASSWORD);
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThat(failure(open(server, ADMIN, "wrong")).reason())
                .isEqualTo(Reason.BACKEND_KEY_REFUSED);
    }

    @Test
    void withoutAnAdminKeyThereAreDecisionsAlone() {
        try (PolicyBackend plain = value(open(server, new Key.None(), ""))) {
            assertThat(plain.capabilities())
                    .containsExactlyInAnyOrder(
                            PolicyCapability.CHECK,
                            PolicyCapability.EXPLAIN,
                            PolicyCapability.REACH_BY_RULE);
            assertThat(
                            failure(
                                            plain.decisions(
                                                    new LoggedDecision.Wanted(
                                                            Instant.EPOCH,
                                                            Instant.now(),
                                                            Optional.empty(),
                                                            1)))
                                    .reason())
                    .isEqualTo(Reason.NOT_OFFERED);
            assertThat(plain.warnings()).isEmpty();
            assertThat(failure(plain.quarantine(agent("x"), CAUSE)).reason())
                    .isEqualTo(Reason.NOT_OFFERED);
        }
    }

    @Test
    void aStoreThatCanNotBeChangedSaysSo(@TempDir Path policies) throws IOException {
        Files.writeString(policies.resolve("tools.json"), TOOLS);
        try (RealCerbos fixed = RealCerbos.of(policies);
                PolicyBackend onIt = value(open(fixed, ADMIN, RealCerbos.PASSWORD))) {
            assertThat(value(onIt.check(uses(agent("planner")), Consistency.FAST)).isAllowed())
                    .isTrue();
            assertThat(failure(onIt.quarantine(agent("rogue"), CAUSE)).reason())
                    .isEqualTo(Reason.POLICIES_FIXED);
        }
    }
}

package dev.curfew.bench;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Scope;
import dev.curfew.delegation.check.CheckInput;
import dev.curfew.delegation.check.CheckResult;
import dev.curfew.delegation.check.CheckSettings;
import dev.curfew.delegation.check.DelegationChecks;
import dev.curfew.delegation.check.Fact;
import dev.curfew.delegation.check.Fact.Attestation;
import dev.curfew.delegation.check.Facts;
import dev.curfew.delegation.map.AgentNames;
import dev.curfew.delegation.map.GrantMapping;
import dev.curfew.delegation.map.RelationshipMapper;
import dev.curfew.delegation.rules.DelegationRules;
import dev.curfew.delegation.rules.RulesText;
import dev.curfew.delegation.token.Actor;
import dev.curfew.delegation.token.TokenClaims;
import dev.curfew.delegation.token.TokenKind;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.policy.PolicyCondition;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyIds;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.Relationship;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The delegation graph of a big estate: its relationships read as grants, checked, and asked. Needs
 * no server. One in a hundred hops breaks something.
 */
final class DelegationBench {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final int GRANTS = 100_000;

    /** Five hops are the longest; more would be found by depth alone. */
    private static final int LONGEST = 5;

    private static final int TOOLS = 500;
    private static final int REPEATS = 5;
    private static final double CHECK_LIMIT_MILLIS = 2_000;

    private final Random random = new Random(7);
    private final List<Relationship> facts = new ArrayList<>();
    private int hops;

    List<Figure> run() {
        fill();
        List<Figure> figures = new ArrayList<>();
        Timed<List<Grant>> mapped =
                timed(() ->
                        RelationshipMapper.map(
                                        facts,
                                        GrantMapping.AGENTS,
                                        AgentNames.of(PolicyIds.WITHOUT_SCHEME),
                                        "fga",
                                        NOW)
                                .grants());
        List<Grant> grants = mapped.value().subList(0, GRANTS);
        figures.add(told("100,000 grants read from relationships", mapped.millis()));
        Timed<GrantGraph> built = timed(() -> GrantGraph.of(grants));
        figures.add(told("their graph built", built.millis()));
        CheckInput input = input(built.value());
        Timed<List<CheckResult>> checked = timed(() -> DelegationChecks.run(input));
        figures.add(
                new Figure(
                        "all D-checks over 100,000 grants",
                        "ms",
                        checked.millis(),
                        Double.NaN,
                        CHECK_LIMIT_MILLIS));
        long findings = checked.value().stream().mapToLong(DelegationBench::findings).sum();
        System.err.printf("%,d relationships, %,d findings%n", facts.size(), findings);
        checked.value().stream()
                .filter(CheckResult.NotChecked.class::isInstance)
                .forEach(not -> System.err.println(not));
        asked(grants, figures);
        return figures;
    }

    private static void asked(List<Grant> grants, List<Figure> figures) {
        Party user = Party.user("user-0");
        Party tool = Party.tool("tool-0");
        figures.add(
                told(
                        "what one user can reach, asked first",
                        timed(() -> GrantGraph.of(grants).reachOf(user)).millis()));
        GrantGraph graph = GrantGraph.of(grants);
        graph.reachOf(user);
        figures.add(told("the same, asked again", timed(() -> graph.reachOf(user)).millis()));
        figures.add(
                told(
                        "everyone who can reach one tool",
                        timed(() -> graph.reachedBy(tool)).millis()));
        figures.add(told("all choke points", timed(graph::chokePoints).millis()));
        figures.add(
                told(
                        "what counts in an hour",
                        timed(() -> graph.at(NOW.plus(Duration.ofHours(1)))).millis()));
    }

    private static Figure told(String name, double millis) {
        return new Figure(name, "ms", millis, Double.NaN, Double.POSITIVE_INFINITY);
    }

    private record Timed<T>(T value, double millis) {}

    /** The median of a few, after one that warms up. */
    private static <T> Timed<T> timed(Supplier<T> work) {
        double[] millis = new double[REPEATS];
        T value = work.get();
        for (int i = 0; i < REPEATS; i++) {
            long began = System.nanoTime();
            value = work.get();
            millis[i] = (System.nanoTime() - began) / 1e6;
        }
        return new Timed<>(value, Median.of(millis));
    }

    private static long findings(CheckResult result) {
        return result instanceof CheckResult.Checked checked ? checked.findings().size() : 0;
    }

    private void fill() {
        int chain = 0;
        // A chain of n hops makes about 2.3 n grants.
        while (hops < GRANTS / 2) {
            chain(chain++, 1 + random.nextInt(LONGEST));
        }
        for (int n = 0; n < TOOLS; n++) {
            fact("tool:tool-" + n, "standing", agent(random.nextInt(hops)));
        }
    }

    private void chain(int number, int length) {
        String giver = "user:user-" + number % 2_000;
        String above = "";
        for (int n = 0; n < length; n++) {
            String hop = "delegation:d" + hops;
            String taker = agent(hops);
            boolean odd = random.nextInt(100) == 0;
            fact(hop, "delegator", giver);
            fact(hop, "delegate", taker);
            if (above.isEmpty()) {
                fact(hop, "root", "agent:*");
            } else {
                fact(hop, "parent", above);
            }
            lease(hop, NOW.plus(Duration.ofMinutes(odd ? 600 : 60 - n)));
            fact("tool:tool-" + (odd ? hops : number) % TOOLS, "via", hop);
            if (n == 0) {
                fact("dataset:data-" + number % TOOLS, "read_via", hop);
            }
            fact("task:t" + number, "via", hop);
            above = hop;
            giver = taker;
            hops++;
        }
    }

    private static String agent(int number) {
        return "agent:"
                + (number % 50 == 0 ? "partner" : "acme")
                + ".test/agent/a"
                + number % 40_000;
    }

    private void fact(String object, String relation, String subject) {
        facts.add(
                Relationship.lasting(entity(object), relation, PolicySubject.of(entity(subject))));
    }

    private void lease(String hop, Instant end) {
        facts.add(
                new Relationship(
                        entity(hop),
                        "lease_a",
                        PolicySubject.of(entity("agent:*")),
                        Optional.of(
                                new PolicyCondition(
                                        "live_until", Map.of("not_after", end.toString()))),
                        Optional.of(end)));
    }

    private static PolicyEntity entity(String text) {
        int colon = text.indexOf(':');
        return new PolicyEntity(text.substring(0, colon), text.substring(colon + 1));
    }

    /** Facts for every check, so that none gets away with knowing nothing. */
    private static CheckInput input(GrantGraph graph) {
        Map<Party, Instant> closed = new HashMap<>();
        Map<Party, Scope> needs = new HashMap<>();
        Map<String, Scope> approved = new HashMap<>();
        Map<String, Instant> used = new HashMap<>();
        Map<String, Attestation> attested = new HashMap<>();
        List<Fact.SeenToken> tokens = new ArrayList<>();
        List<Fact.Approval> approvals = new ArrayList<>();
        List<Fact.Action> actions = new ArrayList<>();
        for (Grant grant : graph.grants()) {
            if (grant.kind() != Grant.Kind.DELEGATES) {
                continue;
            }
            Scope scope = grant.hop().scope().orElse(Scope.NOTHING);
            boolean odd = grant.id().hashCode() % 100 == 0;
            grant.hop().task().ifPresent(task -> needs.put(task, scope));
            grant.hop().task().filter(_ -> odd).ifPresent(task -> closed.put(task, NOW));
            approved.put(grant.id(), scope);
            used.put(grant.id(), odd ? NOW.minus(Duration.ofDays(99)) : NOW);
            attested.put(grant.to().id(), Attestation.ATTESTED);
            tokens.add(token(grant));
            approvals.add(
                    new Fact.Approval(
                            grant.id(), grant.to(), Party.user("approver"), Set.of(grant.id())));
            actions.add(new Fact.Action(grant.to(), "act", NOW, Optional.of(NOW.minusSeconds(1))));
        }
        return CheckInput.of(
                graph,
                NOW,
                rules(),
                Facts.of(
                        new Fact.ClosedTasks(closed),
                        new Fact.TaskNeeds(needs),
                        new Fact.ApprovedScopes(approved),
                        new Fact.Usage(NOW.minus(Duration.ofDays(100)), used),
                        new Fact.Attestations(attested),
                        new Fact.Federation(Set.of(new Fact.Trust("acme.test", "partner.test"))),
                        new Fact.Tokens(tokens),
                        new Fact.Exchanges(List.of()),
                        new Fact.Approvals(approvals),
                        new Fact.Actions(actions)),
                CheckSettings.DEFAULT);
    }

    private static Fact.SeenToken token(Grant grant) {
        return new Fact.SeenToken(
                new TokenClaims(
                        "token " + grant.id(),
                        TokenKind.TRANSACTION,
                        "ES256",
                        Optional.of("https://as.test"),
                        Optional.of(Party.user("alice")),
                        List.of(new Actor(grant.to(), Optional.empty())),
                        List.of(),
                        List.of(),
                        0,
                        List.of("mail"),
                        Optional.empty(),
                        Optional.of(NOW),
                        Optional.empty(),
                        End.at(NOW.plusSeconds(300)),
                        Optional.empty(),
                        Optional.of("txn " + grant.id()),
                        List.of()),
                Optional.of(grant.to()),
                Set.of("mail"));
    }

    private static DelegationRules rules() {
        String yaml =
                """
                version: 1
                default: forbid
                data-classes:
                  open: data-*
                rules:
                  - {name: inside, effect: allow, from-trust-domains: acme.test, to-trust-domains: acme.test, max-depth: 4, max-ttl: 2h}
                  - {name: people, effect: allow, from: 'user:*', data-classes: open}
                  - {name: out, effect: allow, to-trust-domains: partner.test, tools: 'tool-*'}
                  - {name: never seven, effect: forbid, tools: tool-7, deeper-than: 2}
                """;
        return switch (RulesText.read(yaml, "bench")) {
            case Ok<DelegationRules>(var rules) -> rules;
            case Failed<DelegationRules>(var failure) ->
                    throw new IllegalStateException(failure.toString());
        };
    }
}

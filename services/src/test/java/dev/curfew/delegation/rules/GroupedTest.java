package dev.curfew.delegation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.Given;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.rules.Grouped.By;
import dev.curfew.delegation.rules.Grouped.Cell;
import dev.curfew.delegation.rules.Grouped.Group;
import dev.curfew.delegation.rules.Grouped.Pair;
import dev.curfew.delegation.rules.Grouped.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GroupedTest {
    private static final String HEAD = "version: 1\ndefault: allow\nrules:\n";
    private static final String ALICE = "user:alice";
    private static final String PLANNER = "spiffe://acme.test/agent/planner";
    private static final String MAILER = "spiffe://acme.test/agent/mailer";
    private static final String PARTNER = "spiffe://partner.test/agent/quoter";

    private static final GrantGraph GRAPH =
            Given.graph(
                    Given.root("g1", Party.user("alice"), Given.agent("planner")),
                    Given.below("g1", "g2", Given.agent("planner"), Given.agent("mailer")),
                    Given.below("g1", "g3", Given.agent("planner"), Given.foreign("quoter")));

    private static Grouped grouped(String yaml, By by, int most) {
        DelegationRules rules = RulesTextTest.read(HEAD + yaml);
        return Grouped.of(Matrix.of(GRAPH, rules, Given.NOW), rules, by, most);
    }

    private static Cell cell(Grouped grouped, String from, String to) {
        return Objects.requireNonNull(grouped.cells().get(new Pair(from, to)));
    }

    private static List<String> names(List<Group> groups) {
        return groups.stream().map(Group::name).toList();
    }

    @Test
    void eachStandsForItselfAndPeopleComeFirst() {
        Grouped grouped = grouped("  []", By.PARTY, 60);
        assertThat(names(grouped.from())).containsExactly(ALICE, PLANNER);
        assertThat(names(grouped.to())).containsExactly(MAILER, PLANNER, PARTNER);
        assertThat(cell(grouped, PLANNER, MAILER).stance()).isEqualTo(Stance.DEFAULT);
        assertThat(grouped.cells()).doesNotContainKey(new Pair(ALICE, MAILER));
    }

    @Test
    void classesAndTrustDomainsAreNamedAsRulesNameThem() {
        Grouped classes = grouped("  []", By.CLASS, 60);
        assertThat(names(classes.from())).containsExactly("user:*", "spiffe://acme.test/agent/*");
        assertThat(classes.to())
                .containsExactly(
                        new Group("spiffe://acme.test/agent/*", 2, false),
                        new Group("spiffe://partner.test/agent/*", 1, false));
        assertThat(names(grouped("  []", By.TRUST_DOMAIN, 60).to()))
                .containsExactly("acme.test", "partner.test");
    }

    @Test
    void aForbiddingRuleWinsAndCountsWhatIsThere() {
        Grouped grouped =
                grouped(
                        """
                          - {name: all, effect: allow}
                          - {name: home, effect: forbid, to-trust-domains: partner.test}
                        """,
                        By.PARTY,
                        60);
        Cell across = cell(grouped, PLANNER, PARTNER);
        assertThat(across.stance()).isEqualTo(Stance.FORBIDDEN);
        assertThat(across.broken()).isEqualTo(1);
        assertThat(across.rules()).extracting(Rule::name).containsExactly("all", "home");
        // Nobody does it, and the rule says no all the same.
        assertThat(cell(grouped, ALICE, PARTNER).stance()).isEqualTo(Stance.FORBIDDEN);
        assertThat(cell(grouped, PLANNER, MAILER).stance()).isEqualTo(Stance.ALLOWED);
    }

    @Test
    void aRuleAboutSomeOrWithinLimitsIsOneInPart() {
        Grouped grouped =
                grouped(
                        """
                          - {name: short, effect: allow, from: 'user:*', max-ttl: 1h}
                          - {name: not mail, effect: forbid, to: '*/mailer'}
                        """,
                        By.CLASS,
                        60);
        assertThat(cell(grouped, "user:*", "spiffe://partner.test/agent/*").stance())
                .isEqualTo(Stance.ALLOWED_IN_PART);
        assertThat(cell(grouped, "user:*", "spiffe://acme.test/agent/*").stance())
                .isEqualTo(Stance.FORBIDDEN_IN_PART);
    }

    @Test
    void whereAllIsForbiddenARuleThatForbidsSomeOfItSaysNothingNew() {
        DelegationRules rules =
                RulesTextTest.read(
                        """
                        version: 1
                        default: forbid
                        rules:
                          - {name: begin, effect: allow, from: 'user:*'}
                          - {name: short, effect: forbid, longer-than: 1d}
                        """);
        Grouped grouped = Grouped.of(Matrix.of(GRAPH, rules, Given.NOW), rules, By.PARTY, 60);
        assertThat(cell(grouped, ALICE, MAILER).stance()).isEqualTo(Stance.ALLOWED_IN_PART);
        Cell nobody = cell(grouped, PLANNER, PLANNER);
        assertThat(nobody.stance()).isEqualTo(Stance.DEFAULT);
        assertThat(nobody.isByDefault()).isTrue();
        assertThat(nobody.rules()).extracting(Rule::name).containsExactly("short");
        assertThat(cell(grouped, PLANNER, MAILER).isByDefault()).isFalse();
    }

    @Test
    void whatIsBrokenStaysWhereThereIsNoRoomForAll() {
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            grants.add(Given.root("g" + i, Given.agent("from-" + i), Given.agent("to-" + i)));
        }
        DelegationRules rules =
                RulesTextTest.read(HEAD + "  - {name: no, effect: forbid, from: '*/from-9'}\n");
        Matrix matrix = Matrix.of(GrantGraph.of(grants), rules, Given.NOW);
        Grouped grouped = Grouped.of(matrix, rules, By.PARTY, 1);
        assertThat(names(grouped.from())).containsExactly("spiffe://acme.test/agent/from-9");
        assertThat(grouped.leftFrom()).isEqualTo(9);
        assertThat(grouped.leftTo()).isEqualTo(9);
        assertThat(Grouped.finest(matrix, 9)).isEqualTo(By.CLASS);
        assertThat(Grouped.finest(matrix, 10)).isEqualTo(By.PARTY);
    }
}

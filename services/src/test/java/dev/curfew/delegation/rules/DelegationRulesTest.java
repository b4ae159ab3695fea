package dev.curfew.delegation.rules;

import static dev.curfew.delegation.Given.NOW;
import static dev.curfew.delegation.Given.agent;
import static dev.curfew.delegation.Given.foreign;
import static dev.curfew.delegation.Given.graph;
import static dev.curfew.delegation.Given.lasting;
import static dev.curfew.delegation.Given.root;
import static dev.curfew.delegation.Given.use;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Hop;
import dev.curfew.delegation.Permission;
import dev.curfew.delegation.Validity;
import dev.curfew.delegation.rules.Verdict.Allowed;
import dev.curfew.delegation.rules.Verdict.Because;
import dev.curfew.delegation.rules.Verdict.Forbidden;
import dev.curfew.delegation.rules.Verdict.Missing;
import dev.curfew.delegation.rules.Verdict.NotPermitted;
import dev.curfew.delegation.rules.Verdict.Undecided;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DelegationRulesTest {
    private final DelegationRules rules = RulesTextTest.read(RulesTextTest.RULES);
    private final Rule mail = rules.rules().getFirst();
    private final Rule payroll = rules.rules().get(1);
    private final Rule nothingLong = rules.rules().getLast();
    private final Grant plain =
            root("d1", agent("planner-1"), agent("worker"), use("mail"), data("crm"));

    private static Permission data(String name) {
        return new Permission("read", "dataset:" + name);
    }

    private Verdict decide(Grant grant, int depth) {
        return rules.decide(grant, depth, NOW);
    }

    @Test
    void whatAllowsIsTheRuleThatFits() {
        assertThat(decide(plain, 1)).isEqualTo(new Allowed(Optional.of(mail)));
    }

    @Test
    void limitsOfAnAllowingRuleForbidWhatGoesBeyond() {
        assertThat(decide(plain, 3)).isEqualTo(new Forbidden(mail, Because.DEPTH));
        assertThat(decide(lasting(plain, Duration.ofHours(2)), 1))
                .isEqualTo(new Forbidden(mail, Because.TTL));
    }

    @Test
    void whatNoRuleIsAboutFallsToTheDefault() {
        assertThat(decide(root("d", agent("worker"), agent("planner")), 1))
                .isEqualTo(new NotPermitted());
        assertThat(decide(root("d", agent("planner"), agent("worker"), use("shell")), 1))
                .isEqualTo(new NotPermitted());
        assertThat(DelegationRules.NONE.decide(plain, 1, NOW))
                .isEqualTo(new Allowed(Optional.empty()));
    }

    @Test
    void oneForbiddenDataSetIsEnough() {
        Grant abroad =
                root(
                        "d",
                        agent("planner"),
                        foreign("x"),
                        use("mail"),
                        data("crm"),
                        data("payroll"));
        assertThat(decide(abroad, 1)).isEqualTo(new Forbidden(payroll, Because.RULE));
        assertThat(decide(root("d", agent("planner"), foreign("x"), data("whatever")), 1))
                .as("in no class")
                .isEqualTo(new Forbidden(payroll, Because.RULE));
    }

    @Test
    void aForbiddingRuleWinsOverOneThatAllows() {
        assertThat(decide(lasting(plain, Duration.ofDays(3)), 1))
                .isEqualTo(new Forbidden(nothingLong, Because.RULE));
        assertThat(decide(plain.with(plain.hop().with(Validity.LASTING)), 1))
                .isEqualTo(new Forbidden(nothingLong, Because.RULE));
    }

    @Test
    void whatIsNotKnownIsNotDecided() {
        assertThat(decide(plain.with(plain.hop().with(Validity.UNKNOWN)), 1))
                .isEqualTo(new Undecided(nothingLong, Missing.END));
        Grant untold =
                plain.with(
                        Hop.UNKNOWN.with(dev.curfew.delegation.Given.lasts(Duration.ofHours(1))));
        assertThat(decide(untold, 1)).isEqualTo(new Undecided(mail, Missing.SCOPE));
    }

    @Test
    void theMatrixShowsWhatIsThereAndWhichRulesAreAboutNothing() {
        Grant wrong = root("d2", agent("worker"), agent("planner"));
        Matrix matrix = Matrix.of(graph(plain, wrong), rules, NOW);
        assertThat(matrix.cells()).extracting(Matrix.Cell::isBroken).containsExactly(false, true);
        assertThat(matrix.cells().getLast().grants())
                .containsExactly(new Matrix.Ruled(wrong, new NotPermitted()));
        assertThat(matrix.unused()).containsExactly(payroll, nothingLong);
    }

    @Test
    void patternsStandForAnythingBetweenTheirParts() {
        assertThat(new Pattern("a*b*c").matches("a-b-b-c")).isTrue();
        assertThat(new Pattern("a*b*c").matches("abc")).isTrue();
        assertThat(new Pattern("a*a").matches("a")).isFalse();
        assertThat(new Pattern("ab").matches("abc")).isFalse();
        assertThat(new Pattern("*").matches("")).isTrue();
    }
}

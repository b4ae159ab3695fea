package dev.curfew.delegation.check;

import static dev.curfew.delegation.Given.NOW;
import static dev.curfew.delegation.Given.agent;
import static dev.curfew.delegation.Given.below;
import static dev.curfew.delegation.Given.root;
import static dev.curfew.delegation.check.Checking.that;
import static dev.curfew.delegation.check.Checking.token;
import static dev.curfew.delegation.check.Checking.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.check.Fact.Action;
import dev.curfew.delegation.check.Fact.Actions;
import dev.curfew.delegation.check.Fact.Approval;
import dev.curfew.delegation.check.Fact.Approvals;
import dev.curfew.delegation.check.Fact.Exchange;
import dev.curfew.delegation.check.Fact.Exchanges;
import dev.curfew.delegation.check.Fact.SeenToken;
import dev.curfew.delegation.check.Fact.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The checks of tokens, approvals and decisions; each fires, does not, and says what it lacks. */
class UseChecksTest {
    private static final Party ALICE = Party.user("alice");
    private static final Party BOB = Party.user("bob");
    private static final Party PLANNER = agent("planner");
    private static final Party WORKER = agent("worker");
    private static final String ACTING =
            "{'jti':'j1','sub':'alice','aud':'mail','act':{'sub':'" + agent("worker").id() + "'}}";

    private static SeenToken txn(String id, long issued, long end) {
        return token(
                "{'jti':'"
                        + id
                        + "','sub':'alice','txn':'x','iat':"
                        + issued
                        + ",'exp':"
                        + end
                        + "}",
                Optional.empty());
    }

    @Test
    void d09ForeignRefreshToken() {
        that(CheckId.D09)
                .with(new Exchanges(List.of(new Exchange("e1", "https://a", "https://b", true))))
                .says("https://b gave a refresh token for an assertion of https://a: e1.");
        that(CheckId.D09)
                .with(
                        new Exchanges(
                                List.of(
                                        new Exchange("e1", "https://a", "https://b", false),
                                        new Exchange("e2", "https://a", "https://a", true))))
                .isFine();
        that(CheckId.D09).lacks(Missing.EXCHANGES);
    }

    @Test
    void d11Impersonation() {
        String plain = "{'jti':'j1','sub':'alice','aud':'mail'}";
        that(CheckId.D11)
                .with(tokens(token(plain, Optional.of(WORKER))))
                .says(WORKER.id() + " uses the token j1 of user:alice, which names no actor.");
        that(CheckId.D11).with(tokens(token(ACTING, Optional.of(WORKER)))).isFine();
        that(CheckId.D11).with(tokens(token(plain, Optional.of(ALICE)))).isFine();
        that(CheckId.D11).with(tokens(token(plain, Optional.empty()))).lacks(Missing.PRESENTERS);
        that(CheckId.D11).lacks(Missing.TOKENS);
    }

    @Test
    void d12PresenterIsNotTheActor() {
        that(CheckId.D12)
                .with(tokens(token(ACTING, Optional.of(PLANNER))))
                .says(
                        "Token j1 was brought by "
                                + PLANNER.id()
                                + "; it says that "
                                + WORKER.id()
                                + " acts.");
        String bound = "{'jti':'j2','sub':'alice','cnf':{'spiffe_id':'" + WORKER.id() + "'}}";
        that(CheckId.D12)
                .with(tokens(token(bound, Optional.of(PLANNER))))
                .says(
                        "Token j2 was brought by "
                                + PLANNER.id()
                                + "; it is bound to "
                                + WORKER.id()
                                + ".");
        String left =
                "{'jti':'j3','sub':'alice','act':{'sub':'"
                        + WORKER.id()
                        + "'},'delegation_chain':[{'delegator':'alice','delegatee':'"
                        + PLANNER.id()
                        + "'},{'delegator':'"
                        + PLANNER.id()
                        + "','delegatee':'"
                        + WORKER.id()
                        + "'}]}";
        that(CheckId.D12)
                .with(tokens(token(left, Optional.of(WORKER))))
                .says(
                        "Token j3: "
                                + PLANNER.id()
                                + " is in its list of hops and not among its actors.");
        that(CheckId.D12).with(tokens(token(ACTING, Optional.of(WORKER)))).isFine();
        that(CheckId.D12).with(tokens(token(ACTING, Optional.empty()))).lacks(Missing.PRESENTERS);
        that(CheckId.D12).lacks(Missing.TOKENS);
    }

    @Test
    void d13MayAct() {
        String other =
                "{'jti':'j1','sub':'alice','may_act':{'sub':'"
                        + PLANNER.id()
                        + "'},'act':{'sub':'"
                        + WORKER.id()
                        + "'}}";
        that(CheckId.D13)
                .with(tokens(token(other, Optional.empty())))
                .says("Token j1: " + WORKER.id() + " acts and is not among those who may.");
        that(CheckId.D13)
                .with(tokens(token(other.replace("planner", "worker"), Optional.empty())))
                .isFine();
    }

    @Test
    void d16Audience() {
        that(CheckId.D16)
                .with(tokens(token("{'jti':'j1','sub':'alice'}", Optional.empty())))
                .says("Token j1 names no audience.");
        that(CheckId.D16)
                .with(
                        tokens(
                                token(
                                        "{'jti':'j1','sub':'alice','aud':['mail','crm']}",
                                        Optional.empty())))
                .says("Token j1 has 2 audiences; 1 is the limit.");
        that(CheckId.D16)
                .with(tokens(token(ACTING, Optional.empty(), "mail", "crm")))
                .says("Token j1 was seen at crm, which it is not for.");
        that(CheckId.D16).with(tokens(token(ACTING, Optional.empty(), "mail"))).isFine();
        that(CheckId.D16).lacks(Missing.TOKENS);
    }

    @Test
    void d18SelfApproval() {
        Grant first = root("d1", ALICE, PLANNER);
        Grant second = below("d1", "d2", PLANNER, WORKER);
        that(CheckId.D18)
                .with(new Approvals(List.of(new Approval("a1", BOB, BOB, Set.of()))))
                .says("a1: user:bob approved its own request.");
        that(CheckId.D18)
                .of(first, second)
                .with(new Approvals(List.of(new Approval("a1", BOB, ALICE, Set.of("d2")))))
                .says("a1: user:alice, who approved it, stands in the chain.");
        that(CheckId.D18)
                .of(first, second)
                .with(new Approvals(List.of(new Approval("a1", ALICE, BOB, Set.of("d2")))))
                .isFine();
        that(CheckId.D18).lacks(Missing.APPROVALS);
    }

    @Test
    void d19StaleDecision() {
        that(CheckId.D19)
                .with(
                        new Actions(
                                List.of(
                                        new Action(WORKER, "pay", NOW, Optional.empty()),
                                        new Action(
                                                WORKER,
                                                "pay",
                                                NOW,
                                                Optional.of(NOW.plusSeconds(1))),
                                        new Action(
                                                WORKER,
                                                "pay",
                                                NOW,
                                                Optional.of(NOW.minusSeconds(61))))))
                .says(
                        WORKER.id()
                                + " did pay at "
                                + NOW
                                + ", and no decision before it is"
                                + " logged.",
                        WORKER.id()
                                + " did pay at "
                                + NOW
                                + ", and no decision before it is"
                                + " logged.",
                        WORKER.id() + " did pay on a decision that was 1 m 1 s old.");
        that(CheckId.D19)
                .with(
                        new Actions(
                                List.of(
                                        new Action(
                                                WORKER,
                                                "pay",
                                                NOW,
                                                Optional.of(NOW.minusSeconds(60))))))
                .isFine();
        that(CheckId.D19).lacks(Missing.ACTIONS);
    }

    @Test
    void d23Stretched() {
        that(CheckId.D23)
                .with(tokens(txn("j1", 0, 300), txn("j2", 290, 1000)))
                .says("The tokens of transaction x last 16 m 40 s together; 15 m is the limit.");
        that(CheckId.D23)
                .with(
                        tokens(
                                txn("1", 0, 9),
                                txn("2", 1, 9),
                                txn("3", 2, 9),
                                txn("4", 3, 9),
                                txn("5", 4, 9),
                                txn("6", 5, 9),
                                txn("7", 6, 9)))
                .says("The token of transaction x was replaced 6 times; 5 is the limit.");
        that(CheckId.D23).with(tokens(txn("j1", 0, 300), txn("j2", 290, 600))).isFine();
        SeenToken nameless =
                new SeenToken(
                        Checking.claims("{'alg':'ES256','typ':'txntoken+jwt'}", "{'sub':'alice'}"),
                        Optional.empty(),
                        Set.of());
        that(CheckId.D23).with(new Tokens(List.of(nameless))).lacks(Missing.TRANSACTIONS);
        that(CheckId.D23).lacks(Missing.TOKENS);
    }

    @Test
    void everyCheckHasFrameworksAndLevers() {
        for (CheckId check : CheckId.values()) {
            assertThat(check.levers()).as(check.name()).isNotEmpty();
            assertThat(check.frameworks().asi()).as(check.name()).isNotEmpty();
            assertThat(check.frameworks().tenets()).as(check.name()).isNotEmpty();
        }
        assertThat(CheckId.D01.frameworks().asiByOwasp()).containsExactly("ASI02", "ASI03");
        assertThat(CheckId.D04.frameworks().asiByOwasp()).containsExactly("ASI04");
    }
}

package dev.curfew.policy.openfga;

import static dev.curfew.policy.openfga.Rules.and;
import static dev.curfew.policy.openfga.Rules.as;
import static dev.curfew.policy.openfga.Rules.everyoneUntil;
import static dev.curfew.policy.openfga.Rules.from;
import static dev.curfew.policy.openfga.Rules.kept;
import static dev.curfew.policy.openfga.Rules.one;
import static dev.curfew.policy.openfga.Rules.or;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Outcome;
import dev.curfew.policy.PolicyCondition;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.Relationship;
import dev.curfew.wire.openfga.TupleKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTest {
    private static final Rules DELEGATION =
            Rules.type("delegation")
                    .define("parent", kept(), one("delegation"))
                    .define("delegate", kept(), one("agent"))
                    .define("lease_a", kept(), everyoneUntil("agent"))
                    .define("lease_b", kept(), everyoneUntil("agent"))
                    .define("live", or(as("lease_a"), as("lease_b")))
                    .define("chain_ok", and(as("live"), or(as("root"), from("chain_ok", "parent"))))
                    .define("root", kept(), one("agent"));

    private static final Model MODEL =
            new Model(Rules.model(Rules.type("agent").build(), DELEGATION.build()));

    private static Relationship lease(String relation) {
        return new Relationship(
                new PolicyEntity("delegation", "d1"),
                relation,
                PolicySubject.of(new PolicyEntity("agent", "*")),
                Optional.of(
                        new PolicyCondition(
                                "live_until", Map.of("not_after", "2030-01-01T00:00:00Z"))),
                Optional.of(Instant.parse("2030-01-01T00:00:00Z")));
    }

    @Test
    void theModelReadsAsItsOwnLanguage() {
        assertThat(MODEL.shown().text())
                .isEqualTo(
                        """
                        model
                          schema 1.1

                        type agent

                        type delegation
                          relations
                            define chain_ok: live and (root or chain_ok from parent)
                            define delegate: [agent]
                            define lease_a: [agent:* with live_until]
                            define lease_b: [agent:* with live_until]
                            define live: lease_a or lease_b
                            define parent: [delegation]
                            define root: [agent]

                        condition live_until(current_time: timestamp, not_after: timestamp) {
                          current_time < not_after
                        }
                        """);
    }

    @Test
    void eachSlotOfALeaseHasTheOtherForItsTwin() {
        assertThat(MODEL.twin(lease("lease_a"))).contains("lease_b");
        assertThat(MODEL.twin(lease("lease_b"))).contains("lease_a");
        assertThat(MODEL.twin(lease("delegate"))).isEmpty();
    }

    @Test
    void slotsThatAreUsedApartAreNoTwins() {
        Model apart =
                new Model(
                        Rules.model(
                                Rules.type("delegation")
                                        .define("lease_a", kept(), everyoneUntil("agent"))
                                        .define("lease_b", kept(), everyoneUntil("agent"))
                                        .define("live", or(as("lease_a"), as("lease_b")))
                                        .define("admin", as("lease_b"))
                                        .build()));
        assertThat(apart.twin(lease("lease_a"))).isEmpty();
    }

    @Test
    void slotsWithOtherSubjectsAreNoTwins() {
        Model other =
                new Model(
                        Rules.model(
                                Rules.type("delegation")
                                        .define("lease_a", kept(), everyoneUntil("agent"))
                                        .define("lease_b", kept(), one("agent"))
                                        .define("live", or(as("lease_a"), as("lease_b")))
                                        .build()));
        assertThat(other.twin(lease("lease_a"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "current_time < not_after,true",
        "current_time <= not_after,true",
        "not_after > current_time,true",
        // the kept one would be the clock
        "not_after < current_time,false",
        "current_time < not_after && true,false",
        "current_time == not_after,false"
    })
    void onlyAPlainComparisonIsAnEnd(String expression, boolean isEnd) {
        assertThat(Expiry.of(Rules.condition("c", expression)))
                .isEqualTo(
                        isEnd
                                ? Optional.of(new Expiry("c", "current_time", "not_after"))
                                : Optional.empty());
    }

    @Test
    void aTupleIsReadAndWrittenAlike() {
        TupleKey key = Tuples.tuple(lease("lease_a"), MODEL);
        assertThat(key.getUser()).isEqualTo("agent:*");
        assertThat(Tuples.read(key, MODEL)).isEqualTo(Outcome.ok(lease("lease_a")));
    }

    @Test
    void aSubjectMayBeAllWithARelation() {
        PolicySubject team =
                new PolicySubject(
                        new PolicyEntity("team", "acme.example/red"), Optional.of("member"));
        assertThat(Names.subject("team:acme.example/red#member")).isEqualTo(Outcome.ok(team));
        assertThat(Names.write(team)).isEqualTo("team:acme.example/red#member");
        assertThat(Names.subject("nothing")).isInstanceOf(Outcome.Failed.class);
    }
}

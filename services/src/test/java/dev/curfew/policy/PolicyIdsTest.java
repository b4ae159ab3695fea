package dev.curfew.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.SpiffeId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyIdsTest {
    private static final SpiffeId PLANNER = SpiffeId.parse("spiffe://acme.example/agent/plan.er_1");

    @ParameterizedTest
    @CsvSource({
        "OPENFGA,acme.example/agent/plan.er_1",
        "SPICEDB,acme=2Eexample/agent/plan=2Eer_1",
        "CERBOS,spiffe://acme.example/agent/plan.er_1",
        "EXT_AUTHZ,spiffe://acme.example/agent/plan.er_1"
    })
    void eachKindHasItsSpellingAndItReadsBack(PolicyKind kind, String spelt) {
        PolicyIds ids = PolicyIds.of(kind);
        assertThat(ids.write(PLANNER)).isEqualTo(Outcome.ok(spelt));
        assertThat(ids.read(spelt)).contains(PLANNER);
    }

    @ParameterizedTest
    @EnumSource(PolicyIds.class)
    void spellingsKeepToTheAlphabetOfTheirBackend(PolicyIds ids) {
        if (!(ids.write(PLANNER) instanceof Outcome.Ok<String>(var spelt))) {
            throw new AssertionError("refused");
        }
        switch (ids) {
            case WHOLE -> assertThat(spelt).isEqualTo(PLANNER.toString());
            case WITHOUT_SCHEME -> assertThat(spelt).doesNotContain(":", "#", "@", "*", " ");
            case ESCAPED -> assertThat(spelt).matches("[a-zA-Z0-9/_|\\-=+]+");
        }
    }

    @ParameterizedTest
    @CsvSource({
        // no path: a trust domain, or a name of somebody else's
        "WITHOUT_SCHEME,planner",
        "WITHOUT_SCHEME,acme.example/agent//planner",
        "WITHOUT_SCHEME,Acme.Example/agent",
        // other escapes than ours, and what we would have escaped
        "ESCAPED,acme=2eexample/agent",
        "ESCAPED,acme=2Fexample/agent",
        "ESCAPED,acme.example/agent",
        "WHOLE,acme.example/agent",
        "WHOLE,spiffe://acme.example"
    })
    void whatIsNotOursIsNotTakenForAWorkload(PolicyIds ids, String id) {
        assertThat(ids.read(id)).isEqualTo(Optional.empty());
    }

    @Test
    void whatABackendCouldNotHoldIsRefused() {
        SpiffeId longOne = SpiffeId.parse("spiffe://acme.example/" + "a".repeat(300));
        assertThat(PolicyIds.WITHOUT_SCHEME.write(longOne))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                                assertThat(failed.failure().reason())
                                        .isEqualTo(Reason.INVALID_SPIFFE_ID));
        assertThat(PolicyIds.ESCAPED.write(longOne)).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void aTrustDomainIsNoWorkload() {
        assertThat(PolicyIds.WHOLE.write(SpiffeId.parse("spiffe://acme.example")))
                .isInstanceOf(Outcome.Failed.class);
    }
}

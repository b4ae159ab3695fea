package dev.curfew.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ServerAddress;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTargetTest {
    @ParameterizedTest
    @CsvSource({
        "openfga:fga.example:8081,OPENFGA,fga.example,8081,",
        "openfga:fga.example:8081/agents,OPENFGA,fga.example,8081,agents",
        "openfga:127.0.0.1:8081/01ARZ3NDEKTSV4RRFFQ69G5FAV,OPENFGA,127.0.0.1,8081,01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "spicedb:[::1]:50051,SPICEDB,::1,50051,",
        "cerbos:localhost:3593,CERBOS,localhost,3593,",
        "extauthz:opa:9191,EXT_AUTHZ,opa,9191,"
    })
    void isReadAndWrittenAlike(String text, PolicyKind kind, String host, int port, String store) {
        PolicyTarget target =
                new PolicyTarget(
                        kind, new ServerAddress.Tcp(host, port), Optional.ofNullable(store));
        assertThat(PolicyTarget.parse(text)).isEqualTo(Outcome.ok(target));
        assertThat(target.display()).isEqualTo(text);
        assertThat(PolicyTarget.isMeant(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openfga:",
                "openfga:fga.example",
                "openfga:fga.example:0",
                "openfga:fga.example:8081/",
                "openfga:fga.example:8081/a\nb",
                "spicedb:db.example:50051/store",
                "cerbos:unix:/run/cerbos.sock",
                "extauthz:user@opa:9191",
                "fga:fga.example:8081"
            })
    void whatIsWrongIsSaid(String text) {
        assertThat(PolicyTarget.parse(text))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> {
                            assertThat(failed.failure().reason()).isEqualTo(Reason.INVALID_TARGET);
                            assertThat(failed.failure().detail()).isNotEmpty();
                        });
    }

    @Test
    void aSpireTargetIsNotMeant() {
        assertThat(PolicyTarget.isMeant("unix:/tmp/api.sock")).isFalse();
        assertThat(PolicyTarget.isMeant("spire.example:8081")).isFalse();
    }
}

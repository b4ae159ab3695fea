package dev.curfew.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.SpiffeId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "planner.acme.test:8443, planner.acme.test, 8443",
        "127.0.0.1:1, 127.0.0.1, 1",
        "[::1]:65535, ::1, 65535"
    })
    void hostAndPortAreRead(String text, String host, int port) {
        Endpoint endpoint = new Endpoint(host, port);
        assertThat(Endpoint.parse(text)).isEqualTo(Outcome.ok(endpoint));
        assertThat(endpoint).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "planner",
                "planner:",
                ":8443",
                "::1:8443",
                "https://planner:8443",
                "a b:1",
                "planner:8443/x"
            })
    void anythingElseIsToldHowItIsWritten(String text) {
        assertThat(Endpoint.parse(text))
                .isEqualTo(
                        Outcome.failed(
                                Reason.INVALID_INPUT,
                                "the endpoint '" + text + "'",
                                "an endpoint is written as host:port, or as [::1]:8443 for IPv6"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"planner:0", "planner:65536", "planner:99999"})
    void aPortIsAPort(String text) {
        assertThat(Endpoint.parse(text))
                .isEqualTo(
                        Outcome.failed(
                                Reason.INVALID_INPUT,
                                "the endpoint '" + text + "'",
                                "a port is a number from 1 to 65535"));
    }

    @Test
    void aDeclarationNamesWhoIsCalledWhere() {
        String text = "spiffe://acme.test/agent/planner=planner:8443";
        DeclaredEndpoint declared =
                new DeclaredEndpoint(
                        SpiffeId.parse("spiffe://acme.test/agent/planner"),
                        new Endpoint("planner", 8443));
        assertThat(DeclaredEndpoint.parse(text)).isEqualTo(Outcome.ok(declared));
        assertThat(declared).hasToString(text);
    }

    @Test
    void ofOneIdentityAloneAnEndpointNeedsNoName() {
        SpiffeId planner = SpiffeId.parse("spiffe://acme.test/agent/planner");
        SpiffeId mailer = SpiffeId.parse("spiffe://acme.test/agent/mailer");
        assertThat(
                        DeclaredEndpoint.parseAll(
                                " planner:8443, spiffe://acme.test/agent/mailer=mailer:1 ",
                                Optional.of(planner)))
                .isEqualTo(
                        Outcome.ok(
                                List.of(
                                        new DeclaredEndpoint(
                                                planner, new Endpoint("planner", 8443)),
                                        new DeclaredEndpoint(mailer, new Endpoint("mailer", 1)))));
        assertThat(DeclaredEndpoint.parseAll("planner:8443", Optional.empty()))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed ->
                                assertThat(failed.failure().detail())
                                        .isEqualTo("it is written as SPIFFE_ID=host:port"));
        assertThat(DeclaredEndpoint.parseAll(" ", Optional.empty()))
                .isEqualTo(Outcome.ok(List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "planner:8443, INVALID_INPUT",
        "acme=planner:8443, INVALID_SPIFFE_ID",
        "spiffe://acme.test/a=planner, INVALID_INPUT"
    })
    void aDeclarationThatCanNotBeMeantIsRefused(String text, Reason reason) {
        assertThat(DeclaredEndpoint.parse(text))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.failure().reason()).isEqualTo(reason));
    }
}

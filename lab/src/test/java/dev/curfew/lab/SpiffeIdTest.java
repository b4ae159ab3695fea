package dev.curfew.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.lab.spiffe.DnsNames;
import dev.curfew.lab.spiffe.SpiffeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpiffeIdTest {
    @Test
    void readsWhatItWrites() {
        var id = SpiffeId.parse("spiffe://acme.test/agent/planner");

        assertThat(id).isEqualTo(new SpiffeId("acme.test", "/agent/planner"));
        assertThat(SpiffeId.of(id.toWire())).isEqualTo(id);
        assertThat(id).hasToString("spiffe://acme.test/agent/planner");
        assertThat(SpiffeId.parse("spiffe://acme.test").path()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | cannot be empty",
                "https://acme.test | scheme is missing or invalid",
                "spiffe:///a | trust domain is missing",
                "spiffe://Acme/a | trust domain characters are limited to lowercase letters, numbers, dots, dashes, and underscores",
                "spiffe://acme.test/ | path cannot have a trailing slash",
                "spiffe://acme.test//a | path cannot contain empty segments",
                "spiffe://acme.test/a/../b | path cannot contain dot segments",
                "spiffe://acme.test/a%20b | path segment characters are limited to letters, numbers, dots, dashes, and underscores",
            })
    void refusesWithTheTextOfTheRealServer(String text, String reason) {
        assertThatThrownBy(() -> SpiffeId.parse(text)).hasMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme.test", "*.acme.test", "a b", "UPPER", "with_underscore"})
    void takesTheseForDnsNames(String name) {
        DnsNames.check(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty or only whitespace",
                "acme. | domain ends with dot",
                "a*.acme | wildcard must be first label",
                "*.*.acme | too many wildcards",
                "grün.test | name must be ascii",
            })
    void andNotThese(String name, String reason) {
        assertThatThrownBy(() -> DnsNames.check(name)).hasMessage(reason);
    }
}

package dev.curfew.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NarrowingTest {
    @ParameterizedTest
    @CsvSource({
        "'', web",
        "web, web-res",
        "web, web res",
        "ttl>1h, ttl>1h web",
        "a ttl>1h, ab ttl>1h",
        "-web, -web planner"
    })
    void findsLess(String before, String after) {
        assertThat(Narrowing.narrows(before, after)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "web, we",
        "tt, ttl>1h",
        "ttl>1, ttl>10m",
        "-web, -web-res",
        "web*, web*s",
        "spiffe, spiffe://acme.test/a",
        "'\"web', '\"web s\"'",
        "'a:b', ''"
    })
    void mayFindMore(String before, String after) {
        assertThat(Narrowing.narrows(before, after)).isFalse();
    }
}

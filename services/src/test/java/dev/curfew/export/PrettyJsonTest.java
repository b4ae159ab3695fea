package dev.curfew.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrettyJsonTest {
    @Test
    void indentsJson() {
        assertThat(PrettyJson.of("{\"a\":[1],\"b\":\"x\"}"))
                .isEqualTo("{\n  \"a\" : [ 1 ],\n  \"b\" : \"x\"\n}");
    }

    @Test
    void leavesASentenceAloneAndShowsHiddenCharacters() {
        assertThat(PrettyJson.of("not found")).isEqualTo("not found");
        assertThat(PrettyJson.of("a\u0007b\u202ec\n")).isEqualTo("a\\u0007b\\u202ec\n");
        assertThat(PrettyJson.of("")).isEmpty();
    }

    @Test
    void cutsWhatNobodyReads() {
        assertThat(PrettyJson.of("x".repeat(PrettyJson.LONGEST + 1)))
                .hasSize(PrettyJson.LONGEST + 1)
                .endsWith("…");
    }
}

package dev.curfew.delegation.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTextTest {
    @Test
    void whatIsWrittenIsReadAsTheSame() {
        assertThat(MappingText.read(MappingText.write(GrantMapping.AGENTS), "m"))
                .isEqualTo(Outcome.ok(GrantMapping.AGENTS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "types: {a: robot}|line 1: robot is no kind; there are user, agent, task, tool,"
                        + " dataset, authority, trust-domain, node, node-alias, other",
                "tpyes: {}|line 1: tpyes is not known here; known are hops, people, rights, types",
                "hops: [{type: a}]|line 1: from is missing here",
                "hops: 3|line 1: a list is expected here",
            })
    void whatIsWrongIsSaidWithItsLine(String yaml, String detail) {
        assertThat(MappingText.read(yaml, "m.yaml"))
                .isEqualTo(Outcome.failed(Reason.INVALID_RULES, "m.yaml", detail));
    }
}

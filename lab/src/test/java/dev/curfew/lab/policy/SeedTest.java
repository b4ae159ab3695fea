package dev.curfew.lab.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lab's grants allow, some time after its start. */
@TestInstance(Lifecycle.PER_CLASS)
class SeedTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private Backend backend;

    @BeforeAll
    void start() throws Exception {
        backend = Backend.ofAgents();
        backend.calls.write(
                backend.writing("", "")
                        .setWrites(
                                dev.curfew.wire.openfga.WriteRequestWrites.newBuilder()
                                        .addAllTupleKeys(AcmeGrants.at(START)))
                        .build());
    }

    @AfterAll
    void stop() {
        backend.close();
    }

    private String check(String who, String relation, String what, Duration after) {
        return backend.check(
                backend.asking(
                                "agent:%s.test/agent/%s %s %s"
                                        .formatted(
                                                who.startsWith("invoice-matcher")
                                                        ? "partner"
                                                        : "acme",
                                                who,
                                                relation,
                                                what.replace("mcp", "acme.test/agent/mcp")),
                                "")
                        .setContext(Backend.struct("current_time", START.plus(after).toString())));
    }

    @ParameterizedTest
    @CsvSource({
        // a clean chain
        "planner, can_use, tool:mcp-github, PT11H, yes",
        "planner, can_read, dataset:papers, PT11H, yes",
        "planner, can_use, tool:mcp-github, PT12H, no",
        "web-researcher, can_use, tool:mcp-browser, PT1H, yes",
        "web-researcher, can_use, tool:mcp-github, PT1H, yes",
        "web-researcher, can_read, dataset:papers, PT1H, no",
        "web-researcher, can_use, tool:mcp-browser, PT8H, no",
        // wider than the hop above it
        "code-writer, can_use, tool:mcp-github, PT1H, yes",
        "code-writer, can_use, tool:deploy-production, PT1H, no",
        "deploy-bot, can_use, tool:deploy-production, PT1H, yes",
        // the delegate's lease goes on, the parent's does not
        "ledger-reader, can_read, dataset:ledger, PT29M, yes",
        "ledger-reader, can_read, dataset:ledger, PT31M, no",
        // what the drafter may not do, its delegate may
        "mail-drafter, can_use, tool:customer-export, PT1H, no",
        "report-export, can_use, tool:customer-export, PT1H, yes",
        // nobody began the ring
        "data-labeler, can_write, dataset:labels, PT1H, no",
        "eval-runner, can_write, dataset:labels, PT1H, no",
        // across the border
        "invoice-matcher, can_read, dataset:invoices, PT1H, yes",
        "invoice-matcher, can_read, dataset:ledger, PT1H, no",
        // without a task
        "code-reviewer, can_use, tool:mcp-github, P30D, yes",
        "data-labeler, can_use, tool:mcp-browser, PT0S, no",
    })
    void allows(String who, String relation, String what, Duration after, String answer) {
        assertThat(check(who, relation, what, after)).isEqualTo(answer);
    }

    @Test
    void fitsIntoOneWrite() {
        assertThat(AcmeGrants.at(START)).hasSizeBetween(60, 100).doesNotHaveDuplicates();
    }
}

package dev.curfew.views.demo;

import java.util.List;
import java.util.stream.IntStream;

/** A sample registration entry. */
record DemoRow(
        String id,
        String name,
        String path,
        String bound,
        int x509Minutes,
        int jwtMinutes,
        int bundles,
        String owner,
        String note) {

    private static final List<String> NAMES =
            List.of(
                    "web-researcher",
                    "research-planner",
                    "code-writer",
                    "code-reviewer",
                    "deploy-bot",
                    "invoice-agent",
                    "ledger-reader",
                    "support-triage",
                    "mail-drafter",
                    "data-labeler",
                    "eval-runner",
                    "mcp-github",
                    "mcp-postgres",
                    "mcp-browser",
                    "vector-index",
                    "feature-store",
                    "prompt-gateway",
                    "model-proxy",
                    "policy-sidecar",
                    "token-broker",
                    "report-export",
                    "ci-runner");
    private static final List<String> BINDINGS = List.of("container", "process", "node");
    private static final List<String> OWNERS =
            List.of("Research", "Dev platform", "Finance ops", "Support", "");

    static List<DemoRow> some(int count) {
        return IntStream.range(0, count).mapToObj(DemoRow::at).toList();
    }

    private static DemoRow at(int i) {
        String name = NAMES.get(i % NAMES.size()) + (i < NAMES.size() ? "" : "-" + i);
        return new DemoRow(
                "%08x-5e1d-4c7a-9b1f-%012x".formatted(0x8c1e00f0 + i * 7919, i),
                name,
                (i % 4 == 3 ? "mcp/" : "agents/") + name,
                BINDINGS.get(i % 7 == 4 ? 2 : i % 2),
                i % 5 == 4 ? 1440 : i % 3 == 0 ? 30 : 60,
                i % 5 == 4 ? 60 : 5,
                i % 6,
                OWNERS.get(i % OWNERS.size()),
                i % 9 == 0 ? "3 critical" : i % 4 == 1 ? "2 high" : "");
    }
}

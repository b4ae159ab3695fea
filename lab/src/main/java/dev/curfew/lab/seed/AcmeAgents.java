package dev.curfew.lab.seed;

import dev.curfew.wire.spire.types.Entry;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** The AI agents of acme.test, some of them bound well, some badly. */
final class AcmeAgents {
    private static final String POOL = "/pool/ai";
    private static final int QUARTER = 900;
    private static final int DAY = 86_400;

    private AcmeAgents() {}

    static void sow(Sower sower, AcmeNodes nodes) {
        // The planner's identity is shared: two clusters and someone's bench.
        agent(sower, "planner", "planner", e -> e.setX509SvidTtl(QUARTER).setJwtSvidTtl(300));
        sower.entry("/agent/planner", "/cluster/staging", "k8s:ns:agents", "k8s:sa:planner");
        sower.entry("/agent/planner", nodes.labBench(), "unix:user:researcher");

        agent(sower, "web-researcher", "research", e -> e.setX509SvidTtl(QUARTER));
        agent(sower, "code-writer", "code", e -> e.setX509SvidTtl(3600));
        agent(sower, "code-reviewer", "code", e -> e.setX509SvidTtl(QUARTER));
        agent(sower, "deploy-bot", "deploy", e -> e.setX509SvidTtl(1800));
        agent(
                sower,
                "invoice-agent",
                "finance",
                e -> e.setX509SvidTtl(DAY).setJwtSvidTtl(3600).addFederatesWith("partner.test"));
        agent(sower, "ledger-reader", "finance", e -> e.setX509SvidTtl(QUARTER).setJwtSvidTtl(120));
        agent(
                sower,
                "support-triage",
                "support",
                e -> e.setX509SvidTtl(3600).addFederatesWith("partner.test"));
        agent(
                sower,
                "mail-drafter",
                "support",
                e -> e.setX509SvidTtl(3600).setExpiresAt(sower.in(Duration.ofMinutes(20))));
        agent(
                sower,
                "eval-runner",
                "evaluation",
                e -> e.setX509SvidTtl(3600).setExpiresAt(sower.in(Duration.ofHours(26))));
        agent(
                sower,
                "report-export",
                "reports",
                e ->
                        e.setX509SvidTtl(3600)
                                .setJwtSvidTtl(DAY)
                                .addFederatesWith("partner.test")
                                .addFederatesWith("vendor.test"));
        weaklyBound(sower);
        tools(sower);
    }

    private static void agent(
            Sower sower, String name, String hint, UnaryOperator<Entry.Builder> more) {
        sower.entry(
                "/agent/" + name,
                POOL,
                entry -> more.apply(entry.setHint(hint)),
                "k8s:ns:agents",
                "k8s:sa:" + name,
                "k8s:pod-label:agent:" + name,
                "k8s:container-image:agents/" + name + "@sha256:" + sower.hex(64));
    }

    /** Any pod of the namespace gets this one. */
    private static void weaklyBound(Sower sower) {
        sower.entry(
                "/agent/data-labeler",
                POOL,
                // Over already, but there until the server looks again.
                e ->
                        e.setX509SvidTtl(3600)
                                .setHint("labeling")
                                .setExpiresAt(sower.in(Duration.ofMinutes(-2))),
                "k8s:ns:agents");
    }

    private static void tools(Sower sower) {
        agent(
                sower,
                "mcp-github",
                "tool",
                e -> e.setX509SvidTtl(3600).addDnsNames("mcp-github.agents.svc"));
        // The same identity, put into a secret store where it outlives the entry.
        sower.entry(
                "/agent/mcp-github",
                "/fleet/build",
                e -> e.setStoreSvid(true).setX509SvidTtl(DAY),
                "aws_secretsmanager:secretname:mcp-github",
                "aws_secretsmanager:kmskeyid:alias-agents");
        // Bound to a machine only: whatever runs there is this agent.
        sower.entry(
                "/agent/mcp-browser",
                POOL,
                e -> e.setX509SvidTtl(3600).setHint("tool"),
                "k8s:node-name:prod-eu-n06");
    }
}

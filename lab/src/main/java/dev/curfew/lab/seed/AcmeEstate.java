package dev.curfew.lab.seed;

import dev.curfew.lab.seed.Teams.Team;
import dev.curfew.lab.server.ServerParts;
import java.util.List;

/** The estate of {@code acme.test}: a company that lets AI agents work. */
final class AcmeEstate {
    private static final List<Team> TEAMS =
            List.of(
                    Team.of(
                            "payments",
                            "api",
                            "capture",
                            "refunds",
                            "risk-check",
                            "webhooks",
                            "reconciler",
                            "payouts",
                            "vault-proxy"),
                    Team.of(
                            "ledger",
                            "api",
                            "journal",
                            "balances",
                            "exporter",
                            "auditor",
                            "month-end",
                            "fx-rates"),
                    Team.of(
                            "search",
                            "query",
                            "indexer",
                            "ranker",
                            "suggest",
                            "crawler",
                            "synonyms"),
                    Team.of(
                            "identity",
                            "login",
                            "sessions",
                            "directory",
                            "consent",
                            "mfa",
                            "profile"),
                    Team.of(
                            "data-platform",
                            "ingest",
                            "catalog",
                            "scheduler",
                            "lake-writer",
                            "lineage",
                            "quality",
                            "notebooks"),
                    Team.of(
                            "logistics",
                            "routes",
                            "tracking",
                            "labels",
                            "carriers",
                            "returns",
                            "slots"),
                    Team.of(
                            "storefront",
                            "web",
                            "cart",
                            "checkout",
                            "pricing",
                            "reviews",
                            "images",
                            "wishlist"),
                    Team.of(
                            "support",
                            "inbox",
                            "macros",
                            "escalations",
                            "csat",
                            "knowledge",
                            "calls"),
                    Team.of(
                            "observability",
                            "collector",
                            "alerts",
                            "traces",
                            "dashboards",
                            "logs",
                            "uptime"),
                    Team.of(
                            "security",
                            "scanner",
                            "secrets-sync",
                            "policy-api",
                            "audit-sink",
                            "cert-watch"),
                    Team.of(
                            "ml-platform",
                            "features",
                            "trainer",
                            "registry",
                            "serving",
                            "embeddings",
                            "vector-store",
                            "gateway"),
                    Team.of(
                            "billing",
                            "invoices",
                            "dunning",
                            "tax",
                            "statements",
                            "plans",
                            "usage"),
                    Team.of("notifications", "mail", "push", "sms", "templates", "digest"),
                    Team.of(
                            "catalog",
                            "products",
                            "media",
                            "attributes",
                            "imports",
                            "taxonomy",
                            "feeds"));

    private AcmeEstate() {}

    static void sow(ServerParts parts) {
        var sower = new Sower(parts, 0xACE);
        var nodes = AcmeNodes.sow(sower);
        aliases(sower);
        AcmeFederation.sow(parts, sower);
        new Teams(sower).add(TEAMS, "/cluster/prod-eu", "/cluster/prod-us", "/cluster/staging");
        machines(sower);
        AcmeAgents.sow(sower, nodes);
        AcmeProblems.sow(sower, nodes);
    }

    /** Groups of nodes that entries can name as their parent. */
    private static void aliases(Sower sower) {
        for (var cluster : List.of("prod-eu", "prod-us", "staging")) {
            sower.entry(
                    "/cluster/" + cluster,
                    "/spire/server",
                    "k8s_psat:cluster:" + cluster,
                    "k8s_psat:agent_ns:spire");
        }
        sower.entry("/pool/ai", "/spire/server", "k8s_psat:agent_node_label:pool:ai");
        sower.entry("/fleet/payments-vm", "/spire/server", "aws_iid:tag:fleet:payments");
        sower.entry("/fleet/build", "/spire/server", "x509pop:subject:ou:build");
    }

    private static void machines(Sower sower) {
        sower.entry(
                "/vm/payments/hsm-bridge",
                "/fleet/payments-vm",
                "unix:uid:1201",
                "unix:path:/opt/hsm/bridge");
        sower.entry(
                "/vm/payments/settlement-batch",
                "/fleet/payments-vm",
                "unix:user:settle",
                "unix:sha256:" + sower.hex(64));
        sower.entry("/vm/payments/node-exporter", "/fleet/payments-vm", "unix:uid:65534");
        sower.entry(
                "/build/runner",
                "/fleet/build",
                "docker:label:role:runner",
                "docker:image_id:acme-runner");
        sower.entry(
                "/build/signer",
                "/fleet/build",
                "docker:label:role:signer",
                "docker:env:STAGE=release");
        sower.entry("/build/cache", "/fleet/build", "docker:label:role:cache");
        sower.entry("/build/sbom", "/fleet/build", "docker:label:role:sbom");
    }
}

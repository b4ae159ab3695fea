package dev.curfew.lab.seed;

import java.time.Duration;

/** What is worth finding in acme.test, beyond its agents. */
final class AcmeProblems {
    private static final int DAY = 86_400;

    private AcmeProblems() {}

    static void sow(Sower sower, AcmeNodes nodes) {
        administrators(sower);
        orphans(sower, nodes);
        longLives(sower);
        sower.entry(
                "/ns/storefront/sa/edge-proxy",
                "/cluster/prod-eu",
                e -> e.addDnsNames("shop.acme.test").addDnsNames("*.shop.acme.test"),
                "k8s:ns:storefront",
                "k8s:sa:edge-proxy");
        sower.entry(
                "/ns/spire/sa/spire-server-edge",
                "/cluster/prod-eu",
                e -> e.setDownstream(true).setX509SvidTtl(3600),
                "k8s:ns:spire",
                "k8s:sa:spire-server-edge");
        sower.entry(
                "/ns/data-platform/sa/migration-2024",
                "/cluster/prod-eu",
                e -> e.setExpiresAt(sower.in(Duration.ofDays(12))),
                "k8s:ns:data-platform",
                "k8s:sa:migration-2024");
        // An alias that no node matches any more.
        sower.entry("/cluster/prod-ap", "/spire/server", "k8s_psat:cluster:prod-ap");
        sower.entry(
                "/ns/search/sa/query-ap", "/cluster/prod-ap", "k8s:ns:search", "k8s:sa:query-ap");
    }

    private static void administrators(Sower sower) {
        sower.entry(
                "/ops/console",
                "/fleet/build",
                e -> e.setAdmin(true).setX509SvidTtl(3600),
                "unix:user:console",
                "unix:path:/opt/console/bin/console");
        sower.entry(
                "/ops/break-glass",
                "/fleet/build",
                e -> e.setAdmin(true).setX509SvidTtl(DAY),
                "unix:uid:0");
        // Whoever has the bot's other entry has these rights, too: they go by SPIFFE ID.
        sower.entry(
                "/agent/deploy-bot", "/fleet/build", e -> e.setAdmin(true), "unix:user:bootstrap");
    }

    private static void orphans(Sower sower, AcmeNodes nodes) {
        joinTokenAlias(sower, nodes.edgeGateway(), "/edge/gateway-1");
        sower.entry("/edge/gateway-1/proxy", "/edge/gateway-1", "unix:user:proxy");
        // The nodes of these tokens are gone; the aliases stay for ever.
        for (var i = 2; i <= 4; i++) {
            var gone = "/spire/agent/join_token/" + sower.uuid();
            joinTokenAlias(sower, gone, "/edge/gateway-" + i);
            sower.entry("/edge/gateway-" + i + "/proxy", gone, "unix:user:proxy");
        }
        for (var service : new String[] {"api", "worker", "cron"}) {
            sower.entry(
                    "/ns/legacy/sa/" + service,
                    "/cluster/legacy",
                    "k8s:ns:legacy",
                    "k8s:sa:" + service);
        }
        sower.entry("/vm/stale/agent-sidecar", nodes.stale(), "unix:uid:1000");
    }

    private static void joinTokenAlias(Sower sower, String node, String alias) {
        sower.entry(alias, node, "spiffe_id:spiffe://acme.test" + node);
    }

    private static void longLives(Sower sower) {
        for (var service : new String[] {"warehouse-loader", "bi-gateway"}) {
            sower.entry(
                    "/ns/data-platform/sa/" + service,
                    "/cluster/prod-us",
                    e -> e.setX509SvidTtl(DAY).setJwtSvidTtl(43_200),
                    "k8s:ns:data-platform",
                    "k8s:sa:" + service);
        }
    }
}

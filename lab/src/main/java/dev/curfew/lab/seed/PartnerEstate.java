package dev.curfew.lab.seed;

import dev.curfew.lab.seed.Teams.Team;
import dev.curfew.lab.server.ServerParts;
import dev.curfew.wire.spire.types.Bundle;
import java.time.Duration;
import java.util.List;

/** The estate of {@code partner.test}: a smaller company with agents of its own. */
final class PartnerEstate {
    private static final String CORE = "/cluster/partner-core";

    private static final List<Team> TEAMS =
            List.of(
                    Team.of(
                            "settlements",
                            "api",
                            "matcher",
                            "files",
                            "disputes",
                            "fees",
                            "ledger-link",
                            "cutoff"),
                    Team.of("catalog", "items", "prices", "stock", "feeds", "images", "brands"),
                    Team.of(
                            "onboarding",
                            "forms",
                            "kyc",
                            "contracts",
                            "mailer",
                            "scoring",
                            "documents"),
                    Team.of("risk", "rules", "scores", "watchlist", "cases", "signals"),
                    Team.of(
                            "fulfillment",
                            "orders",
                            "picking",
                            "packing",
                            "shipping",
                            "slots",
                            "labels"),
                    Team.of("platform", "gateway", "config", "flags", "jobs", "metrics"));

    private PartnerEstate() {}

    static void sow(ServerParts parts) {
        var sower = new Sower(parts, 0xBEE);
        nodes(sower);
        parts.bundles().set(Bundle.newBuilder().setTrustDomain("acme.test").build());
        parts.relationships().add(AcmeFederation.spiffe("acme.test"));
        sower.entry(CORE, "/spire/server", "k8s_psat:cluster:partner-core");
        sower.entry("/fleet/dmz", "/spire/server", "x509pop:subject:ou:dmz");
        new Teams(sower).add(TEAMS, CORE, "/fleet/dmz");
        agents(sower);
    }

    private static void nodes(Sower sower) {
        var core = new KubernetesNodes(sower, "partner-core");
        core.add("general", 1, 6);
        for (var i = 1; i <= 2; i++) {
            sower.node("x509pop", sower.hex(40), true, dmz(i));
        }
        sower.banned("x509pop", sower.hex(40), true, dmz(3));
        sower.node("join_token", sower.uuid(), false);
        sower.stopped(Duration.ofDays(-3), "join_token", sower.uuid(), false);
        sower.node(
                "aws_iid",
                "553011442288/us-east-1/i-0" + sower.hex(16),
                false,
                "aws_iid:az:us-east-1b",
                "aws_iid:tag:name:sftp-01");
    }

    private static String[] dmz(int number) {
        return new String[] {
            "x509pop:subject:cn:dmz-%02d".formatted(number), "x509pop:subject:ou:dmz",
        };
    }

    private static void agents(Sower sower) {
        sower.entry(
                "/agent/invoice-matcher",
                CORE,
                e -> e.setX509SvidTtl(900).addFederatesWith("acme.test").setHint("finance"),
                "k8s:ns:agents",
                "k8s:sa:invoice-matcher");
        sower.entry(
                "/agent/fraud-scout",
                CORE,
                e -> e.setX509SvidTtl(86_400).addFederatesWith("acme.test"),
                "k8s:ns:agents",
                "k8s:sa:fraud-scout");
        sower.entry("/agent/catalog-curator", CORE, e -> e.setJwtSvidTtl(7_200), "k8s:ns:agents");
        sower.entry("/ops/admin", "/fleet/dmz", e -> e.setAdmin(true), "unix:uid:0");
    }
}

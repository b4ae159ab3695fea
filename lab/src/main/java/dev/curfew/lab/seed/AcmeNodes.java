package dev.curfew.lab.seed;

import java.time.Duration;
import java.util.List;

/** The nodes of acme.test that others refer to. */
record AcmeNodes(List<String> ai, String edgeGateway, String labBench, String stale) {

    static AcmeNodes sow(Sower sower) {
        var eu = new KubernetesNodes(sower, "prod-eu");
        eu.add("general", 1, 5);
        var ai = eu.add("ai", 6, 3);
        var us = new KubernetesNodes(sower, "prod-us");
        us.add("general", 1, 3);
        us.add("ai", 4, 2);
        var staging = new KubernetesNodes(sower, "staging");
        staging.add("general", 1, 2);
        var stale =
                sower.stopped(
                        Duration.ofDays(-41),
                        "k8s_psat",
                        "staging/" + sower.uuid(),
                        true,
                        staging.selectors("general", 3));
        aws(sower);
        x509pop(sower);
        var edge = sower.node("join_token", sower.uuid(), false);
        var bench = sower.node("join_token", sower.uuid(), false);
        sower.banned("join_token", sower.uuid(), false);
        return new AcmeNodes(ai, edge, bench, stale);
    }

    private static void aws(Sower sower) {
        for (var i = 1; i <= 3; i++) {
            sower.node("aws_iid", instance(sower), false, awsSelectors(sower, "payments", i));
        }
        sower.banned("aws_iid", instance(sower), false, awsSelectors(sower, "payments", 4));
        sower.stopped(
                Duration.ofDays(-9),
                "aws_iid",
                instance(sower),
                false,
                awsSelectors(sower, "analytics", 1));
    }

    private static String instance(Sower sower) {
        return "402398761123/eu-west-1/i-0" + sower.hex(16);
    }

    private static String[] awsSelectors(Sower sower, String fleet, int number) {
        return new String[] {
            "aws_iid:az:eu-west-1" + "abc".charAt(number % 3),
            "aws_iid:iamrole:arn:aws:iam::402398761123:role/" + fleet,
            "aws_iid:sg:id:sg-0" + sower.hex(16),
            "aws_iid:tag:fleet:" + fleet,
            "aws_iid:tag:name:%s-%02d".formatted(fleet, number),
        };
    }

    private static void x509pop(Sower sower) {
        var ca = sower.hex(40);
        for (var i = 1; i <= 2; i++) {
            sower.node("x509pop", sower.hex(40), true, popSelectors(sower, ca, i));
        }
        // Both stopped renewing: their SVIDs end within the next quarter of an hour.
        sower.stopped(
                Duration.ofMinutes(6), "x509pop", sower.hex(40), true, popSelectors(sower, ca, 3));
        sower.stopped(
                Duration.ofMinutes(14), "x509pop", sower.hex(40), true, popSelectors(sower, ca, 4));
    }

    private static String[] popSelectors(Sower sower, String ca, int number) {
        return new String[] {
            "x509pop:ca:fingerprint:" + ca,
            "x509pop:serialnumber:" + sower.hex(32),
            "x509pop:subject:cn:build-%02d".formatted(number),
            "x509pop:subject:ou:build",
        };
    }
}

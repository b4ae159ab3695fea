package dev.curfew.evidence.pack;

import dev.curfew.evidence.SigningKey;
import dev.curfew.evidence.TestKeys;
import dev.curfew.store.JournalEntry.Phase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZzScratchTest {
    @TempDir Path folder;

    @Test
    void draw() throws Exception {
        SigningKey key = TestKeys.make(folder.resolve("key.p12"));
        Path out = Path.of("/tmp/h-e-pdf");
        Files.createDirectories(out);
        Past past = new Past().small();
        System.out.println("pack bytes " + past.pack("op-1", key).length);
        draw(past, "op-1", key, out, "small");
        draw(containment(), "c-4711", key, out, "contain");
    }

    private static void draw(Past past, String op, SigningKey key, Path out, String name)
            throws Exception {
        long t = System.nanoTime();
        byte[] pdf = PackContent.files(past.facts(op, key), "olga", "0.1.0").getLast().content();
        System.out.println(
                name
                        + " pdf "
                        + pdf.length
                        + " bytes "
                        + (System.nanoTime() - t) / 1_000_000
                        + " ms");
        Files.write(out.resolve(name + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                javax.imageio.ImageIO.write(
                        renderer.renderImageWithDPI(i, 110),
                        "png",
                        out.resolve(name + "-" + (i + 1) + ".png").toFile());
            }
        }
    }

    static Past containment() {
        Past p = new Past();
        p.about(
                "containment",
                "web-researcher (spiffe://acme.test/agent/web-researcher) and 3 delegates");
        String[] what = {
            "gpu-07",
            "3 entries of web-researcher",
            "code-writer",
            "node-17",
            "grant Ünïcode Ελληνικά Кириллица 密码",
            "never begun"
        };
        String[] lever = {
            "BAN_NODE",
            "DELETE_ENTRIES",
            "DELETE_ENTRIES",
            "BAN_NODE",
            "TIGHTEN_ENTRIES",
            "ROTATE_X509"
        };
        StringBuilder steps = new StringBuilder();
        for (int i = 1; i <= 6; i++) {
            steps.append(i == 1 ? "" : ",")
                    .append(
                            "{\"number\":"
                                    + i
                                    + ",\"lever\":\""
                                    + lever[i - 1]
                                    + "\",\"items\":[{\"key\":\"e-"
                                    + i
                                    + "\",\"title\":\""
                                    + what[i - 1]
                                    + "\",\"changes\":[{\"field\":\"x509_svid_ttl\",\"before\":\"1 h\",\"after\":\"\"}]}]}");
        }
        p.at(
                0,
                "c-4711",
                0,
                Phase.PLANNED,
                "{\"curfew_plan\":1,\"planned_at\":\"2026-11-22T11:58:00Z\",\"request\":{\"strength\":\"contain\"},\"steps\":["
                        + steps
                        + "],\"bound\":"
                        + Past.BOUND
                        + "}",
                "");
        p.at(10, "c-4711", 0, Phase.NOTE, "", "{\"type\":\"approved\",\"by\":\"peter\"}");
        p.at(
                20,
                "c-4711",
                0,
                Phase.NOTE,
                "",
                "{\"type\":\"clock\",\"connection\":\"acme\",\"low\":\"PT-0.4S\",\"high\":\"PT0.7S\"}");
        int t = 300;
        for (int i = 1; i <= 5; i++) {
            String op = "c-4711/" + i;
            p.about(
                    lever[i - 1].startsWith("BAN") ? "ban" : "delete",
                    what[i - 1] + (i == 2 ? " \u202e\u0007 evil\nline \ud83e\udd8a" : ""));
            p.at(
                    t,
                    op,
                    0,
                    Phase.PLANNED,
                    "{\"planned_at\":\"2026-11-22T12:00:00Z\",\"items\":[{\"key\":\"e-"
                            + i
                            + "\",\"title\":\"spiffe://acme.test/agent/web-researcher-"
                            + i
                            + "\",\"changes\":[{\"field\":\"x509_svid_ttl\",\"before\":\"1 h\",\"after\":\"\"}]}],\"bound\":"
                            + Past.BOUND
                            + "}",
                    "");
            p.at(t + 30, op, 1, Phase.SENDING, "[\"e-" + i + "\"]", "");
            p.at(
                    t + 90,
                    op,
                    1,
                    i == 4 ? Phase.FAILED : Phase.ACCEPTED,
                    "",
                    "[{\"key\":\"e-" + i + "\",\"status\":\"OK\"}]");
            if (i != 4) {
                p.at(
                        t + 160,
                        op,
                        0,
                        i == 3 ? Phase.CONTRADICTED : Phase.CONFIRMED,
                        "",
                        "[{\"key\":\"e-" + i + "\",\"state\":\"CONFIRMED\"}]");
            }
            p.snapshots.save(op, "before", "[{\"id\":\"e-1\",\"x509_svid_ttl\":3600}]");
            p.snapshots.save(op, "after", "[]");
            StringBuilder hashes = new StringBuilder();
            dev.curfew.store.StateHashes.of(p.snapshots, op)
                    .forEach((k, v) ->
                            hashes.append(hashes.isEmpty() ? "" : ",")
                                    .append("\"" + k + "\":\"" + v + "\""));
            p.at(
                    t + 170,
                    op,
                    0,
                    Phase.FINISHED,
                    "",
                    "{\"accepted_at\":\"2026-11-22T12:00:0"
                            + (t / 1000)
                            + ".390Z\",\"bound\":"
                            + Past.BOUND
                            + ",\"states\":{"
                            + hashes
                            + "}}");
            p.about(
                    "containment",
                    "web-researcher (spiffe://acme.test/agent/web-researcher) and 3 delegates");
            p.at(
                    t + 180,
                    "c-4711",
                    i,
                    i == 4 ? Phase.FAILED : i == 3 ? Phase.CONTRADICTED : Phase.CONFIRMED,
                    "",
                    "{\"type\":\"step\",\"number\":"
                            + i
                            + ",\"state\":\""
                            + (i == 4 ? "FAILED" : i == 3 ? "CONTRADICTED" : "CONFIRMED")
                            + "\",\"attempts\":1"
                            + (i == 4
                                    ? ""
                                    : ",\"accepted_at\":\"2026-11-22T12:00:0"
                                            + (t / 1000)
                                            + ".390Z\",\"bound\":"
                                            + Past.BOUND)
                            + "}");
            t += 1200;
        }
        p.at(
                15_000,
                "c-4711",
                1,
                Phase.CONFIRMED,
                "",
                "{\"type\":\"proof\",\"number\":1,\"at\":\"2026-11-22T12:00:15Z\",\"connection\":\"acme\",\"verdict\":\"HOLDS\",\"held\":1,\"looked\":1,\"found\":\"\"}");
        p.at(
                30_000,
                "c-4711",
                2,
                Phase.REVERTED,
                "",
                "{\"type\":\"proof\",\"number\":2,\"at\":\"2026-11-22T12:00:30Z\",\"connection\":\"acme\",\"verdict\":\"REVERTED\",\"held\":2,\"looked\":3,\"found\":\"e-9\"}");
        p.at(
                31_000,
                "c-4711",
                0,
                Phase.FINISHED,
                "",
                "{\"type\":\"end\",\"at\":\"2026-11-22T12:00:31Z\"}");
        return p;
    }
}

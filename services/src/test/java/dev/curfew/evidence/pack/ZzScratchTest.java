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

    private static void draw(Past past, String op, SigningKey key, Path out, String name) throws Exception {
        long t = System.nanoTime();
        byte[] pdf = PackContent.files(past.facts(op, key), "olga", "0.1.0").getLast().content();
        System.out.println(name + " pdf " + pdf.length + " bytes " + (System.nanoTime() - t) / 1_000_000 + " ms");
        Files.write(out.resolve(name + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                javax.imageio.ImageIO.write(renderer.renderImageWithDPI(i, 110), "png", out.resolve(name + "-" + (i + 1) + ".png").toFile());
            }
        }
    }

    static Past containment() {
        Past p = new Past();
        p.about("contain", "web-researcher (spiffe://acme.test/agent/web-researcher) and 3 delegates");
        p.at(0, "c-4711", 0, Phase.PLANNED, Past.PLAN.replace("{\"planned_at\"", "{\"strength\":\"contain\",\"planned_at\""), "");
        p.at(20, "c-4711", 0, Phase.NOTE, "", "{\"clock\":{\"low_seconds\":-0.4,\"high_seconds\":0.7}}");
        String[] what = {"ban gpu-07", "delete 3 entries of web-researcher", "delete code-writer", "drop relationship of partner.test", "expire grant Ünïcode Ελληνικά Кириллица 密码"};
        String[] act = {"ban", "delete", "delete", "remove-federation", "expire"};
        int t = 300;
        for (int i = 1; i <= 5; i++) {
            String op = "c-4711/" + i;
            p.about(act[i - 1], what[i - 1] + (i == 2 ? " \u202e\u0007 evil\nline \ud83e\udd8a" : ""));
            p.at(t, op, 0, Phase.PLANNED, "{\"items\":[{\"key\":\"e-" + i + "\",\"title\":\"spiffe://acme.test/agent/web-researcher-" + i + "\",\"changes\":[{\"field\":\"x509_svid_ttl\",\"before\":\"1 h\",\"after\":\"\"}]}]}", "");
            p.at(t + 30, op, 1, Phase.SENDING, "[\"e-" + i + "\"]", "");
            p.at(t + 90, op, 1, i == 4 ? Phase.FAILED : Phase.ACCEPTED, "", "[{\"key\":\"e-" + i + "\",\"status\":\"OK\"}]");
            if (i != 4) {
                p.at(t + 160, op, 0, i == 3 ? Phase.CONTRADICTED : Phase.CONFIRMED, "", "[{\"key\":\"e-" + i + "\",\"state\":\"CONFIRMED\"}]");
            }
            p.at(t + 170, op, 0, Phase.FINISHED, "", "");
            t += 1200;
            p.snapshots.save(op, "before", "[{\"id\":\"e-1\",\"x509_svid_ttl\":3600}]");
            p.snapshots.save(op, "after", "[]");
        }
        p.about("contain", "web-researcher");
        p.at(15_000, "c-4711", 0, Phase.CONFIRMED, "", "{\"proofs\":[{\"what\":\"entry e-1\",\"after_seconds\":15,\"state\":\"gone\"}]}");
        p.at(30_000, "c-4711", 0, Phase.REVERTED, "", "{\"proofs\":[{\"what\":\"entry e-2\",\"after_seconds\":30,\"state\":\"found again\"}]}");
        p.at(30_500, "c-4711", 0, Phase.NOTE, "", "{\"residuals\":[{\"title\":\"X.509-SVIDs of web-researcher\",\"until\":\"2026-11-22T13:00:05Z\"},{\"title\":\"copies of the bundle outside SPIRE\",\"until\":null}]}");
        p.at(31_000, "c-4711", 0, Phase.FINISHED, "", "4 of 5 confirmed");
        return p;
    }
}

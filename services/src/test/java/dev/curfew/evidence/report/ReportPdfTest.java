package dev.curfew.evidence.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.evidence.ChainedJournal;
import dev.curfew.evidence.timeline.Timeline;
import dev.curfew.store.Checkpoint;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import dev.curfew.store.SealKey;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPdfTest {
    private static final SealKey KEY =
            SealKey.ofDer(
                            HexFormat.of()
                                    .parseHex(
                                            "302a300506032b6570032100d75a980182b10ab7d54bfed3c9"
                                                    + "64073a0ee172f3daa62325af021a68f707511a"))
                    .orElseThrow();

    private final ChainedJournal journal = new ChainedJournal();
    private String subject = "spiffe://acme.test/agent/planner";

    private void at(int millis, String id, int step, Phase phase, String sent, String received) {
        journal.now = ChainedJournal.NOON.plusMillis(millis);
        journal.append(
                new JournalEntry(
                        id,
                        step,
                        phase,
                        "olga",
                        "prod",
                        "delete",
                        subject,
                        "acts after its task",
                        "INC-7",
                        sent,
                        received));
    }

    private ReportFacts facts(String operation) {
        List<JournalRecord> records = journal.ofOperationAndBelow(operation);
        return new ReportFacts(
                operation,
                "p-1",
                "1.2.3",
                "olga",
                records,
                0,
                Timeline.of(operation, records),
                new Checkpoint(9, "ab".repeat(32), ChainedJournal.NOON, KEY, "00".repeat(64)),
                1,
                List.of(),
                List.of());
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace(System.lineSeparator(), "\n");
        }
    }

    private String report(String operation) throws IOException {
        return text(ReportPdf.write(facts(operation)));
    }

    @Test
    void saysWhatItWasAboutAndHowItCameOut() throws IOException {
        at(
                0,
                "op",
                0,
                Phase.PLANNED,
                "{\"items\":[{\"title\":\"planner\",\"changes\":[{\"field\":\"entry\",\"before\":\"there\",\"after\":\"\"}]}]}",
                "");
        at(10, "op", 1, Phase.SENDING, "[]", "");
        at(20, "op", 1, Phase.ACCEPTED, "", "[]");
        at(30, "op", 0, Phase.CONFIRMED, "", "[{\"key\":\"e-1\",\"state\":\"CONFIRMED\"}]");
        at(40, "op", 0, Phase.FINISHED, "", "");
        assertThat(report("op"))
                .contains(
                        "Evidence: delete",
                        "Target spiffe://acme.test/agent/planner",
                        "Incident INC-7",
                        "Reason acts after its task",
                        "Operator olga",
                        "Planned 2026-11-22 12:00:00.000",
                        "Ended finished at 2026-11-22 12:00:00.040",
                        "No bound was recorded with it.",
                        "whole delete: spiffe://acme.test/agent/planner 12:00:00.010 12:00:00.020"
                                + " 12:00:00.030 confirmed",
                        "planner entry there (nothing)",
                        "key: e-1, state: CONFIRMED",
                        "Page 1 of 2",
                        "Record 9 was sealed with an Ed25519 signature at 2026-11-22 12:00:00Z.",
                        KEY.thumbprint())
                .doesNotContain("\\u{");
    }

    @Test
    void isA4AndTheSameForTheSameFacts() throws IOException {
        at(0, "op", 0, Phase.PLANNED, "{}", "");
        byte[] pdf = ReportPdf.write(facts("op"));
        assertThat(ReportPdf.write(facts("op"))).isEqualTo(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isEqualTo(PDRectangle.A4.getWidth());
                assertThat(page.getMediaBox().getHeight()).isEqualTo(PDRectangle.A4.getHeight());
            }
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Curfew evidence p-1");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(ChainedJournal.NOON);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b|a\\u{0}b",
                "a\nb\tc|a\\u{a}b\\u{9}c",
                "\u202eevil|\\u{202e}evil",
                "fox \ud83e\udd8a|fox \\u{1f98a}",
                "half \ud83e|half \\u{d83e}",
                "שלום|\\u{5e9}\\u{5dc}\\u{5d5}\\u{5dd}",
                "密码|\\u{5bc6}\\u{7801}",
                "e\u0301|e\\u{301}",
                "\uffff\u200b|\\u{ffff}\\u{200b}",
                "Ünïcode Ελληνικά Кириллица ß€|Ünïcode Ελληνικά Кириллица ß€"
            })
    void whatTheFontCanNotShowIsShownAsItsCode(String pair) throws IOException {
        String[] parts = pair.split("\\|", -1);
        subject = parts[0];
        at(0, "op", 0, Phase.PLANNED, "{}", "");
        assertThat(report("op")).contains("Target " + parts[1]);
    }

    @Test
    void hostileTextOfAnyLengthBreaksNothing() throws IOException {
        subject = "x".repeat(50_000);
        at(
                0,
                "op",
                0,
                Phase.PLANNED,
                "{\"items\":[{\"title\":\"" + "y ".repeat(9_000) + "\"}]}",
                "");
        at(1, "op", 0, Phase.NOTE, "", "{\"reply\":\"" + "z\\u0000".repeat(9_000) + "\"}");
        at(2, "op", 0, Phase.NOTE, "", "[".repeat(400) + "]".repeat(400));
        assertThat(report("op")).contains("… (+49000)").contains("Page 1 of ");
    }

    @Test
    void manyStepsAndRecordsAreCutAndCounted() throws IOException {
        at(0, "c", 0, Phase.PLANNED, "{\"steps\":[]}", "");
        for (int i = 1; i <= 500; i++) {
            at(i, "c/" + i, 0, Phase.PLANNED, "{}", "");
        }
        assertThat(report("c"))
                .contains("… and 301 more: journal.jsonl has them all.")
                .contains("… and 101 more: journal.jsonl has them all.")
                .contains("… and 481 more: timeline.json has them all.");
    }

    @Test
    void aBoundIsShownWithItsTermsAndWhatItLeavesOpen() throws IOException {
        at(
                0,
                "op",
                0,
                Phase.PLANNED,
                """
                {"planned_at":"2026-11-22T12:00:00Z","bound":{
                "issuance_stops_by":{"at":"2026-11-22T12:00:05Z","terms":[{"key":"serverCache","adds":"PT5S","source":"declared"}]},
                "x509_dead_by":{"at":"2026-11-22T13:00:05Z","terms":[{"key":"x509Authority","caps":"2026-11-23T12:00:00Z","source":"observed"},{"key":"<new>","adds":"PT0.5S"}]},
                "jwt_dead_by":{"at":null,"terms":[]},
                "not_covered":["openConnections","something new"]}}
                """,
                "");
        at(10, "op", 1, Phase.FAILED, "", "");
        assertThat(report("op"))
                .contains(
                        "Nothing was accepted by a server.",
                        "Not everything came out as wanted",
                        "issuance stops by 2026-11-22 12:00:05Z (in 5 s)",
                        "counted from 2026-11-22 12:00:00Z (record 1)",
                        "the server's entry cache, 5 s (declared)",
                        "last X.509 credential dead by 2026-11-22 13:00:05Z (in 1 h)",
                        "not after the X.509 authority, 2026-11-23 12:00:00Z (observed)",
                        "<new>",
                        "last JWT credential dead by no bound is known",
                        "– mTLS connections that are open now stay open",
                        "– something new");
    }

    @Test
    void aContainmentShowsWhoApprovedItAndEachStep() throws IOException {
        at(
                0,
                "c",
                0,
                Phase.PLANNED,
                "{\"request\":{\"strength\":\"sever\"},\"steps\":[{\"number\":1,\"lever\":\"BAN_NODE\",\"items\":[{\"title\":\"gpu-07\"}]},{\"number\":2,\"lever\":\"NEW_LEVER\",\"items\":[]}]}",
                "");
        at(1, "c", 0, Phase.NOTE, "", "{\"type\":\"approved\",\"by\":\"peter\"}");
        at(
                2,
                "c",
                0,
                Phase.NOTE,
                "",
                "{\"type\":\"clock\",\"connection\":\"prod\",\"measured\":false}");
        at(3, "c/1", 0, Phase.PLANNED, "{}", "");
        at(4, "c/1", 1, Phase.SENDING, "[]", "");
        at(5, "c/1", 1, Phase.ACCEPTED, "", "[]");
        at(
                6,
                "c",
                1,
                Phase.CONFIRMED,
                "",
                "{\"type\":\"step\",\"number\":1,\"state\":\"CONFIRMED\"}");
        at(
                9,
                "c",
                1,
                Phase.REVERTED,
                "",
                "{\"type\":\"proof\",\"number\":1,\"verdict\":\"REVERTED\"}");
        assertThat(report("c"))
                .contains(
                        "Strength Sever",
                        "Approved by peter",
                        "Ended not yet, when this was exported",
                        "1 Ban node: gpu-07 12:00:00.004 12:00:00.005 12:00:00.009 put back by"
                                + " others",
                        "2 NEW_LEVER: – – – not begun",
                        "type: clock, connection: prod, measured: false",
                        "type: proof, verdict: REVERTED");
    }
}

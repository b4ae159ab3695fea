package dev.curfew.evidence.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.evidence.SigningKey;
import dev.curfew.evidence.TestKeys;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.store.JournalEntry.Phase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackContentTest {
    @TempDir Path folder;
    private SigningKey key;

    @BeforeEach
    void makeKey() {
        key = TestKeys.make(folder.resolve("key.p12"));
    }

    private static List<PackZip.Entry> entries(byte[] pack) {
        return ((Ok<List<PackZip.Entry>>) PackZip.read(pack)).value();
    }

    private static String text(byte[] pack, String name) {
        return entries(pack).stream()
                .filter(entry -> entry.name().equals(name))
                .map(entry -> new String(entry.content(), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    /** All that anyone can read in it, the report's text too. */
    private static String everything(byte[] pack) throws IOException {
        StringBuilder all = new StringBuilder(new String(pack, StandardCharsets.UTF_8));
        for (PackZip.Entry entry : entries(pack)) {
            if (entry.name().equals(PackFile.REPORT)) {
                try (PDDocument document = Loader.loadPDF(entry.content())) {
                    all.append(new PDFTextStripper().getText(document));
                }
            }
        }
        return all.toString();
    }

    @Test
    void hasItsFilesInOneOrder() {
        assertThat(entries(new Past().small().pack("op-1", key)))
                .extracting(PackZip.Entry::name)
                .containsExactly(
                        "manifest.json",
                        "manifest.sig",
                        "key.pem",
                        "plan.json",
                        "journal.jsonl",
                        "checkpoints.json",
                        "states/before.json",
                        "states/after.json",
                        "timeline.json",
                        "report.pdf");
    }

    @Test
    void theSamePastGivesTheSameBytes() {
        Past past = new Past().small();
        assertThat(past.pack("op-1", key)).isEqualTo(past.pack("op-1", key));
        assertThat(new Past().small().pack("op-1", key)).isEqualTo(past.pack("op-1", key));
    }

    @Test
    void foreignRecordsAreNumbersAndHashesAlone() throws IOException {
        Past past = new Past().small();
        byte[] pack = past.pack("op-1", key);
        List<String> lines = text(pack, "journal.jsonl").lines().toList();
        String third = past.journal.newestBefore(4, 1).getFirst().hash();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(2)).isEqualTo("{\"number\":3,\"hash\":\"" + third + "\"}");
        assertThat(lines.get(0)).startsWith("{\"number\":1,\"at\":\"2026-11-22T12:00:00Z\"");
        assertThat(everything(pack)).contains("INC-4711").doesNotContain("nobody's business");
    }

    @Test
    void theManifestNamesEverything() {
        byte[] pack = new Past().small().pack("op-1", key);
        String manifest = text(pack, "manifest.json");
        String plan = text(pack, "plan.json");
        assertThat(plan).isEqualTo(Past.PLAN);
        assertThat(manifest)
                .startsWith(
                        """
                        {
                          "format" : "curfew evidence pack",
                          "version" : 1,
                          "pack" : "p-\
                        """
                                .stripTrailing())
                .contains(
                        """
                          "operation" : "op-1",
                          "curfew" : "0.1.0-test",
                          "operator" : "olga",
                          "created_at" : "2026-11-22T13:00:00Z",
                          "key" : "%s",
                        """
                                .formatted(key.publicKey().thumbprint()))
                .contains(
                        """
                            {
                              "name" : "plan.json",
                              "bytes" : %d,
                              "sha256" : "%s"
                            },
                        """
                                .formatted(
                                        plan.length(),
                                        Sha256.of(plan.getBytes(StandardCharsets.UTF_8))))
                .contains(
                        """
                              "operation" : "op-1",
                              "subject" : "before"
                        """)
                .endsWith("  ]\n}\n");
    }

    @Test
    void aContainmentComesWithItsSteps() {
        Past past = new Past();
        past.at(0, "c-1", 0, Phase.PLANNED, "{\"steps\":[]}", "");
        past.at(10, "c-1/2", 0, Phase.PLANNED, "{}", "");
        past.at(20, "c-10/1", 0, Phase.PLANNED, "{}", "of nobody's business");
        past.at(30, "c-1/Ü/x", 0, Phase.PLANNED, "{}", "");
        past.at(40, "c-1", 0, Phase.FINISHED, "", "");
        past.snapshots.save("c-1/2", "before", "[2]");
        past.snapshots.save("c-1", "before", "[0]");
        past.snapshots.save("c-1", "Before!", "[00]");
        past.snapshots.save("c-1/Ü/x", "after", "[3]");
        past.snapshots.save("c-10/1", "before", "[10]");
        byte[] pack = past.pack("c-1", key);
        assertThat(entries(pack))
                .extracting(PackZip.Entry::name)
                .contains(
                        "states/before.json",
                        "states/before-2.json",
                        "states/2/before.json",
                        "states/x/after.json")
                .hasSize(12);
        assertThat(text(pack, "journal.jsonl").lines().filter(l -> l.contains("\"at\"")))
                .hasSize(4);
        assertThat(PackVerifier.verify(pack, Optional.empty())).isInstanceOf(Ok.class);
    }

    @Test
    void anActionWithoutAPlanHasNone() {
        Past past = new Past();
        past.at(0, "op-1", 0, Phase.NOTE, "", "refused: READ_ONLY");
        byte[] pack = past.pack("op-1", key);
        assertThat(entries(pack)).extracting(PackZip.Entry::name).doesNotContain("plan.json");
        assertThat(PackVerifier.verify(pack, Optional.empty())).isInstanceOf(Ok.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY-----\\nMC4CAQAwBQYDK2VwBCIEIHidden",
                "-----BEGIN RSA PRIVATE KEY-----",
                "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJzcGlmZmUifQ.c2lnbmF0dXJlc2lnbmF0dXJl",
                "Authorization: Bearer 0123456789abcdef0123"
            })
    void whatLooksLikeASecretIsWithheldAndSaid(String secret) throws IOException {
        Past past = new Past().small();
        past.at(950, "op-1", 0, Phase.NOTE, "", "{\"reply\":\"" + secret + "\"}");
        past.snapshots.save("op-1", "extra", "{\"reply\":\"" + secret + "\"}");
        byte[] pack = past.pack("op-1", key);
        String all = everything(pack);
        assertThat(all)
                .doesNotContain(secret)
                .contains("\"withheld\"")
                .contains("Records that look as if they held a secret were left out");
        VerifiedPack verified =
                ((Ok<VerifiedPack>) PackVerifier.verify(pack, Optional.empty())).value();
        assertThat(verified.withheld()).isEqualTo(1);
        assertThat(verified.records()).isEqualTo(4);
        assertThat(text(pack, "states/extra.json")).startsWith("{\"withheld\":\"a ");
    }

    @Test
    void evenIfAllIsWithheldThereIsAPack() {
        Past past = new Past();
        past.at(0, "op-1", 0, Phase.NOTE, "", "-----BEGIN PRIVATE KEY-----");
        byte[] pack = past.pack("op-1", key);
        assertThat(
                        PackVerifier.verify(pack, Optional.empty())
                                .map(found -> found.withheld() + " of " + found.records()))
                .isEqualTo(Outcome.ok("1 of 0"));
    }

    @Test
    void isWrittenWholeOrNotAtAll() throws IOException {
        Past past = new Past().small();
        Path file = folder.resolve("out").resolve("pack.zip");
        EvidencePacks.Wanted wanted = new EvidencePacks.Wanted("op-1", "olga", file, false);
        assertThat(past.packs().export(wanted, key))
                .isEqualTo(
                        Outcome.failed(
                                Reason.FILE_UNWRITABLE,
                                file.toString(),
                                "the folder is not there"));
        Files.createDirectory(file.getParent());
        EvidencePacks.Exported done =
                ((Ok<EvidencePacks.Exported>) past.packs().export(wanted, key)).value();
        byte[] written = Files.readAllBytes(file);
        assertThat(done.bytes()).isEqualTo(written.length);
        assertThat(done.sha256()).isEqualTo(Sha256.of(written));
        assertThat(written).isEqualTo(past.pack("op-1", key));
        assertThat(EvidencePacks.verify(file, Optional.empty())).isInstanceOf(Ok.class);

        Files.writeString(file, "mine");
        assertThat(past.packs().export(wanted, key))
                .isEqualTo(
                        Outcome.failed(
                                Reason.ALREADY_EXISTS,
                                file.toString(),
                                "another file stands there"));
        assertThat(file).hasContent("mine");
        assertThat(past.packs().export(new EvidencePacks.Wanted("op-1", "olga", file, true), key))
                .isInstanceOf(Ok.class);
        assertThat(file).hasBinaryContent(written);
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void unknownOperationsAndBrokenJournalsGiveNoPack() {
        Past past = new Past().small();
        Path file = folder.resolve("pack.zip");
        assertThat(past.packs().export(new EvidencePacks.Wanted("op-9", "olga", file, false), key))
                .isEqualTo(
                        Outcome.failed(
                                Reason.NOT_FOUND,
                                "action op-9",
                                "the journal has no record of it"));
        past.journal.tamper(3, past.journal.newestBefore(3, 1).getFirst());
        past.journal.tamper(
                2,
                new dev.curfew.store.JournalRecord(
                        2,
                        Past.NOON,
                        past.journal.newestBefore(2, 1).getFirst().entry(),
                        "00".repeat(32),
                        "00".repeat(32)));
        assertThat(past.packs().export(new EvidencePacks.Wanted("op-1", "olga", file, false), key))
                .isEqualTo(Outcome.failed(Reason.JOURNAL_BROKEN, "memory", "Record 2 was changed"));
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        Path file = folder.resolve("none.zip");
        assertThat(EvidencePacks.verify(file, Optional.empty()))
                .isEqualTo(
                        Outcome.failed(Reason.FILE_UNREADABLE, file.toString(), "it is not there"));
    }
}

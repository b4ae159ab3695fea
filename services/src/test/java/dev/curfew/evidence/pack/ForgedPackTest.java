package dev.curfew.evidence.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.evidence.SigningKey;
import dev.curfew.evidence.TestKeys;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.store.Checkpoint;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import dev.curfew.store.RecordHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs that their own key signed, and that are wrong all the same. */
class ForgedPackTest {
    @TempDir Path folder;
    private SigningKey key;
    private Past past;
    private List<PackFile> files;

    @BeforeEach
    void make() {
        key = TestKeys.make(folder.resolve("key.p12"));
        past = new Past().small();
        files = new ArrayList<>(PackContent.files(past.facts("op-1", key), "olga", Past.CURFEW));
    }

    private byte[] signed() {
        return PackWriter.write(files, past.about("op-1"), key).bytes();
    }

    private static Outcome<VerifiedPack> verify(byte[] pack) {
        return PackVerifier.verify(pack, Optional.empty());
    }

    private static Outcome<VerifiedPack> broken(String part, String fault) {
        return Outcome.failed(Reason.EVIDENCE_BROKEN, part, fault);
    }

    private String text(String name) {
        return new String(file(name).content(), StandardCharsets.UTF_8);
    }

    private PackFile file(String name) {
        return files.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    private void change(String name, UnaryOperator<String> change) {
        PackFile old = file(name);
        byte[] content = change.apply(text(name)).getBytes(StandardCharsets.UTF_8);
        assertThat(content).isNotEqualTo(old.content());
        files.set(files.indexOf(old), new PackFile(name, content, old.operation(), old.subject()));
    }

    private void changeLines(Consumer<List<ChainLine>> change) {
        List<ChainLine> lines =
                new ArrayList<>(
                        ((Ok<List<ChainLine>>) ChainLines.read(file(PackFile.JOURNAL).content()))
                                .value());
        change.accept(lines);
        change(PackFile.JOURNAL, _ -> ChainLines.write(lines));
    }

    private static ChainLine.Own altered(ChainLine line, boolean rehashed) {
        JournalRecord record = ((ChainLine.Own) line).record();
        JournalEntry e = record.entry();
        JournalEntry changed =
                new JournalEntry(
                        e.operationId(),
                        e.step(),
                        e.phase(),
                        "mallory",
                        e.connection(),
                        e.action(),
                        e.subject(),
                        e.reason(),
                        e.incident(),
                        e.sent(),
                        e.received());
        JournalRecord open =
                new JournalRecord(
                        record.number(),
                        record.at(),
                        changed,
                        record.previousHash(),
                        record.hash());
        return new ChainLine.Own(
                rehashed
                        ? new JournalRecord(
                                open.number(),
                                open.at(),
                                changed,
                                open.previousHash(),
                                RecordHash.of(open))
                        : open);
    }

    @Test
    void unchangedTheyHold() {
        VerifiedPack pack = ((Ok<VerifiedPack>) verify(signed())).value();
        assertThat(pack.operation()).isEqualTo("op-1");
        assertThat(pack.action()).isEqualTo("tighten");
        assertThat(pack.first()).isEqualTo(1);
        assertThat(pack.records()).isEqualTo(4);
        assertThat(pack.withheld()).isZero();
        assertThat(pack.seal().number()).isEqualTo(6);
        assertThat(pack.statesBySignatureAlone()).isEqualTo(2);
        assertThat(pack.pinned()).isFalse();
        assertThat(pack.key()).isEqualTo(key.publicKey());
        assertThat(pack.createdAt()).isEqualTo(past.clock.instant());
    }

    @Test
    void anotherKeyThanThePinnedOneIsSaid() {
        byte[] pack = signed();
        String own = key.publicKey().thumbprint();
        assertThat(PackVerifier.verify(pack, Optional.of(own)).map(VerifiedPack::pinned))
                .isEqualTo(Outcome.ok(true));
        assertThat(PackVerifier.verify(pack, Optional.of("00".repeat(32))))
                .isEqualTo(
                        Outcome.failed(
                                Reason.EVIDENCE_OTHER_KEY,
                                PackFile.KEY,
                                "the key in it has the thumbprint " + own));
    }

    @Test
    void aRecordThatWasChangedIsNamed() {
        changeLines(lines -> lines.set(1, altered(lines.get(1), false)));
        assertThat(verify(signed())).isEqualTo(broken("journal.jsonl", "record 2 was changed"));
    }

    @Test
    void aRecordWithAFittingHashIsFoundInTheNext() {
        changeLines(lines -> lines.set(0, altered(lines.get(0), true)));
        assertThat(verify(signed()))
                .isEqualTo(broken("journal.jsonl", "record 2 does not continue the one before it"));
    }

    @Test
    void anotherHashForAForeignRecordIsFoundInTheNextOwnOne() {
        changeLines(lines -> lines.set(2, new ChainLine.Foreign(3, "ab".repeat(32))));
        assertThat(verify(signed()))
                .isEqualTo(broken("journal.jsonl", "record 4 does not continue the one before it"));
    }

    @Test
    void aRecordThatIsLeftOutIsNamed() {
        changeLines(lines -> lines.remove(1));
        assertThat(verify(signed())).isEqualTo(broken("journal.jsonl", "record 2 is missing"));
    }

    @Test
    void aRecordOfAnotherOperationDoesNotBelong() {
        past.at(1_000, "op-10", 0, Phase.NOTE, "", "");
        JournalRecord other = past.journal.newestBefore(8, 1).getFirst();
        changeLines(lines -> lines.add(new ChainLine.Own(other)));
        assertThat(verify(signed()))
                .isEqualTo(broken("journal.jsonl", "record 7 belongs to another operation"));
    }

    @Test
    void aLineInAnotherFormIsNamed() {
        change(PackFile.JOURNAL, text -> text.replaceFirst("\"number\":3,", "\"number\": 3,"));
        assertThat(verify(signed())).isEqualTo(broken("journal.jsonl", "line 3 can not be read"));
    }

    @Test
    void whatFollowsThePlannedRecordMustBeThePlan() {
        change(PackFile.PLAN, plan -> plan.replace("5 m", "9 m"));
        assertThat(verify(signed()))
                .isEqualTo(broken("plan.json", "it is another than the journal recorded"));
        files.remove(file(PackFile.PLAN));
        assertThat(verify(signed())).isEqualTo(broken("plan.json", "it is missing"));
    }

    @Test
    void aTimelineThatDoesNotFollowIsFound() {
        change(PackFile.TIMELINE, json -> json.replace("\"accepted\"", "\"confirmed\""));
        assertThat(verify(signed()))
                .isEqualTo(broken("timeline.json", "it does not follow from the journal"));
    }

    @Test
    void checkpointsAreCheckedOneByOne() {
        String good = text(PackFile.CHECKPOINTS);
        change(PackFile.CHECKPOINTS, json -> json.replace("13:00:00Z", "13:00:01Z"));
        assertThat(verify(signed()))
                .isEqualTo(
                        broken(
                                "checkpoints.json",
                                "the checkpoint on record 6 is not signed by its key"));

        Checkpoint lie = seal(6, "ab".repeat(32));
        change(PackFile.CHECKPOINTS, _ -> json(lie));
        assertThat(verify(signed()))
                .isEqualTo(
                        broken(
                                "checkpoints.json",
                                "the checkpoint on record 6 seals another record than the one in"
                                        + " the journal"));

        String none = "none of them, by the pack's key, seals the last record";
        change(PackFile.CHECKPOINTS, _ -> "[ ]\n");
        assertThat(verify(signed())).isEqualTo(broken("checkpoints.json", none));

        SigningKey other = TestKeys.make(folder.resolve("other.p12"));
        Checkpoint foreign = past.seal(other);
        change(PackFile.CHECKPOINTS, _ -> json(foreign));
        assertThat(verify(signed())).isEqualTo(broken("checkpoints.json", none));

        change(PackFile.CHECKPOINTS, _ -> good.replace("\"record\" : 6", "\"record\" : 6.0"));
        assertThat(verify(signed()))
                .isEqualTo(broken("checkpoints.json", "it is not in the form that Curfew writes"));
    }

    private Checkpoint seal(long number, String hash) {
        byte[] message = Checkpoint.message(number, hash, past.clock.instant(), key.publicKey());
        return new Checkpoint(
                number,
                hash,
                past.clock.instant(),
                key.publicKey(),
                java.util.HexFormat.of().formatHex(key.sign(message)));
    }

    private static String json(Checkpoint checkpoint) {
        return new String(CheckpointJson.write(List.of(checkpoint)), StandardCharsets.UTF_8);
    }

    @Test
    void aStateThatTheJournalHasTheHashOfCanNotBeExchanged() {
        String before = Sha256.of("[1]".getBytes(StandardCharsets.UTF_8));
        past = new Past();
        past.at(0, "op-1", 0, Phase.PLANNED, Past.PLAN, "");
        past.at(9, "op-1", 0, Phase.FINISHED, "", "{\"states\":{\"before\":\"" + before + "\"}}");
        past.snapshots.save("op-1", "before", "[1]");
        files = new ArrayList<>(PackContent.files(past.facts("op-1", key), "olga", Past.CURFEW));
        assertThat(verify(signed()).map(VerifiedPack::statesBySignatureAlone))
                .isEqualTo(Outcome.ok(0));

        change("states/before.json", _ -> "[2]");
        assertThat(verify(signed()))
                .isEqualTo(broken("states/before.json", "it is another than the journal recorded"));

        files.remove(file("states/before.json"));
        assertThat(verify(signed())).isEqualTo(broken("states", "'before' of op-1 is missing"));
    }

    @Test
    void aStateOfAnotherOperationDoesNotBelong() {
        PackFile after = file("states/after.json");
        files.set(
                files.indexOf(after),
                new PackFile(after.name(), after.content(), "op-10", after.subject()));
        assertThat(verify(signed()))
                .isEqualTo(broken("states/after.json", "it belongs to another operation"));
    }

    @Test
    void everyFileThatMustBeThereIsAskedFor() {
        for (String name :
                List.of(
                        PackFile.JOURNAL,
                        PackFile.CHECKPOINTS,
                        PackFile.TIMELINE,
                        PackFile.REPORT)) {
            PackFile gone = file(name);
            int at = files.indexOf(gone);
            files.remove(at);
            assertThat(verify(signed())).isEqualTo(broken(name, "it is missing"));
            files.add(at, gone);
        }
        files.remove(file(PackFile.KEY));
        assertThat(verify(signed())).isEqualTo(broken(PackFile.KEY, "it is missing"));
    }

    /** The ZIP made anew, with its files rearranged. */
    private Outcome<VerifiedPack> rearranged(Consumer<List<PackZip.Entry>> change)
            throws IOException {
        List<PackZip.Entry> entries =
                new ArrayList<>(((Ok<List<PackZip.Entry>>) PackZip.read(signed())).value());
        change.accept(entries);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackZip.write(entries, out);
        return verify(out.toByteArray());
    }

    @Test
    void filesThatAreMissingExtraDoubleOrMovedAreNamed() throws IOException {
        assertThat(rearranged(entries -> entries.removeIf(e -> e.name().equals("plan.json"))))
                .isEqualTo(broken("plan.json", "it is missing"));
        assertThat(rearranged(entries -> entries.add(new PackZip.Entry("x.txt", new byte[1]))))
                .isEqualTo(broken("x.txt", "it does not belong to the pack"));
        assertThat(rearranged(entries -> entries.add(entries.get(3))))
                .isEqualTo(broken("plan.json", "it is there twice"));
        assertThat(rearranged(entries -> Collections.swap(entries, 3, 4)))
                .isEqualTo(
                        broken(
                                "the ZIP itself",
                                "its files are in another order than they were signed"));
        assertThat(rearranged(List::clear))
                .isEqualTo(
                        broken(
                                "the ZIP itself",
                                "at byte 0 there is neither an entry nor their list"));
    }

    @Test
    void namesThatLeadElsewhereAreRefused() throws IOException {
        for (String name :
                List.of("../plan.json", "/etc/passwd", "a/../b", "c:x", "PLAN.json", "")) {
            Outcome<VerifiedPack> outcome =
                    rearranged(entries -> entries.add(new PackZip.Entry(name, new byte[1])));
            assertThat(((Failed<VerifiedPack>) outcome).failure().detail())
                    .endsWith("has a name that no pack has: " + name);
        }
    }

    @Test
    void whatSaysItIsHugeIsNotBelieved() {
        byte[] pack = signed();
        // The length of the first entry: four bytes at 18.
        pack[21] = 0x7f;
        assertThat(verify(pack))
                .isEqualTo(
                        broken(
                                "the ZIP itself",
                                "the entry at byte 0 is longer than what there is of it"));
    }

    @Test
    void whatIsNoPackIsNone() {
        for (String text : List.of("", "PK", "hello", "PK\u0003\u0004")) {
            Outcome<VerifiedPack> outcome = verify(text.getBytes(StandardCharsets.UTF_8));
            assertThat(((Failed<VerifiedPack>) outcome).failure().subject())
                    .isEqualTo("the ZIP itself");
        }
    }

    @Test
    void aManifestOfANewerFormIsSaid() {
        Manifest manifest = PackWriter.write(files, past.about("op-1"), key).manifest();
        String newer =
                new String(manifest.write(), StandardCharsets.UTF_8)
                        .replace("\"version\" : 1", "\"version\" : 2");
        assertThat(Manifest.read(newer.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(
                        Outcome.failed(
                                Reason.EVIDENCE_BROKEN,
                                "manifest.json",
                                "its version is 2, this Curfew knows version 1"));
        assertThat(Manifest.read(manifest.write())).isEqualTo(Outcome.ok(manifest));
    }
}

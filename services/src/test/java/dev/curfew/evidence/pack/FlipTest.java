package dev.curfew.evidence.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.evidence.SigningKey;
import dev.curfew.evidence.TestKeys;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bit changed anywhere, one byte too few or too many: each is found, and where. */
class FlipTest {
    @TempDir Path folder;
    private SigningKey key;
    private byte[] pack;
    private Map<Integer, String> places;

    @BeforeEach
    void make() {
        key = TestKeys.make(folder.resolve("key.p12"));
        pack = new Past().small().pack("op-1", key);
        places = places(pack);
    }

    /** From which byte on which file's content, or the ZIP around it, begins. */
    private static Map<Integer, String> places(byte[] zip) {
        List<PackZip.Entry> entries = ((Ok<List<PackZip.Entry>>) PackZip.read(zip)).value();
        Map<Integer, String> places = new TreeMap<>();
        int at = 0;
        for (PackZip.Entry entry : entries) {
            places.put(at, PackZip.PART);
            places.put(at + 30 + entry.name().length(), entry.name());
            at += 30 + entry.name().length() + entry.content().length;
        }
        places.put(at, PackZip.PART);
        return places;
    }

    @Test
    void theWholePackHolds() {
        assertThat(PackVerifier.verify(pack, Optional.empty())).isInstanceOf(Ok.class);
    }

    @Test
    void aFlippedBitInEveryByteIsFoundAndItsPlaceIsNamed() {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> named = new LinkedHashMap<>();
        String place = "";
        for (int at = 0; at < pack.length; at++) {
            place = places.getOrDefault(at, place);
            byte bit = (byte) (1 << (at % 8));
            pack[at] ^= bit;
            switch (PackVerifier.verify(pack, Optional.empty())) {
                case Ok<VerifiedPack> _ ->
                        wrong.add("byte " + at + " of " + place + " goes unseen");
                case Failed<VerifiedPack>(var why) -> {
                    named.merge(place + " > " + why.subject(), 1, Integer::sum);
                    if (!isSensible(why, place)) {
                        wrong.add("byte " + at + " of " + place + ": " + why);
                    }
                }
            }
            pack[at] ^= bit;
        }
        assertThat(wrong).isEmpty();
        assertThat(named.keySet())
                .contains(
                        "manifest.json > manifest.json",
                        "manifest.sig > manifest.json",
                        "key.pem > key.pem",
                        "plan.json > plan.json",
                        "journal.jsonl > journal.jsonl",
                        "checkpoints.json > checkpoints.json",
                        "states/before.json > states/before.json",
                        "states/after.json > states/after.json",
                        "timeline.json > timeline.json",
                        "report.pdf > report.pdf",
                        "the ZIP itself > the ZIP itself");
        assertThat(named.values().stream().mapToInt(n -> n).sum()).isEqualTo(pack.length);
    }

    /**
     * The part with the bit is named. A changed signature or key shows in what it signs; a changed
     * name is a file that is missing.
     */
    private static boolean isSensible(Failure why, String place) {
        if (why.reason() != Reason.EVIDENCE_BROKEN || why.detail().isEmpty()) {
            return false;
        }
        return switch (place) {
            case PackFile.SIGNATURE -> why.subject().equals(PackFile.MANIFEST);
            case PackFile.KEY ->
                    why.subject().equals(PackFile.KEY) || why.subject().equals(PackFile.MANIFEST);
            case PackZip.PART ->
                    why.subject().equals(PackZip.PART)
                            || why.detail().equals("it is missing")
                            || why.detail().equals("it is there twice")
                            || why.detail().equals("it does not belong to the pack");
            default -> why.subject().equals(place);
        };
    }

    @Test
    void everyShorterFileIsFound() {
        for (int length = 0; length < pack.length; length++) {
            assertThat(PackVerifier.verify(Arrays.copyOf(pack, length), Optional.empty()))
                    .isInstanceOf(Failed.class);
            if (length == 2_000) {
                // From here on contents are cut; a few of each are enough.
                length = pack.length - 1_500;
            }
        }
    }

    @Test
    void aByteTooManyIsFound() {
        assertThat(PackVerifier.verify(Arrays.copyOf(pack, pack.length + 1), Optional.empty()))
                .isEqualTo(
                        Outcome.failed(
                                Reason.EVIDENCE_BROKEN,
                                PackZip.PART,
                                "byte "
                                        + pack.length
                                        + ", behind its end, is not as Curfew writes it"));
    }
}

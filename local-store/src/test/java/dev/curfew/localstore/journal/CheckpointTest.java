package dev.curfew.localstore.journal;

import static dev.curfew.localstore.Fixtures.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.localstore.Fixtures;
import dev.curfew.localstore.LocalStore;
import dev.curfew.localstore.TestKey;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.Checkpoint;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five records, sealed up to the third. */
class CheckpointTest {
    private final TestKey key = new TestKey();

    @TempDir Path folder;
    private Path file;
    private Checkpoint seal;

    @BeforeEach
    void sealThree() throws IOException {
        file = folder.toRealPath().resolve("store.db");
        try (LocalStore store = Fixtures.open(file)) {
            for (int i = 1; i <= 5; i++) {
                store.journal().append(note("subject " + i));
            }
            JournalRecord third = store.journal().newestBefore(4, 1).getFirst();
            seal = key.seal(third.number(), third.hash());
            store.checkpoints().save(seal);
        }
    }

    @Test
    void isKeptAndHolds() {
        try (LocalStore store = Fixtures.open(file)) {
            assertThat(store.checkpoints().all()).containsExactly(seal);
            assertThat(seal.holds()).isTrue();
            assertThat(store.journal().verify()).isEqualTo(Outcome.ok(5L));
        }
    }

    @Test
    void theFirstOfARecordAndAKeyStays() {
        Checkpoint again = key.seal(3, "00".repeat(32));
        Checkpoint other = new TestKey().seal(3, seal.hash());
        Checkpoint later = key.seal(2, seal.hash());
        try (LocalStore store = Fixtures.open(file)) {
            store.checkpoints().save(again);
            store.checkpoints().save(other);
            store.checkpoints().save(later);
            assertThat(store.checkpoints().all())
                    .startsWith(later)
                    .containsExactlyInAnyOrder(later, seal, other);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE checkpoints SET number = 2",
                "DELETE FROM checkpoints",
                "INSERT OR REPLACE INTO checkpoints SELECT * FROM checkpoints"
            })
    void theFileItselfRefusesToChangeOne(String statement) {
        assertThatThrownBy(() -> Fixtures.tamper(file, statement))
                .hasRootCauseInstanceOf(SQLException.class)
                .hasMessageContaining("a checkpoint stays as it is");
    }

    @Test
    void aTailCutBehindItWithAFittingTipIsFound() {
        Tampering.behindTheTriggers(
                file,
                "DELETE FROM journal WHERE number > 2",
                "UPDATE journal_tip SET count = 2,"
                        + " hash = (SELECT hash FROM journal WHERE number = 2)");
        assertThat(verified())
                .isEqualTo(
                        broken(
                                "Record 3 is missing; record 3 was sealed at"
                                        + " 2026-11-22T13:00:00.123456Z"));
    }

    @Test
    void anEmptiedJournalWithAnEmptyTipIsFound() {
        Tampering.behindTheTriggers(
                file,
                "DELETE FROM journal",
                "UPDATE journal_tip SET count = 0, hash = zeroblob(32)");
        assertThat(verified())
                .isEqualTo(
                        broken(
                                "Record 1 is missing; record 3 was sealed at"
                                        + " 2026-11-22T13:00:00.123456Z"));
    }

    @Test
    void aChainThatWasRewrittenWholeIsFound() {
        Path other = folder.resolve("other.db");
        try (LocalStore forged = Fixtures.open(other)) {
            for (int i = 1; i <= 5; i++) {
                forged.journal().append(Fixtures.entry("forged " + i, 0, Phase.NOTE));
            }
        }
        Tampering.behindTheTriggers(
                file,
                "ATTACH '" + other + "' AS forged",
                "DELETE FROM journal",
                "INSERT INTO journal SELECT * FROM forged.journal",
                "UPDATE journal_tip SET hash = (SELECT hash FROM forged.journal_tip)");
        assertThat(verified())
                .isEqualTo(
                        broken(
                                "Record 3 is not the one that was sealed at"
                                        + " 2026-11-22T13:00:00.123456Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + 1",
                "signature = zeroblob(64)",
                "hash = zeroblob(32)",
                "number = 4"
            })
    void aChangedCheckpointIsFound(String change) {
        Tampering.behindTheTriggers(file, "UPDATE checkpoints SET " + change);
        int number = change.startsWith("number") ? 4 : 3;
        assertThat(verified())
                .isEqualTo(
                        broken("The checkpoint on record " + number + " is not signed by its key"));
    }

    @Test
    void aKeyThatIsNoneIsFound() {
        Tampering.behindTheTriggers(file, "UPDATE checkpoints SET public_key = zeroblob(44)");
        assertThat(verified()).isEqualTo(broken("The checkpoint on record 3 can not be read"));
    }

    @Test
    void anotherKeyBesideItChangesNothing() {
        String hex = HexFormat.of().formatHex(new TestKey().key().der());
        Tampering.behindTheTriggers(
                file,
                "INSERT INTO checkpoints SELECT number, hash, at, x'"
                        + hex
                        + "', signature FROM checkpoints");
        assertThat(verified())
                .isEqualTo(broken("The checkpoint on record 3 is not signed by its key"));
    }

    private Outcome<Long> verified() {
        try (LocalStore store = Fixtures.open(file)) {
            return store.journal().verify();
        }
    }

    private Outcome<Long> broken(String detail) {
        return Outcome.failed(Reason.JOURNAL_BROKEN, file.toString(), detail);
    }
}

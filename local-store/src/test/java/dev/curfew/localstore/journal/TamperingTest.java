package dev.curfew.localstore.journal;

import static dev.curfew.localstore.Fixtures.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.curfew.localstore.Fixtures;
import dev.curfew.localstore.LocalStore;
import dev.curfew.localstore.database.StoreException;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.JournalRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes made with another program, the triggers taken away and put back. */
class TamperingTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void fiveRecords() throws IOException {
        file = folder.toRealPath().resolve("store.db");
        try (LocalStore store = Fixtures.open(file)) {
            for (int i = 1; i <= 5; i++) {
                store.journal().append(note("subject " + i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE journal SET subject = 'other' WHERE number = 2",
                "DELETE FROM journal",
                "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE number = 3",
                "UPDATE journal_tip SET count = 4",
                "UPDATE journal_tip SET hash = zeroblob(32)",
                "DELETE FROM journal_tip",
                "INSERT OR REPLACE INTO journal_tip VALUES (1, 9, zeroblob(32))"
            })
    void theFileItselfRefusesToChangeWhatIsWritten(String statement) {
        assertThatThrownBy(() -> Fixtures.tamper(file, statement))
                .hasRootCauseInstanceOf(SQLException.class)
                .hasMessageContaining("the journal is append-only");
        assertThat(verified()).isEqualTo(Outcome.ok(5L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    at | at + 1
                    operation_id | 'other'
                    step | 1
                    phase | 'FINISHED'
                    operator | 'eve'
                    connection | 'other'
                    action | 'disarmed'
                    subject | 'other'
                    reason | 'other'
                    incident | 'other'
                    sent | 'other'
                    received | 'other'
                    hash | zeroblob(32)
                    """)
    void aChangedFieldIsFoundInItsRecord(String column, String value) {
        behindTheTriggers("UPDATE journal SET " + column + " = " + value + " WHERE number = 3");
        assertThat(verified()).isEqualTo(broken("Record 3 was changed"));
    }

    @Test
    void textMovedFromOneFieldToTheNextIsFound() {
        behindTheTriggers(
                "UPDATE journal SET action = action || substr(subject, 1, 1),"
                        + " subject = substr(subject, 2) WHERE number = 4");
        assertThat(verified()).isEqualTo(broken("Record 4 was changed"));
    }

    @Test
    void aChangedPreviousHashIsFoundInItsRecord() {
        behindTheTriggers("UPDATE journal SET previous_hash = zeroblob(32) WHERE number = 3");
        assertThat(verified()).isEqualTo(broken("Record 3 does not continue the one before it"));
    }

    @Test
    void aRecordRewrittenWithAFittingHashIsFoundInTheNext() {
        JournalRecord third = records().get(2);
        byte[] previous = HexFormat.of().parseHex(third.previousHash());
        JournalRow forged = JournalRow.next(3, third.at(), note("forged"), previous);
        String hash = HexFormat.of().formatHex(forged.hash());
        behindTheTriggers(
                "UPDATE journal SET subject = 'forged', hash = x'" + hash + "' WHERE number = 3");
        assertThat(verified()).isEqualTo(broken("Record 4 does not continue the one before it"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aRemovedRecordIsNamed(int number) {
        behindTheTriggers("DELETE FROM journal WHERE number = " + number);
        assertThat(verified()).isEqualTo(broken("Record " + number + " is missing"));
    }

    @Test
    void removingARecordAndRenumberingTheRestIsFound() {
        behindTheTriggers(
                "DELETE FROM journal WHERE number = 2",
                "UPDATE journal SET number = number - 1 WHERE number > 2",
                "UPDATE journal_tip SET count = 4");
        assertThat(verified()).isEqualTo(broken("Record 2 does not continue the one before it"));
    }

    @Test
    void swappedRecordsAreFound() {
        behindTheTriggers(
                "UPDATE journal SET number = 99 WHERE number = 2",
                "UPDATE journal SET number = 2 WHERE number = 3",
                "UPDATE journal SET number = 3 WHERE number = 99");
        assertThat(verified()).isEqualTo(broken("Record 2 does not continue the one before it"));
    }

    @Test
    void aCutTailIsFoundAndStaysFoundAfterTheNextRecord() {
        behindTheTriggers("DELETE FROM journal WHERE number > 3");
        assertThat(verified()).isEqualTo(broken("Record 4 is missing; there were 5"));

        try (LocalStore store = Fixtures.open(file)) {
            assertThat(store.journal().append(note("goes on")).number()).isEqualTo(6);
        }
        assertThat(verified()).isEqualTo(broken("Record 4 is missing"));
    }

    @Test
    void anEmptiedJournalIsFound() {
        behindTheTriggers("DELETE FROM journal");
        assertThat(verified()).isEqualTo(broken("Record 1 is missing; there were 5"));
    }

    @Test
    void aRecordAddedFromOutsideIsFound() {
        JournalRecord last = records().get(4);
        byte[] previous = HexFormat.of().parseHex(last.hash());
        JournalRow forged = JournalRow.next(6, last.at(), note("forged"), previous);
        try (LocalStore store = Fixtures.open(file)) {
            // The forger knows the chain but forgets the tip.
            assertThat(store.journal().verify()).isEqualTo(Outcome.ok(5L));
        }
        String hash = HexFormat.of().formatHex(forged.hash());
        Fixtures.tamper(
                file,
                "INSERT INTO journal SELECT 6, at, operation_id, step, phase, operator,"
                        + " connection, action, 'forged', reason, incident, sent, received, hash,"
                        + (" x'" + hash + "' FROM journal WHERE number = 5"));
        assertThat(verified())
                .isEqualTo(
                        broken("Record 6 is not the one that the journal remembers as its last"));
        try (LocalStore store = Fixtures.open(file)) {
            assertThat(store.journal().append(note("goes on")).number()).isEqualTo(7);
        }
        assertThat(verified()).isEqualTo(broken("Record 7 does not continue the one before it"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE journal_tip SET hash = zeroblob(32)",
                "UPDATE journal_tip SET count = 7",
                "DELETE FROM journal_tip"
            })
    void aChangedTipIsFoundAndAppendingGoesOn(String statement) {
        behindTheTriggers(statement);
        assertThat(verified()).isInstanceOf(Outcome.Failed.class);
        try (LocalStore store = Fixtures.open(file)) {
            assertThat(store.journal().append(note("goes on")).number()).isGreaterThan(5);
        }
        assertThat(verified()).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aTipThatCountsTooFewIsFoundAndMendedByTheNextRecordBecauseNothingIsMissing() {
        behindTheTriggers("UPDATE journal_tip SET count = 4");
        assertThat(verified())
                .isEqualTo(
                        broken("Record 5 is not the one that the journal remembers as its last"));
        try (LocalStore store = Fixtures.open(file)) {
            assertThat(store.journal().append(note("goes on")).number()).isEqualTo(6);
        }
        assertThat(verified()).isEqualTo(Outcome.ok(6L));
    }

    @Test
    void aRecordThatCurfewCanNotHaveWrittenIsNamed() {
        behindTheTriggers(
                "PRAGMA ignore_check_constraints = ON",
                "UPDATE journal SET phase = 'ERASED' WHERE number = 2",
                "UPDATE journal SET step = 4294967296 WHERE number = 4");
        assertThat(verified()).isEqualTo(broken("Record 2 can not be read"));
        try (LocalStore store = Fixtures.open(file)) {
            assertThatThrownBy(() -> store.journal().newestBefore(6, 5))
                    .asInstanceOf(type(StoreException.class))
                    .extracting(StoreException::failure)
                    .isEqualTo(
                            new Failure(
                                    Reason.STORE_DAMAGED,
                                    file.toString(),
                                    "Record 4 can not be read"));
            assertThat(store.journal().append(note("goes on")).number()).isEqualTo(6);
        }
    }

    private Outcome<Long> verified() {
        try (LocalStore store = Fixtures.open(file)) {
            return store.journal().verify();
        }
    }

    private List<JournalRecord> records() {
        try (LocalStore store = Fixtures.open(file)) {
            return store.journal().newestBefore(Long.MAX_VALUE, 100).reversed();
        }
    }

    private Outcome<Long> broken(String detail) {
        return Outcome.failed(Reason.JOURNAL_BROKEN, file.toString(), detail);
    }

    private void behindTheTriggers(String... statements) {
        Tampering.behindTheTriggers(file, statements);
    }
}

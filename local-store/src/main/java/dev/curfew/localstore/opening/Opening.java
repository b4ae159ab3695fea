package dev.curfew.localstore.opening;

import dev.curfew.localstore.database.Database;
import dev.curfew.localstore.database.Sqlite;
import dev.curfew.localstore.database.StoreException;
import dev.curfew.localstore.schema.Migration;
import dev.curfew.localstore.schema.Migrations;
import dev.curfew.localstore.schema.SchemaHash;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Opens a store whatever is found at its path: in the file, in a fresh file beside a damaged one,
 * or in memory. Blocks; call it from a platform thread.
 */
public final class Opening {
    private final InstantSource clock;
    private final Duration patience;

    /**
     * @param patience how long to wait for another Curfew that opens or writes
     */
    public Opening(InstantSource clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * @param onDisk false: in memory, nothing is kept
     * @param notice what the operator has to know; empty if all is as it should be
     */
    public record Opened(Database database, boolean onDisk, Optional<Failure> notice) {}

    public Opened open(Path path) {
        try {
            StoreFile file = StoreFile.at(path);
            Optional<OpeningTurn> turn = OpeningTurn.await(file.lock(), patience);
            if (turn.isEmpty()) {
                return inMemory(busy(file, "Another Curfew is opening it and does not finish"));
            }
            try (OpeningTurn mine = turn.get()) {
                return open(file, mine);
            }
        } catch (IOException e) {
            return inMemory(StoreException.unusable(path.toString(), words(e)));
        } catch (SQLException e) {
            return inMemory(StoreException.failure(path.toString(), e));
        }
    }

    public static Opened inMemory() {
        return new Opened(memory(), false, Optional.empty());
    }

    private Opened open(StoreFile file, OpeningTurn turn) throws IOException, SQLException {
        return switch (Inspection.of(file, patience)) {
            case Verdict.Absent() -> onFresh(file, turn, Optional.empty());
            case Verdict.Sound() -> onSound(file, turn);
            case Verdict.Damaged(var why) -> besideDamaged(file, turn, why);
            case Verdict.Untouchable(var failure) -> inMemory(failure);
        };
    }

    private Opened onSound(StoreFile file, OpeningTurn turn) throws IOException, SQLException {
        try {
            return onFile(file, turn, Optional.empty());
        } catch (SQLException e) {
            // What a reader does not touch, a writer may stumble over.
            return switch (Inspection.of(file, e)) {
                case Verdict.Damaged(var why) -> besideDamaged(file, turn, why);
                case Verdict.Untouchable(var failure) -> inMemory(failure);
                case Verdict.Sound(), Verdict.Absent() -> throw e;
            };
        }
    }

    private Opened besideDamaged(StoreFile file, OpeningTurn turn, String why)
            throws IOException, SQLException {
        if (!turn.alone()) {
            return inMemory(busy(file, why + "; another Curfew still has it open"));
        }
        String kept = file.moveAside(clock.instant());
        Failure notice =
                new Failure(Reason.STORE_DAMAGED, file.name(), why + "; it was kept as " + kept);
        return onFresh(file, turn, Optional.of(notice));
    }

    private Opened onFresh(StoreFile file, OpeningTurn turn, Optional<Failure> notice)
            throws IOException, SQLException {
        FreshStore.make(file);
        return onFile(file, turn, notice);
    }

    private Opened onFile(StoreFile file, OpeningTurn turn, Optional<Failure> notice)
            throws IOException, SQLException {
        OwnerOnly.tighten(file.path());
        Connection writer = Sqlite.writer(file.path(), patience);
        try {
            Sqlite.execute(writer, "PRAGMA journal_mode = WAL");
            Migrations.apply(writer);
            Optional<String> difference =
                    SchemaHash.firstDifference(writer, Migration.latest().version());
            if (difference.isPresent()) {
                throw new SQLException(difference.get());
            }
            Database database = Database.onFile(file.path(), writer, patience, turn.stay());
            return new Opened(database, true, notice);
        } catch (SQLException | IOException | RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private static Opened inMemory(Failure notice) {
        return new Opened(memory(), false, Optional.of(notice));
    }

    private static Database memory() {
        try {
            Connection connection = Sqlite.memory();
            Migrations.apply(connection);
            return Database.inMemory(connection);
        } catch (SQLException e) {
            // No file is involved, so this is a broken installation.
            throw new IllegalStateException("SQLite does not work here", e);
        }
    }

    private static Failure busy(StoreFile file, String detail) {
        return new Failure(Reason.STORE_BUSY, file.name(), detail);
    }

    private static String words(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "There is no right to write " + denied.getFile();
            default -> "It can not be written there: " + e.getMessage();
        };
    }
}

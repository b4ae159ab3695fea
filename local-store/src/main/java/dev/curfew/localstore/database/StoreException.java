package dev.curfew.localstore.database;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * The store could not do it, and no bug of ours is to blame: another program holds the file, the
 * disk is full or gone, the file was damaged while open. Nothing of the operation was kept. The
 * ports have no place for a failure as a value, so it is thrown; {@link #failure()} is what to
 * show.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;

    private StoreException(Failure failure, Throwable cause) {
        super(failure.subject() + ": " + failure.detail(), cause);
        this.failure = failure;
    }

    /**
     * A row holds what Curfew does not write.
     *
     * @param detail a sentence without its full stop
     */
    public static StoreException damaged(String subject, String detail, Throwable cause) {
        return new StoreException(new Failure(Reason.STORE_DAMAGED, subject, detail), cause);
    }

    public Failure failure() {
        return failure;
    }

    /** The failure in SQLite's own words, or null where {@code thrown} is not from SQLite. */
    static @Nullable StoreException from(String subject, Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof SQLException e) {
                return new StoreException(failure(subject, e), thrown);
            }
        }
        return null;
    }

    /** What a caller should be told of an error of SQLite. */
    public static Failure failure(String subject, SQLException error) {
        return switch (primaryCode(error)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                    new Failure(Reason.STORE_DAMAGED, subject, message(error));
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL ->
                    new Failure(
                            Reason.STORE_BUSY,
                            subject,
                            "Another program kept it locked for too long");
            default -> unusable(subject, message(error));
        };
    }

    /**
     * The file can not be used where it is: no right to write, no space, not a Curfew store.
     *
     * @param detail a sentence without its full stop
     */
    public static Failure unusable(String subject, String detail) {
        return new Failure(Reason.STORE_UNUSABLE, subject, detail);
    }

    /** The code without its extension: SQLite keeps the details in the higher bytes. */
    public static SQLiteErrorCode primaryCode(SQLException error) {
        return SQLiteErrorCode.getErrorCode(error.getErrorCode() & 0xff);
    }

    private static String message(SQLException error) {
        String message = error.getMessage();
        return message == null ? "SQLite gave the code " + error.getErrorCode() : message;
    }
}

package dev.curfew.localstore.journal;

import dev.curfew.localstore.database.StoreException;
import dev.curfew.store.Checkpoint;
import dev.curfew.store.SealKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Checkpoints as they are in the file. */
final class CheckpointRow {
    private CheckpointRow() {}

    /**
     * In the order of their records.
     *
     * @param file how a failure calls the file
     * @throws StoreException if one has a key that is none
     */
    static List<Checkpoint> all(Handle handle, String file) {
        return handle.createQuery("SELECT * FROM checkpoints ORDER BY number, at, public_key")
                .map((row, context) -> read(row, file))
                .list();
    }

    private static Checkpoint read(ResultSet row, String file) throws SQLException {
        long number = row.getLong("number");
        SealKey key =
                SealKey.ofDer(row.getBytes("public_key"))
                        .orElseThrow(() -> unreadable(number, file));
        return new Checkpoint(
                number,
                HexFormat.of().formatHex(row.getBytes("hash")),
                Instant.EPOCH.plus(row.getLong("at"), ChronoUnit.MICROS),
                key,
                HexFormat.of().formatHex(row.getBytes("signature")));
    }

    private static StoreException unreadable(long number, String file) {
        return StoreException.damaged(
                file,
                "The checkpoint on record " + number + " can not be read",
                new IllegalArgumentException("not an Ed25519 key"));
    }

    /** Unless this key has sealed this record already. */
    static void insert(Handle handle, Checkpoint checkpoint) {
        handle.createUpdate(
                        """
                        INSERT INTO checkpoints (number, hash, at, public_key, signature)
                        SELECT :number, :hash, :at, :key, :signature WHERE NOT EXISTS
                            (SELECT 1 FROM checkpoints
                            WHERE number = :number AND public_key = :key)
                        """)
                .bind("number", checkpoint.number())
                .bind("hash", HexFormat.of().parseHex(checkpoint.hash()))
                .bind("at", ChronoUnit.MICROS.between(Instant.EPOCH, checkpoint.at()))
                .bind("key", checkpoint.key().der())
                .bind("signature", HexFormat.of().parseHex(checkpoint.signature()))
                .execute();
    }
}

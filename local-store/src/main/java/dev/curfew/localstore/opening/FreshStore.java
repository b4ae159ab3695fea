package dev.curfew.localstore.opening;

import dev.curfew.localstore.database.Sqlite;
import dev.curfew.localstore.schema.Migrations;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Makes an empty store under another name and moves it into its place whole, so that a kill leaves
 * either none or a sound one: an empty or half-made file is therefore always a sign of damage.
 */
final class FreshStore {
    private FreshStore() {}

    static void make(StoreFile file) throws IOException, SQLException {
        StoreFile unfinished = file.unfinished();
        unfinished.delete();
        OwnerOnly.createFile(unfinished.path());
        try (Connection connection = Sqlite.writer(unfinished.path(), Duration.ZERO)) {
            // Nobody sees it yet, so the disk has to know of it only once, at the end.
            Sqlite.execute(connection, "PRAGMA synchronous = OFF");
            Migrations.apply(connection);
            Sqlite.execute(connection, "PRAGMA journal_mode = WAL");
        }
        force(unfinished.path(), StandardOpenOption.WRITE);
        Files.move(unfinished.path(), file.path());
        forceFolder(file.path());
    }

    private static void forceFolder(Path file) {
        try {
            force(file.resolveSibling("."), StandardOpenOption.READ);
        } catch (IOException unsupported) {
            // Windows can not; there the move itself is journaled by the file system.
        }
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}

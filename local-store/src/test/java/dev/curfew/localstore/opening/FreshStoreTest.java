package dev.curfew.localstore.opening;

import static dev.curfew.localstore.Fixtures.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.curfew.localstore.Fixtures;
import dev.curfew.localstore.LocalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshStoreTest {
    @TempDir Path folder;

    @Test
    void foldersAndFilesAreTheirOwnersOnly() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path file = folder.resolve("new/deep/store.db");
        try (LocalStore store = Fixtures.open(file)) {
            store.journal().append(note("makes the log"));
            assertThat(permissions(folder.resolve("new"))).isEqualTo("rwx------");
            assertThat(permissions(folder.resolve("new/deep"))).isEqualTo("rwx------");
            for (String suffix : List.of("", "-wal", "-shm", ".lock")) {
                assertThat(permissions(file.resolveSibling("store.db" + suffix)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void anExistingFileIsTightenedAndAnExistingFolderIsNot() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-x---"));
        Path file = shared.resolve("store.db");
        Fixtures.open(file).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

        Fixtures.open(file).close();

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(shared)).isEqualTo("rwxr-x---");
    }

    @Test
    void whatAKilledCreationLeftIsClearedAway() throws IOException {
        Path file = folder.resolve("store.db");
        Files.writeString(folder.resolve("store.db.new"), "half a store");
        Files.writeString(folder.resolve("store.db.new-journal"), "half a journal");

        Fixtures.open(file).close();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("store.db", "store.db.lock");
        }
    }

    @Test
    void aLinkToTheStoreIsFollowed() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real")).resolve("store.db");
        try (LocalStore store = Fixtures.open(real)) {
            store.preferences().put("theme", "dark");
        }
        Path link = Files.createSymbolicLink(folder.resolve("link.db"), real);
        try (LocalStore store = Fixtures.open(link)) {
            assertThat(store.preferences().get("theme")).contains("dark");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

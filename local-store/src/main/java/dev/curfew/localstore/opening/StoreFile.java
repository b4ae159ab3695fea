package dev.curfew.localstore.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A store's path and the files beside it.
 *
 * @param path absolute, symbolic links resolved
 */
record StoreFile(Path path) {
    /** SQLite's own: write-ahead log, its index, and the journal of files that have no log. */
    private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** Makes the folder where it is missing. */
    static StoreFile at(Path given) throws IOException {
        Path absolute = given.toAbsolutePath();
        if (Files.exists(absolute)) {
            return new StoreFile(absolute.toRealPath());
        }
        Path name = absolute.getFileName();
        Path folder = absolute.getParent();
        if (name == null || folder == null) {
            throw new IOException("It is not a file");
        }
        OwnerOnly.createFolders(folder);
        return new StoreFile(folder.toRealPath().resolve(name));
    }

    /** As failures call it. */
    String name() {
        return path.toString();
    }

    Path folder() {
        return path.resolveSibling("");
    }

    boolean exists() {
        return Files.exists(path);
    }

    boolean hasCompanions() {
        return COMPANIONS.stream().anyMatch(suffix -> Files.exists(beside(suffix)));
    }

    /** Held by a Curfew while it opens the store, and shared by all that have it open. */
    Path lock() {
        return beside(".lock");
    }

    /** Where a new store is made before it takes its place whole. */
    StoreFile unfinished() {
        return new StoreFile(beside(".new"));
    }

    /** Keeps what is there under another name, and gives that name. */
    String moveAside(Instant now) throws IOException {
        String base = path.getFileName() + ".damaged-" + STAMP.format(now);
        StoreFile kept = new StoreFile(path.resolveSibling(base));
        for (int i = 2; kept.exists() || kept.hasCompanions(); i++) {
            kept = new StoreFile(path.resolveSibling(base + "-" + i));
        }
        // The log first: left behind alone, it would be played into the next file of this name.
        for (String suffix : COMPANIONS) {
            moveIfThere(beside(suffix), kept.beside(suffix));
        }
        moveIfThere(path, kept.path);
        return String.valueOf(kept.path.getFileName());
    }

    void delete() throws IOException {
        for (String suffix : COMPANIONS) {
            Files.deleteIfExists(beside(suffix));
        }
        Files.deleteIfExists(path);
    }

    private Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to);
        }
    }
}

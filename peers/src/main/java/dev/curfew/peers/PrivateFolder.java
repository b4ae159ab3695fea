package dev.curfew.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A short folder of our own for sockets, settings and data; gone when closed. */
record PrivateFolder(Path path) implements AutoCloseable {
    /** What the operating system gives a socket's path, with the byte that ends it. */
    private static final int SOCKET_PATH = 108;

    static PrivateFolder make() {
        try {
            // Only its owner may enter it.
            return new PrivateFolder(Files.createTempDirectory("peer-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder in it. */
    PrivateFolder folder(String name) {
        try {
            return new PrivateFolder(Files.createDirectories(path.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(path.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a socket is to be; said here, because a server would only fail to listen. */
    Path socket(String name) {
        Path socket = path.resolve(name);
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length >= SOCKET_PATH) {
            throw new IllegalStateException("too long for a socket: " + socket);
        }
        return socket;
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new Removal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        /** A process that was just killed may have taken a file away itself. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}

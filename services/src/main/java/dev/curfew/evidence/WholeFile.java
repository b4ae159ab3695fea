package dev.curfew.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that are read whole and appear whole. Blocks; any thread. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * @throws IOException also for one of more than {@code largest} bytes
     */
    public static byte[] read(Path file, int largest) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new IOException("it is larger than " + largest + " bytes");
            }
            return bytes;
        }
    }

    /**
     * Only its owner may use it, where the file system has POSIX permissions.
     *
     * @throws FileAlreadyExistsException if anything is there; that stays as it is
     */
    static void createForOwner(Path file, byte[] content) throws IOException {
        FileAttribute<?>[] attributes =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try (OutputStream out =
                Channels.newOutputStream(
                        Files.newByteChannel(
                                file,
                                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                                attributes))) {
            out.write(content);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /**
     * @throws FileAlreadyExistsException if something is there and must not be replaced
     */
    public static void write(Path file, byte[] content, boolean replace) throws IOException {
        Path target = file.toAbsolutePath();
        if (!replace && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.write(unfinished, content);
            Files.move(unfinished, target, options(replace));
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static CopyOption[] options(boolean replace) {
        return replace ? new CopyOption[] {StandardCopyOption.REPLACE_EXISTING} : new CopyOption[0];
    }

    /** What is wrong, without its full stop. */
    public static String words(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "there is no right to it";
            case NoSuchFileException _ -> "the folder is not there";
            default -> String.valueOf(e.getMessage());
        };
    }
}

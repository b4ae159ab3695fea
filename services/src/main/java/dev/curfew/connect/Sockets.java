package dev.curfew.connect;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import java.nio.file.Files;
import java.util.Optional;

/** A look at a socket's file before it is opened. */
final class Sockets {
    private Sockets() {}

    /** What is wrong with the file; whether someone listens behind it only the opening tells. */
    static Optional<Failure> check(ServerAddress.UnixSocket address) {
        if (Files.isDirectory(address.path()) || Files.isRegularFile(address.path())) {
            return Optional.of(
                    new Failure(
                            Reason.NOT_GRPC,
                            address.display(),
                            "there is a file or folder of that name, not a socket"));
        }
        return Optional.empty();
    }
}

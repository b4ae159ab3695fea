package dev.curfew.peers;

import java.nio.file.Path;
import java.util.Optional;

/** The programs that {@code install-spire} has built. */
public record Binaries(Path server, Path agent, String version) {

    /** Empty: they are not installed; {@link #whyMissing} says what is not tested then. */
    public static Optional<Binaries> find() {
        return Pinned.SPIRE
                .find()
                .map(programs -> new Binaries(programs.get(0), programs.get(1), pinned()));
    }

    public static String whyMissing() {
        return Pinned.SPIRE.whyMissing();
    }

    /** The version that tests run against. */
    public static String pinned() {
        return Pinned.SPIRE.version();
    }
}

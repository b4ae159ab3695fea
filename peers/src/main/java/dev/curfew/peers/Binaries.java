package dev.curfew.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The programs that {@code install-spire} has built. */
public record Binaries(Path server, Path agent, String version) {

    /** Empty: they are not installed; {@link #whyMissing} says what is not tested then. */
    public static Optional<Binaries> find() {
        Path folder = folder();
        Path server = folder.resolve("spire-server");
        Path agent = folder.resolve("spire-agent");
        return Files.isExecutable(server) && Files.isExecutable(agent)
                ? Optional.of(new Binaries(server, agent, pinned()))
                : Optional.empty();
    }

    public static String whyMissing() {
        return "SPIRE "
                + pinned()
                + " is not tested: there is no spire-server and spire-agent in "
                + folder()
                + " (peers/install-spire builds them)";
    }

    /** The version that tests run against. */
    public static String pinned() {
        Properties pins = new Properties();
        try (InputStream in = Binaries.class.getResourceAsStream("pins.properties")) {
            pins.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pins.getProperty("spire.version");
    }

    /** The same rules as in {@code install-spire}. */
    private static Path folder() {
        return cache().resolve("spire-" + pinned());
    }

    private static Path cache() {
        String own = System.getenv("CURFEW_PEERS");
        if (own != null && !own.isEmpty()) {
            return Path.of(own);
        }
        String caches = System.getenv("XDG_CACHE_HOME");
        Path base =
                caches != null && !caches.isEmpty()
                        ? Path.of(caches)
                        : Path.of(System.getProperty("user.home"), ".cache");
        return base.resolve("curfew").resolve("peers");
    }
}

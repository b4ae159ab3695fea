package dev.curfew.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The real servers that the install scripts put into the cache. */
public enum Pinned {
    SPIRE("SPIRE", "spire", "spire-server", "spire-agent"),
    OPENFGA("OpenFGA", "openfga", "openfga"),
    SPICEDB("SpiceDB", "spicedb", "spicedb"),
    CERBOS("Cerbos", "cerbos", "cerbos"),
    /** No server of its own: a proxy in front of one. */
    CADDY("Caddy", "caddy", "caddy");

    /**
     * Names of servers whose tests must run, separated by commas, or {@code true} for all of them.
     */
    private static final String REQUIRED = "curfew.peers.required";

    private final String title;
    private final String name;
    private final List<String> programs;

    Pinned(String title, String name, String... programs) {
        this.title = title;
        this.name = name;
        this.programs = List.of(programs);
    }

    /** Its programs, in their usual order; empty: they are not installed. */
    public Optional<List<Path>> find() {
        List<Path> paths = programs.stream().map(folder()::resolve).toList();
        return paths.stream().allMatch(Files::isExecutable) ? Optional.of(paths) : Optional.empty();
    }

    /**
     * Its first program.
     *
     * @throws IllegalStateException if it is not installed
     */
    public Path program() {
        return find().orElseThrow(() -> new IllegalStateException(whyMissing())).getFirst();
    }

    public String whyMissing() {
        return title
                + " "
                + version()
                + " is not tested: there is no "
                + String.join(" and ", programs)
                + " in "
                + folder()
                + " (peers/install-"
                + name
                + " puts it there)";
    }

    /** The version that tests run against. */
    public String version() {
        Properties pins = new Properties();
        try (InputStream in = Pinned.class.getResourceAsStream("pins.properties")) {
            pins.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pins.getProperty(name + ".version");
    }

    /** As people call it. */
    public String title() {
        return title + " " + version();
    }

    /** Whether a run without it is a failure. */
    boolean isRequired() {
        String required = System.getProperty(REQUIRED, "");
        return required.equals("true") || Arrays.asList(required.split(",")).contains(name);
    }

    /** The same rules as in the install scripts. */
    private Path folder() {
        return cache().resolve(name + "-" + version());
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

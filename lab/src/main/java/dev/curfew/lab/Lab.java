package dev.curfew.lab;

import dev.curfew.lab.acting.Cast;
import dev.curfew.lab.acting.LabActivity;
import dev.curfew.lab.agent.AgentDoor;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.lab.time.DrivenTime;
import dev.curfew.lab.time.LabScheduler;
import dev.curfew.lab.time.RealScheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The estate of the lab, started in one call: {@code acme.test} and {@code partner.test}, federated
 * with each other. Their sockets lie in a private temporary folder, which {@link #close} removes;
 * TCP is on the loopback address only.
 */
public final class Lab implements AutoCloseable {
    /** The trust domain with the AI agents. */
    public static final String ACME = "acme.test";

    /** The trust domain they work together with. */
    public static final String PARTNER = "partner.test";

    /** Path of the SPIFFE ID that may administer both servers over TCP. */
    public static final String CONSOLE = "/ops/console";

    private final Path folder;
    private final Time time;
    private final LabServer acme;
    private final LabServer partner;
    private final LabPolicyServer policy;
    private final LabActivity activity;
    private @Nullable LabServer second;

    /**
     * What moves it.
     *
     * @param own ends with the lab; null if somebody else drives the time
     */
    private record Time(InstantSource clock, LabScheduler scheduler, @Nullable RealScheduler own) {

        /** Calls block: not on the one thread that drives real time, and in order on a test's. */
        Executor work() {
            return own == null
                    ? Runnable::run
                    : work -> Thread.ofVirtual().name("lab-acting").start(work);
        }
    }

    private Lab(Path folder, Time time, LabServer acme, LabServer partner, LabPolicyServer policy) {
        this.folder = folder;
        this.time = time;
        this.acme = acme;
        this.partner = partner;
        this.policy = policy;
        this.activity =
                new LabActivity(
                        new LabActivity.Surroundings(
                                acme.parts().entries(),
                                acme.parts().nodes(),
                                this::doors,
                                time.clock(),
                                time.scheduler(),
                                time.work(),
                                new LabActivity.Policy(policy.address(), policy.store())));
    }

    /** Starts it by the system's clock. */
    public static Lab start() throws IOException {
        return start(LabOptions.QUIET);
    }

    /** The same, not as plain as it can be. */
    public static Lab start(LabOptions options) throws IOException {
        var timer = new RealScheduler();
        try {
            return start(options, new Time(InstantSource.system(), timer, timer));
        } catch (IOException | RuntimeException e) {
            timer.close();
            throw e;
        }
    }

    /** Starts it by a clock that a test moves. */
    public static Lab start(DrivenTime time) throws IOException {
        return start(LabOptions.QUIET, time);
    }

    /** The same, not as plain as it can be. */
    public static Lab start(LabOptions options, DrivenTime time) throws IOException {
        return start(options, new Time(time, time, null));
    }

    private static Lab start(LabOptions options, Time time) throws IOException {
        // Created with access for its owner only where the file system knows owners.
        var folder = Files.createTempDirectory("curfew-lab-");
        try {
            var acme = server(ACME, folder, time).seeded().start();
            options.lives().ifPresent(lives -> shorten(acme, lives));
            try {
                var partner = server(PARTNER, folder, time).seeded().start();
                acme.federateWith(partner);
                acme.parts().refresher().poll();
                partner.parts().refresher().poll();
                var policy = LabPolicyServer.start(time.clock());
                var lab = new Lab(folder, time, acme, partner, policy);
                try {
                    lab.begin(options);
                } catch (IOException | RuntimeException e) {
                    policy.close();
                    throw e;
                }
                return lab;
            } catch (IOException | RuntimeException e) {
                acme.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    private void begin(LabOptions options) throws IOException {
        if (options.pair()) {
            startSecond();
        }
        if (options.lives().isPresent()) {
            activity.start();
        }
    }

    /** Before anyone has read them: the entries look as if they had always been like this. */
    private static void shorten(LabServer acme, LabOptions.Lives lives) {
        var entries = acme.parts().entries();
        for (var entry : entries.all().toList()) {
            if (Cast.members().contains(SpiffeId.of(entry.getSpiffeId()))
                    && !entry.getStoreSvid()) {
                entries.replace(
                        entry.toBuilder()
                                .setX509SvidTtl(Math.toIntExact(lives.x509().toSeconds()))
                                .setJwtSvidTtl(Math.toIntExact(lives.jwt().toSeconds()))
                                .build());
            }
        }
        acme.parts().cache().reload();
    }

    private List<AgentDoor> doors() {
        var first = acme.agentDoor();
        return second().map(other -> List.of(first, other.agentDoor())).orElse(List.of(first));
    }

    private static LabServer.Builder server(String trustDomain, Path folder, Time time) {
        return LabServer.builder(trustDomain)
                .unixSocket(folder.resolve(trustDomain + ".sock"))
                .tlsPort(0)
                .adminIds("spiffe://" + ACME + CONSOLE)
                .clock(time.clock())
                .scheduler(time.scheduler());
    }

    /** The server of {@link #ACME}; the first one where there are two. */
    public LabServer acme() {
        return acme;
    }

    /** The second server of {@link #ACME}, while there is one. */
    public synchronized Optional<LabServer> second() {
        return Optional.ofNullable(second);
    }

    /**
     * Starts a second server of {@link #ACME}, as for high availability: both write one database,
     * and each has its own authorities and its own cache of the entries. Nothing if it runs.
     */
    public synchronized LabServer startSecond() throws IOException {
        var running = second;
        if (running == null) {
            running = server(ACME, folder, time).unixSocket(secondSocket()).beside(acme).start();
            running.federateWith(partner);
            second = running;
        }
        return running;
    }

    private Path secondSocket() {
        return folder.resolve(ACME + "-b.sock");
    }

    /** Stops the second server. What it has signed stays valid: its root stays in the bundle. */
    public synchronized void stopSecond() {
        if (second != null) {
            second.close();
            second = null;
            try {
                Files.deleteIfExists(secondSocket());
            } catch (IOException e) {
                throw new UncheckedIOException("the second server's socket stays behind", e);
            }
        }
    }

    /** The server of {@link #PARTNER}. */
    public LabServer partner() {
        return partner;
    }

    /**
     * The policy backend with what has been delegated to the AI agents of {@link #ACME}; those that
     * act ask it before each call of a tool.
     */
    public LabPolicyServer policy() {
        return policy;
    }

    /** The AI agents of {@link #ACME} at work. */
    public LabActivity activity() {
        return activity;
    }

    /** The private folder, for files of the same life. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        activity.close();
        stopSecond();
        policy.close();
        acme.close();
        partner.close();
        if (time.own() != null) {
            time.own().close();
        }
        try {
            delete(folder);
        } catch (IOException e) {
            throw new IllegalStateException("the lab's folder stays behind: " + folder, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path directory, @Nullable IOException failure) throws IOException {
                        Files.delete(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}

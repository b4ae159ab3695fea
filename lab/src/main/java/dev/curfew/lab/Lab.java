package dev.curfew.lab;

import dev.curfew.lab.time.DrivenTime;
import dev.curfew.lab.time.LabScheduler;
import dev.curfew.lab.time.RealScheduler;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
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
    private final @Nullable RealScheduler ownTimer;
    private final LabServer acme;
    private final LabServer partner;

    private Lab(Path folder, @Nullable RealScheduler ownTimer, LabServer acme, LabServer partner) {
        this.folder = folder;
        this.ownTimer = ownTimer;
        this.acme = acme;
        this.partner = partner;
    }

    /** Starts it by the system's clock. */
    public static Lab start() throws IOException {
        var timer = new RealScheduler();
        try {
            return start(InstantSource.system(), timer, timer);
        } catch (IOException | RuntimeException e) {
            timer.close();
            throw e;
        }
    }

    /** Starts it by a clock that a test moves. */
    public static Lab start(DrivenTime time) throws IOException {
        return start(time, time, null);
    }

    private static Lab start(
            InstantSource clock, LabScheduler scheduler, @Nullable RealScheduler ownTimer)
            throws IOException {
        // Created with access for its owner only where the file system knows owners.
        var folder = Files.createTempDirectory("curfew-lab-");
        try {
            var acme = server(ACME, folder, clock, scheduler);
            try {
                var partner = server(PARTNER, folder, clock, scheduler);
                acme.federateWith(partner);
                acme.parts().refresher().poll();
                partner.parts().refresher().poll();
                return new Lab(folder, ownTimer, acme, partner);
            } catch (IOException | RuntimeException e) {
                acme.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    private static LabServer server(
            String trustDomain, Path folder, InstantSource clock, LabScheduler scheduler)
            throws IOException {
        return LabServer.builder(trustDomain)
                .unixSocket(folder.resolve(trustDomain + ".sock"))
                .tlsPort(0)
                .adminIds("spiffe://" + ACME + CONSOLE)
                .clock(clock)
                .scheduler(scheduler)
                .seeded()
                .start();
    }

    /** The server of {@link #ACME}. */
    public LabServer acme() {
        return acme;
    }

    /** The server of {@link #PARTNER}. */
    public LabServer partner() {
        return partner;
    }

    /** The private folder, for files of the same life. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        acme.close();
        partner.close();
        if (ownTimer != null) {
            ownTimer.close();
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

package dev.curfew.app;

import dev.curfew.app.cli.Cli;
import dev.curfew.app.cli.session.Stop;
import dev.curfew.app.cli.session.Surroundings;
import dev.curfew.app.logging.Logs;
import dev.curfew.app.wiring.ConsolePrompter;
import dev.curfew.app.wiring.Folders;
import dev.curfew.app.wiring.LabHost;
import dev.curfew.app.wiring.OperatorPrompter;
import dev.curfew.app.wiring.ReferencedSecrets;
import dev.curfew.connect.TlsForSpire;
import dev.curfew.containment.ReversalWatch;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The start of Curfew: the window without arguments, a command with them. */
public final class Main {
    /** A batch that was sent is waited for, which ends with its own deadline. */
    private static final long SECONDS_TO_END = 40;

    private Main() {}

    public static void main(String[] arguments) {
        TlsForSpire.prepare();
        Folders folders = Folders.ofThisUser();
        Logs.begin(folders.logs(), arguments.length > 0);
        Stop stop = new Stop();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop, ended), "stop"));
        int code = 70;
        try {
            code = new Cli(surroundings(folders, stop)).run(arguments);
        } finally {
            ended.countDown();
        }
        System.exit(code);
    }

    private static Surroundings surroundings(Folders folders, Stop stop) {
        Map<String, String> environment = System.getenv();
        OperatorPrompter prompter = new OperatorPrompter(new ConsolePrompter());
        boolean noDisplay =
                Display.isMissing(
                        System.getProperty("os.name", ""),
                        environment,
                        System.getProperty("glass.platform", ""));
        return new Surroundings(
                writer(System.out),
                writer(System.err),
                environment,
                System.getProperty("user.name", "unknown"),
                InstantSource.system(),
                folders.store(),
                new ReferencedSecrets(environment, prompter),
                LabHost::new,
                ReversalWatch.PAUSES,
                noDisplay,
                Hooks.installed(prompter),
                stop);
    }

    /** Lines come out as they are written, whole even where both streams are one terminal. */
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    /** Ctrl-C, or the end of the command itself. */
    private static void end(Stop stop, CountDownLatch ended) {
        stop.request();
        try {
            boolean inTime = ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
            if (!inTime) {
                System.err.println("curfew: ended in the middle; see curfew journal");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

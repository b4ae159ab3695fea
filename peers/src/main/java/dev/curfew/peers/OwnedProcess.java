package dev.curfew.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that ends with this one, however this one ends. */
final class OwnedProcess implements AutoCloseable {
    /**
     * A watcher waits at the pipe that this Java process holds open, and kills when it breaks. The
     * server itself gets neither the pipe nor a shell: {@code exec} makes it the child.
     */
    private static final String UNTIL_WE_END =
            "exec 3<&0; (cat <&3 >/dev/null 2>&1; kill -9 $$) >/dev/null 2>&1 &"
                    + " exec \"$@\" 3<&- </dev/null";

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int SHOWN_LINES = 20;

    private final Process process;
    private final Path log;

    private OwnedProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it; what it says goes to the end of the log. */
    static OwnedProcess start(List<String> command, Path folder, Path log) {
        List<String> whole = new ArrayList<>(List.of("/bin/sh", "-c", UNTIL_WE_END, "sh"));
        whole.addAll(command);
        try {
            return new OwnedProcess(
                    new ProcessBuilder(whole)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Whether it ended by itself in time. */
    boolean endsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    int exitCode() {
        return process.exitValue();
    }

    /** What it warned of, and its last lines. */
    String complaints() {
        try {
            List<String> lines = Files.readAllLines(log);
            List<String> warnings =
                    lines.stream()
                            .filter(line -> !line.contains("level=info"))
                            .filter(line -> !line.contains("level=debug"))
                            .toList();
            return String.join("\n", last(warnings.isEmpty() ? lines : warnings));
        } catch (IOException e) {
            return "its log can not be read: " + e.getMessage();
        }
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
    }

    /** Stops it where it stands, as a machine that sleeps would be; {@link #wake} lets it go on. */
    void pause() {
        signal("STOP");
    }

    void wake() {
        signal("CONT");
    }

    private void signal(String name) {
        Answer answer = Commands.run(List.of("kill", "-" + name, String.valueOf(pid())));
        if (!answer.ok()) {
            throw new IllegalStateException(answer.err());
        }
    }

    /** Asks it to end, and waits for the end. */
    void stop() {
        // By its handle: the process object would break the pipe too, and the watcher kills then.
        process.toHandle().destroy();
        if (!endsWithin(PATIENCE)) {
            throw new IllegalStateException("process " + pid() + " does not end when it is asked");
        }
    }

    /** Ends it at once, as a crash would, and waits for the end. */
    @Override
    public void close() {
        process.destroyForcibly();
        if (!endsWithin(PATIENCE)) {
            throw new IllegalStateException("process " + pid() + " does not end");
        }
    }
}

package dev.curfew.localstore;

import dev.curfew.store.JournalRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A second Curfew in a JVM of its own: says {@code ready}, waits for a line, then appends to the
 * journal and prints the number of each record once it is written.
 */
final class AppendingChild implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private AppendingChild(Process process) {
        this.process = process;
        this.output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Arguments: the file, a name for its records, how many of them. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        try (LocalStore store = Fixtures.open(Path.of(arguments[0]))) {
            out.println("ready");
            System.in.read();
            long count = Long.parseLong(arguments[2]);
            for (long i = 1; i <= count; i++) {
                JournalRecord record = store.journal().append(Fixtures.note(arguments[1] + i));
                out.println(record.number() + " " + record.hash());
                out.flush();
            }
        }
    }

    /** Starts it and waits until it has opened the store. */
    static AppendingChild start(Path file, String name, long count) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        AppendingChild.class.getName(),
                        file.toString(),
                        name,
                        Long.toString(count));
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        AppendingChild child = new AppendingChild(builder.start());
        String first = child.line();
        if (!"ready".equals(first)) {
            child.close();
            throw new IllegalStateException("The child said " + first);
        }
        return child;
    }

    void go() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    @Nullable String line() throws IOException {
        return output.readLine();
    }

    /** As {@code kill -9} does, at whatever it is doing. */
    void kill() throws InterruptedException {
        // Over the handle: Process itself would close the output before we have read it.
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** All whole lines until it ends. */
    List<String> rest() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(); line != null; line = line()) {
            lines.add(line);
        }
        return lines;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

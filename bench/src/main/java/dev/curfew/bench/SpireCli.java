package dev.curfew.bench;

import dev.curfew.peers.Binaries;
import dev.curfew.peers.RealSpire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** SPIRE's own command line, timed as a whole process; what it prints is thrown away. */
final class SpireCli {
    private final Binaries binaries;
    private final RealSpire spire;

    SpireCli(Binaries binaries, RealSpire spire) {
        this.binaries = binaries;
        this.spire = spire;
    }

    double showText() throws IOException, InterruptedException {
        return seconds("entry", "show");
    }

    double showJson() throws IOException, InterruptedException {
        return seconds("entry", "show", "-output", "json");
    }

    /** One batch of the entries in a file. */
    double update(Path file) throws IOException, InterruptedException {
        return seconds("entry", "update", "-data", file.toString());
    }

    /** One batch of the ids in a file. */
    double delete(Path file) throws IOException, InterruptedException {
        return seconds("entry", "delete", "-file", file.toString());
    }

    private double seconds(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(binaries.server().toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("-socketPath", spire.socket().path().toString()));
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException(command + " ended with " + process.exitValue());
        }
        return (System.nanoTime() - start) / 1e9;
    }
}

package dev.curfew.app.cli;

import dev.curfew.app.Hooks;
import dev.curfew.app.cli.session.Stop;
import dev.curfew.app.cli.session.Surroundings;
import dev.curfew.app.wiring.LabHost;
import dev.curfew.app.wiring.Prompter;
import dev.curfew.app.wiring.ReferencedSecrets;
import dev.curfew.lab.Lab;
import dev.curfew.lab.LabServer;
import dev.curfew.lab.time.DrivenTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Types commands at a lab whose clock stands still, and keeps what they print. */
final class Terminal implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    final Lab lab;
    final DrivenTime time;
    final Path store;
    final Stop stop = new Stop();
    final Map<String, String> environment = new HashMap<>();
    Hooks hooks = Hooks.NONE;
    boolean noDisplay = true;

    Terminal(Path folder) throws IOException {
        this(folder, NOON);
    }

    /**
     * @param start TLS compares certificates with the real clock, so over TCP it must be about now
     */
    Terminal(Path folder, Instant start) throws IOException {
        time = new DrivenTime(start);
        lab = Lab.start(time);
        store = folder.resolve("curfew.db");
    }

    /** What a command ended with. */
    record Result(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }

        List<String> lines() {
            return out.lines().toList();
        }
    }

    Result type(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings around =
                new Surroundings(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        environment,
                        "olga",
                        time,
                        store,
                        new ReferencedSecrets(environment, Prompter.NOBODY),
                        () -> new LabHost(lab),
                        List.of(Duration.ZERO, Duration.ZERO),
                        noDisplay,
                        hooks,
                        stop);
        int code = new Cli(around).run(words);
        return new Result(code, masked(out), masked(err));
    }

    /** The lab's sockets lie in a folder with a new name each time; lines end as on Unix. */
    private String masked(StringWriter text) {
        return text.toString()
                .replace(System.lineSeparator(), "\n")
                .replace(lab.folder().toString(), "/lab");
    }

    static String tcp(LabServer server) {
        return "127.0.0.1:" + server.tlsAddress().getPort();
    }

    @Override
    public void close() {
        lab.close();
    }
}

package dev.curfew.uitests;

import dev.curfew.app.Hooks;
import dev.curfew.app.cli.Cli;
import dev.curfew.app.cli.session.Stop;
import dev.curfew.app.cli.session.Surroundings;
import dev.curfew.app.wiring.LabHost;
import dev.curfew.app.wiring.Prompter;
import dev.curfew.app.wiring.ReferencedSecrets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Curfew's commands as somebody else types them, on a store of their own. */
final class CommandLine {
    private final Path store;

    CommandLine(Path folder) {
        store = folder.resolve("another.db");
    }

    /** What a command ended with. */
    record Result(int code, String out, String err) {}

    Result type(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                new Cli(
                                new Surroundings(
                                        new PrintWriter(out),
                                        new PrintWriter(err),
                                        Map.of(),
                                        "auditor",
                                        InstantSource.system(),
                                        store,
                                        new ReferencedSecrets(Map.of(), Prompter.NOBODY),
                                        LabHost::new,
                                        List.of(),
                                        true,
                                        Hooks.NONE,
                                        new Stop()))
                        .run(words);
        return new Result(code, out.toString(), err.toString());
    }
}

package dev.curfew.app.cli;

import dev.curfew.app.Hooks;
import dev.curfew.app.TrainingHook;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.session.Surroundings;
import dev.curfew.app.wiring.ScratchFolder;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.JsonNodeFactory;

/** For the start script, which has the JVM write down what it learned; of no use to operators. */
@Command(
        name = "train",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = {
            "Goes through the console once, unseen and on a lab of its own. The start script runs it after a build,"
                    + " so that later starts begin with what the JVM learned."
        },
        footer = {"", "Example: curfew train", "Exit codes: 0 done, 70 a bug of ours"})
final class TrainCommand implements Callable<Integer> {
    private static final List<String> COMMANDS =
            List.of(
                    "check lab:acme.test",
                    "list lab:acme.test workloads --where id:*/agent/*",
                    "contain lab:acme.test --id spiffe://acme.test/agent/web-researcher"
                            + " --strength contain --dry-run");

    private final Session session;
    private final Supplier<TrainingHook> training;

    TrainCommand(Session session, Supplier<TrainingHook> training) {
        this.session = session;
        this.training = training;
    }

    @Override
    public Integer call() throws IOException {
        trainCommands();
        return switch (training.get().train()) {
            case Failed<Duration>(var failure) -> session.printer().failed(failure);
            case Ok<Duration>(var took) -> {
                if (session.printer().isJson()) {
                    session.printer()
                            .json(
                                    JsonNodeFactory.instance
                                            .objectNode()
                                            .put("seconds", took.toMillis() / 1e3));
                } else {
                    session.printer().line("trained in " + took.toSeconds() + " s");
                }
                yield 0;
            }
        };
    }

    /** What they print is of no interest. */
    private void trainCommands() throws IOException {
        try (ScratchFolder folder = ScratchFolder.make("curfew-commands")) {
            Surroundings around = session.around();
            PrintWriter nobody = new PrintWriter(Writer.nullWriter());
            Cli cli =
                    new Cli(
                            new Surroundings(
                                    nobody,
                                    nobody,
                                    Map.of(),
                                    around.user(),
                                    around.clock(),
                                    folder.path().resolve("commands.db"),
                                    around.secrets(),
                                    around.lab(),
                                    around.watchPauses(),
                                    true,
                                    Hooks.NONE,
                                    around.stop()));
            COMMANDS.forEach(words -> cli.run(words.split(" ")));
        }
    }
}

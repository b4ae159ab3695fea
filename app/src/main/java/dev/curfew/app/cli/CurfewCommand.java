package dev.curfew.app.cli;

import dev.curfew.app.WindowLauncher;
import dev.curfew.app.cli.session.GlobalOptions;
import dev.curfew.app.cli.session.Session;
import dev.curfew.outcome.Reason;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "curfew",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        description = {
            "Shows what every AI agent can still do, and ends it.",
            "Without a command it opens the window.",
            ""
        },
        footer = {
            "",
            "Data goes to standard output, everything said about it to standard error.",
            "Exit codes: 0 done, 1 partly done, others by what went wrong: curfew exit-codes"
        })
final class CurfewCommand implements Callable<Integer> {
    private final Session session;

    @Mixin private GlobalOptions options;

    CurfewCommand(Session session) {
        this.session = session;
        this.options = session.options();
    }

    @Override
    public Integer call() {
        Optional<Supplier<WindowLauncher>> window = session.around().hooks().window();
        if (session.around().noDisplay() || window.isEmpty()) {
            String why = window.isEmpty() ? "window.none" : "window.noDisplay";
            session.printer()
                    .say(session.printer().text("window.instead", session.printer().text(why)));
            return Reason.INVALID_INPUT.exitCode();
        }
        return window.orElseThrow().get().launch(session.core(), options.lab);
    }
}

package dev.curfew.app.cli.connections;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "connections",
        mixinStandardHelpOptions = true,
        description = "The saved connections: references to credentials, never credentials.",
        footer = {
            "",
            "Example: curfew connections add prod spire.acme.test:8081 --workload-api"
                    + " unix:/run/spire/agent.sock",
            "Exit codes: 0 done, 2 wrong options, 4 no such connection, 33 the name is taken,",
            "50 to 53 the store can not be used"
        })
public final class ConnectionsCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "connections needs one of list, add and remove");
    }
}

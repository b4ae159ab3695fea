package dev.curfew.app.cli.action;

import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.target.Reader;
import dev.curfew.app.cli.target.TargetOptions;
import dev.curfew.app.cli.target.Words;
import dev.curfew.containment.Change;
import dev.curfew.estate.Estate;
import dev.curfew.estate.ServerEstate;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        description = "Puts an earlier action back, from what was kept of it.",
        footer = {
            "",
            "Example: curfew undo prod 1f0c6a2e-6d0b-4d53-8a3f-0c9a5f5e2d11 --yes",
            "Exit codes: 0 all confirmed, 1 a part of it, 3 not confirmed or read-only,",
            "32 nothing was kept of it, 34 changed by someone else since, 36 it can not be put back,",
            "others: curfew exit-codes"
        })
public final class UndoCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "TARGET", description = Words.TARGET)
    private String target = "";

    @Parameters(
            index = "1",
            paramLabel = "OPERATION",
            description = "The action's id, as its report and the journal show it.")
    private String operation = "";

    @Mixin private ActionOptions action = new ActionOptions();
    @Mixin private TargetOptions options = new TargetOptions();

    public UndoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return switch (Reader.read(target, options, session)) {
            case Failed<ServerEstate>(var failure) -> session.printer().failed(failure);
            case Ok<ServerEstate>(var server) -> undo(server);
        };
    }

    private int undo(ServerEstate server) {
        session.store();
        return switch (session.core().undo().of(operation, new Estate(List.of(server)))) {
            case Failed<Change>(var failure) -> session.printer().failed(failure);
            case Ok<Change>(var change) ->
                    new ActionRun(session, action)
                            .run(session.core().planner().plan(change, server));
        };
    }
}

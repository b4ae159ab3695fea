package dev.curfew.app.cli.connections;

import dev.curfew.app.cli.session.Session;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.SavedBackends;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Forgets a saved connection. What was journaled of it stays.")
public final class ConnectionsRemoveCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "NAME", description = "Of a saved connection.")
    private String name = "";

    public ConnectionsRemoveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return switch (session.keepingStore().then(this::remove)) {
            case Failed<String>(var failure) -> session.printer().failed(failure);
            case Ok<String> _ -> 0;
        };
    }

    private Outcome<String> remove(LocalStore store) {
        SavedBackends backends = SavedBackends.of(store.preferences());
        if (backends.isTaken(name)) {
            backends.without(name).keep(store.preferences());
            return Outcome.ok(name);
        }
        if (!store.connections().isTaken(name)) {
            return Outcome.failed(
                    Reason.UNKNOWN_CONNECTION, name, "The store has no connection of that name");
        }
        store.connections().remove(name);
        return Outcome.ok(name);
    }
}

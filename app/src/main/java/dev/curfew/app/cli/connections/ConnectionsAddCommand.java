package dev.curfew.app.cli.connections;

import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.target.Profiles;
import dev.curfew.app.cli.target.TargetOptions;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Saves a connection. Nothing is connected; check NAME does that.")
public final class ConnectionsAddCommand implements Callable<Integer> {
    /** Never to be taken for an address, a target of the lab or an option. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", description = "How to call it.")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "TARGET",
            description = "unix:/path/api.sock, or host:port with credential options.")
    private String target = "";

    @Option(names = "--replace", description = "Replace the connection of that name.")
    private boolean replace;

    @Mixin private TargetOptions options = new TargetOptions();

    public ConnectionsAddCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Outcome<ConnectionProfile> saved =
                named().then(valid -> Profiles.described(valid, target, options, session.now()))
                        .then(profile ->
                                session.keepingStore().then(store -> save(profile, store)));
        return switch (saved) {
            case Failed<ConnectionProfile>(var failure) -> session.printer().failed(failure);
            case Ok<ConnectionProfile> _ -> 0;
        };
    }

    private Outcome<String> named() {
        return NAME.matcher(name).matches()
                ? Outcome.ok(name)
                : Outcome.failed(
                        Reason.INVALID_INPUT,
                        name,
                        "a name is made of up to 64 letters, digits, dots, dashes and underscores");
    }

    private Outcome<ConnectionProfile> save(ConnectionProfile profile, LocalStore store) {
        if (!replace && store.connections().find(profile.name()).isPresent()) {
            return Outcome.failed(
                    Reason.ALREADY_EXISTS,
                    "The connection " + profile.name(),
                    "add --replace to save this one in its place");
        }
        store.connections().save(profile);
        return Outcome.ok(profile);
    }
}

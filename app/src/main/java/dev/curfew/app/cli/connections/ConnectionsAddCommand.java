package dev.curfew.app.cli.connections;

import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.target.MappingOption;
import dev.curfew.app.cli.target.PolicyOptions;
import dev.curfew.app.cli.target.PolicyProfiles;
import dev.curfew.app.cli.target.Profiles;
import dev.curfew.app.cli.target.TargetOptions;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.SavedBackends;
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
            description = {
                "unix:/path/api.sock, or host:port with credential options;",
                "or openfga:host:port, spicedb:, cerbos:, extauthz:"
            })
    private String target = "";

    @Option(names = "--replace", description = "Replace the connection of that name.")
    private boolean replace;

    @Mixin private TargetOptions options = new TargetOptions();
    @Mixin private PolicyOptions policy = new PolicyOptions();
    @Mixin private MappingOption mapping = new MappingOption();

    public ConnectionsAddCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Outcome<String> saved =
                PolicyTarget.isMeant(target)
                        ? named().then(this::backend)
                                .then(profile ->
                                        session.keepingStore().then(store -> save(profile, store)))
                        : named().then(valid ->
                                        Profiles.described(valid, target, options, session.now()))
                                .then(profile ->
                                        session.keepingStore().then(store -> save(profile, store)));
        return switch (saved) {
            case Failed<String>(var failure) -> session.printer().failed(failure);
            case Ok<String> _ -> 0;
        };
    }

    private Outcome<PolicyProfile> backend(String valid) {
        return PolicyTarget.parse(target)
                .then(parsed -> PolicyProfiles.described(valid, parsed, policy))
                .then(profile -> mapping.kept().map(profile::mappedBy));
    }

    private Outcome<String> named() {
        return NAME.matcher(name).matches()
                ? Outcome.ok(name)
                : Outcome.failed(
                        Reason.INVALID_INPUT,
                        name,
                        "a name is made of up to 64 letters, digits, dots, dashes and underscores");
    }

    private Outcome<String> save(ConnectionProfile profile, LocalStore store) {
        return free(store)
                .map(valid -> {
                    SavedBackends.of(store.preferences()).without(valid).keep(store.preferences());
                    store.connections().save(profile);
                    return valid;
                });
    }

    private Outcome<String> save(PolicyProfile profile, LocalStore store) {
        return free(store)
                .map(valid -> {
                    store.connections().remove(valid);
                    SavedBackends.of(store.preferences())
                            .without(valid)
                            .with(profile)
                            .keep(store.preferences());
                    return valid;
                });
    }

    /** A name means one thing, a server or a policy backend. */
    private Outcome<String> free(LocalStore store) {
        boolean taken =
                store.connections().isTaken(name)
                        || SavedBackends.of(store.preferences()).isTaken(name);
        return taken && !replace
                ? Outcome.failed(
                        Reason.ALREADY_EXISTS,
                        "The connection " + name,
                        "add --replace to save this one in its place")
                : Outcome.ok(name);
    }
}

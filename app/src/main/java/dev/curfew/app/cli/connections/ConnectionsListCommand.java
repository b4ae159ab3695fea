package dev.curfew.app.cli.connections;

import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.session.Table;
import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Credentials;
import dev.curfew.connect.SecretRef;
import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.UnreadConnection;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.SavedBackends;
import dev.curfew.text.Durations;
import io.spiffe.spiffeid.TrustDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the saved connections.")
public final class ConnectionsListCommand implements Callable<Integer> {
    private final Session session;

    public ConnectionsListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<ConnectionProfile> all = session.store().connections().all();
        SavedBackends backends = SavedBackends.of(session.store().preferences());
        List<UnreadConnection> unread =
                Stream.of(session.store().connections().unread(), backends.told())
                        .flatMap(List::stream)
                        .toList();
        if (session.printer().isJson()) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            ArrayNode array = json.putArray("connections");
            all.forEach(profile -> json(profile, array.addObject()));
            backends.all().forEach(profile -> json(profile, array.addObject()));
            ArrayNode left = json.putArray("unreadable");
            unread.forEach(one -> json(one, left.addObject()));
            session.printer().json(json);
        } else {
            List<List<String>> lines = new ArrayList<>();
            lines.add(List.of("NAME", "TARGET", "TRUST DOMAIN", "TIMINGS", "CREDENTIAL"));
            all.forEach(profile -> lines.add(line(profile)));
            backends.all()
                    .forEach(profile ->
                            lines.add(
                                    List.of(
                                            profile.name(),
                                            profile.target().display(),
                                            "",
                                            "",
                                            key(profile))));
            Table.aligned(lines, session.printer()::line);
            unread.forEach(one -> session.printer().warn(one.why()));
        }
        return 0;
    }

    private static List<String> line(ConnectionProfile profile) {
        ServerTimings timings = profile.timings();
        return List.of(
                profile.name(),
                profile.address().display(),
                profile.trustDomain().map(TrustDomain::getName).orElse("any"),
                (timings.assumed() ? "assumed " : "declared ")
                        + Durations.display(timings.cacheReload())
                        + ", "
                        + Durations.display(timings.agentSync())
                        + ", "
                        + Durations.display(timings.defaultX509Ttl())
                        + ", "
                        + Durations.display(timings.defaultJwtTtl()),
                credential(profile.credentials()));
    }

    private static void json(PolicyProfile profile, ObjectNode json) {
        json.put("name", profile.name());
        json.put("target", profile.target().display());
        json.put("credential", key(profile));
        profile.mapping().ifPresent(file -> json.put("mapping", file.toString()));
    }

    private void json(UnreadConnection unread, ObjectNode json) {
        json.put("name", unread.name());
        json.set("why", session.printer().error(unread.why()));
    }

    private static void json(ConnectionProfile profile, ObjectNode json) {
        json.put("name", profile.name());
        json.put("target", profile.address().display());
        profile.trustDomain().ifPresent(td -> json.put("trust_domain", td.getName()));
        json.put("credential", credential(profile.credentials()));
        ServerTimings timings = profile.timings();
        json.putObject("timings")
                .put("source", timings.assumed() ? "assumed" : "declared")
                .put("server_cache_seconds", timings.cacheReload().toSeconds())
                .put("agent_sync_seconds", timings.agentSync().toSeconds())
                .put("default_x509_ttl_seconds", timings.defaultX509Ttl().toSeconds())
                .put("default_jwt_ttl_seconds", timings.defaultJwtTtl().toSeconds());
    }

    private static String credential(Credentials credentials) {
        return switch (credentials) {
            case Credentials.LocalSocket _ -> "none (local socket)";
            case Credentials.WorkloadApi(var endpoint) -> "Workload API " + endpoint;
            case Credentials.PemFiles files ->
                    "PEM " + files.certificates() + ", bundle " + files.bundle();
            case Credentials.Pkcs12 files ->
                    "PKCS#12 "
                            + files.keyStore()
                            + ", passphrase "
                            + passphrase(files.passphrase())
                            + ", bundle "
                            + files.bundle();
        };
    }

    private static String key(PolicyProfile profile) {
        String key =
                switch (profile.key()) {
                    case Key.None() -> "no key";
                    case Key.Bearer(var secret) -> "key " + passphrase(secret);
                    case Key.Basic(var user, var password) ->
                            "user " + user + ", password " + passphrase(password);
                };
        return profile.tls() instanceof Tls.Plaintext ? key + ", without TLS" : key + ", TLS";
    }

    private static String passphrase(SecretRef reference) {
        return switch (reference) {
            case SecretRef.EnvironmentVariable(var name) -> "from variable " + name;
            case SecretRef.SecretFile(var path) -> "from file " + path;
            case SecretRef.Prompt _ -> "asked for";
        };
    }
}

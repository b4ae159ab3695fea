package dev.curfew.app.wiring;

import dev.curfew.connect.BackendConnection;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Credentials;
import dev.curfew.connect.ServerAddress;
import dev.curfew.connect.ServerTimings;
import dev.curfew.lab.Lab;
import dev.curfew.lab.LabOptions;
import dev.curfew.lab.LabPolicyServer;
import dev.curfew.lab.LabServer;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyTarget;
import io.spiffe.spiffeid.TrustDomain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lab of this process, started when it is first asked for. Any thread may call. */
public final class LabHost implements AutoCloseable {
    /** What targets in the lab begin with. */
    public static final String PREFIX = "lab:";

    /** The connection to the second server of the trust domain with the agents. */
    public static final String SECOND = PREFIX + Lab.ACME + "-b";

    /** The connection to its policy backend. */
    public static final String POLICY = PREFIX + "policy";

    private final boolean own;
    private LabOptions options = LabOptions.QUIET;
    private @Nullable Lab lab;

    /** Starts a lab of its own. */
    public LabHost() {
        this.own = true;
    }

    /** Uses a lab that someone else closes. */
    public LabHost(Lab running) {
        this.own = false;
        this.lab = running;
    }

    /** Lets its AI agents act from the start, if it has not started yet. */
    public synchronized void act(LabOptions.Lives lives) {
        options = options.acting(lives);
    }

    /** The lab, if it runs. */
    public synchronized Optional<Lab> running() {
        return Optional.ofNullable(lab);
    }

    /**
     * Its policy backend, which knows what has been delegated to the AI agents: OpenFGA's API at a
     * port of this machine.
     */
    public PolicyProfile policy() {
        LabPolicyServer server = start().policy();
        return PolicyProfile.of(
                POLICY,
                new PolicyTarget(
                        PolicyKind.OPENFGA,
                        new ServerAddress.Tcp(
                                server.address().getAddress().getHostAddress(),
                                server.address().getPort()),
                        Optional.of(server.store())),
                new BackendConnection.Tls.Plaintext(),
                new BackendConnection.Key.None());
    }

    /** The connections to its servers. */
    public List<ConnectionProfile> profiles() {
        Lab running = start();
        List<ConnectionProfile> profiles = new ArrayList<>();
        profiles.add(profile(PREFIX + Lab.ACME, running.acme()));
        running.second().ifPresent(second -> profiles.add(profile(SECOND, second)));
        profiles.add(profile(PREFIX + Lab.PARTNER, running.partner()));
        return List.copyOf(profiles);
    }

    /**
     * @param target {@code lab:} and a trust domain
     */
    public Outcome<ConnectionProfile> profile(String target) {
        return profiles().stream()
                .filter(profile -> profile.name().equals(target))
                .findFirst()
                .map(Outcome::ok)
                .orElseGet(() ->
                        Outcome.failed(
                                Reason.UNKNOWN_CONNECTION,
                                target,
                                "the lab has "
                                        + PREFIX
                                        + Lab.ACME
                                        + " and "
                                        + PREFIX
                                        + Lab.PARTNER));
    }

    private synchronized Lab start() {
        Lab running = lab;
        if (running == null) {
            try {
                running = Lab.start(options);
            } catch (IOException e) {
                throw new UncheckedIOException("the lab does not start", e);
            }
            lab = running;
        }
        return running;
    }

    private static ConnectionProfile profile(String name, LabServer server) {
        String trustDomain = server.trustDomain().name();
        Path socket = Path.of(server.unixTarget().substring("unix:".length()));
        return new ConnectionProfile(
                name,
                new ServerAddress.UnixSocket(socket),
                new Credentials.LocalSocket(),
                Optional.of(TrustDomain.parse(trustDomain)),
                ServerTimings.SPIRE_DEFAULTS);
    }

    @Override
    public synchronized void close() {
        if (own && lab != null) {
            lab.close();
        }
    }
}

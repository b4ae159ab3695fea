package dev.curfew.app.cli.target;

import dev.curfew.app.cli.session.Session;
import dev.curfew.app.wiring.LabHost;
import dev.curfew.connect.BackendConnection;
import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.SecretRef;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.SavedBackends;
import java.util.Optional;

/** Makes a connection to a policy backend of what was typed as TARGET and its options. */
public final class PolicyProfiles {
    private PolicyProfiles() {}

    /** Whether a target means a policy backend, be it well written or not. May read the store. */
    public static boolean isMeant(String target, Session session) {
        return target.equals(LabHost.POLICY)
                || PolicyTarget.isMeant(target)
                || saved(target, session).isPresent();
    }

    /** What has no sign of an address is a name. */
    private static Optional<Outcome<PolicyProfile>> saved(String target, Session session) {
        return target.indexOf(':') >= 0 || target.indexOf('/') >= 0 || target.isBlank()
                ? Optional.empty()
                : SavedBackends.of(session.store().preferences()).named(target);
    }

    public static Outcome<PolicyProfile> of(String target, PolicyOptions options, Session session) {
        if (target.equals(LabHost.POLICY)) {
            return options.isEmpty()
                    ? Outcome.ok(session.core().lab().policy())
                    : invalid(target, "the lab needs no options");
        }
        Optional<Outcome<PolicyProfile>> saved = saved(target, session);
        if (saved.isPresent()) {
            return options.isEmpty()
                    ? saved.get()
                    : invalid(target, "a saved connection keeps its own options");
        }
        return PolicyTarget.parse(target)
                .then(parsed -> described(parsed.display(), parsed, options));
    }

    /** A connection by its address and options. */
    public static Outcome<PolicyProfile> described(
            String name, PolicyTarget target, PolicyOptions options) {
        return tls(target, options)
                .then(tls -> key(options).map(key -> PolicyProfile.of(name, target, tls, key)));
    }

    private static Outcome<Tls> tls(PolicyTarget target, PolicyOptions o) {
        if (o.plaintext) {
            return o.authorities == null
                    ? Outcome.ok(new Tls.Plaintext())
                    : invalid("--plaintext --ca", "without TLS there is no certificate to trust");
        }
        Tls plaintext = new Tls.Plaintext();
        boolean here =
                new BackendConnection(target.address(), plaintext, new Key.None())
                        .staysOnThisMachine();
        return Outcome.ok(
                here && o.isEmpty()
                        ? plaintext
                        : new Tls.ByName(Optional.ofNullable(o.authorities), Optional.empty()));
    }

    private static Outcome<Key> key(PolicyOptions o) {
        if (o.keyVariable != null && o.keyFile != null) {
            return invalid("--key-env --key-file", "they are two sources; give one");
        }
        Optional<SecretRef> secret =
                o.keyVariable != null
                        ? Optional.of(new SecretRef.EnvironmentVariable(o.keyVariable))
                        : o.keyFile != null
                                ? Optional.of(new SecretRef.SecretFile(o.keyFile))
                                : Optional.empty();
        if (o.user != null) {
            return Outcome.ok(new Key.Basic(o.user, secret.orElseGet(SecretRef.Prompt::new)));
        }
        return Outcome.ok(secret.<Key>map(Key.Bearer::new).orElseGet(Key.None::new));
    }

    private static <T> Outcome<T> invalid(String subject, String detail) {
        return Outcome.failed(Reason.INVALID_INPUT, subject, detail);
    }
}

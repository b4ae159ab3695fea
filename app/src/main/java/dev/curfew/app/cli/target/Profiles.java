package dev.curfew.app.cli.target;

import dev.curfew.app.cli.session.Session;
import dev.curfew.app.wiring.LabHost;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Credentials;
import dev.curfew.connect.SecretRef;
import dev.curfew.connect.ServerAddress;
import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Targets;
import dev.curfew.connect.TimingValue;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a connection of what was typed as TARGET and its options. */
public final class Profiles {
    private Profiles() {}

    /** A saved connection's name, a server of the lab, or an address with options. */
    public static Outcome<ConnectionProfile> of(
            String target, TargetOptions options, Session session) {
        if (target.startsWith(LabHost.PREFIX)) {
            return options.isEmpty()
                    ? session.core().lab().profile(target)
                    : invalid(target, "the lab needs no options");
        }
        if (target.indexOf(':') >= 0 || target.indexOf('/') >= 0 || target.isBlank()) {
            return described(target, target, options, session.now());
        }
        return session.store()
                .connections()
                .named(target)
                .map(saved ->
                        options.isEmpty()
                                ? saved
                                : Profiles.<ConnectionProfile>invalid(
                                        target, "a saved connection keeps its own options"))
                .orElseGet(() ->
                        Outcome.failed(
                                Reason.UNKNOWN_CONNECTION,
                                target,
                                "The store has no connection of that name"));
    }

    /**
     * A connection by its address and options.
     *
     * @param now since when the timings among them are declared
     */
    public static Outcome<ConnectionProfile> described(
            String name, String target, TargetOptions options, Instant now) {
        return Targets.parse(target)
                .then(address ->
                        credentials(address, options)
                                .then(credentials ->
                                        trustDomain(options.trustDomain)
                                                .map(trustDomain ->
                                                        new ConnectionProfile(
                                                                name,
                                                                address,
                                                                credentials,
                                                                trustDomain,
                                                                timings(options, now)))));
    }

    private static Outcome<Credentials> credentials(ServerAddress address, TargetOptions o) {
        if (address instanceof ServerAddress.UnixSocket) {
            return o.hasCredentials()
                    ? invalid(address.display(), "the server's own socket takes no credentials")
                    : Outcome.ok(new Credentials.LocalSocket());
        }
        boolean pem = o.certificates != null || o.privateKey != null;
        boolean p12 =
                o.keyStore != null || o.passphraseVariable != null || o.passphraseFile != null;
        if (o.workloadApi != null) {
            return pem || p12 || o.bundle != null
                    ? invalid("--workload-api", "it takes no other credential beside it")
                    : Outcome.ok(new Credentials.WorkloadApi(o.workloadApi));
        }
        if (pem && p12) {
            return invalid("--cert --p12", "they are two credentials; give one");
        }
        return p12 ? pkcs12(o) : pem ? pemFiles(o) : noCredential(address, o);
    }

    private static Outcome<Credentials> pemFiles(TargetOptions o) {
        return o.certificates == null || o.privateKey == null || o.bundle == null
                ? invalid("--cert --key --bundle", "they belong together; one is missing")
                : Outcome.ok(new Credentials.PemFiles(o.certificates, o.privateKey, o.bundle));
    }

    private static Outcome<Credentials> pkcs12(TargetOptions o) {
        if (o.keyStore == null || o.bundle == null) {
            return invalid("--p12 --bundle", "they belong together; one is missing");
        }
        if (o.passphraseVariable != null && o.passphraseFile != null) {
            return invalid("--p12-pass-env --p12-pass-file", "they are two sources; give one");
        }
        SecretRef passphrase =
                o.passphraseVariable != null
                        ? new SecretRef.EnvironmentVariable(o.passphraseVariable)
                        : o.passphraseFile != null
                                ? new SecretRef.SecretFile(o.passphraseFile)
                                : new SecretRef.Prompt();
        return Outcome.ok(new Credentials.Pkcs12(o.keyStore, passphrase, o.bundle));
    }

    private static Outcome<Credentials> noCredential(ServerAddress address, TargetOptions o) {
        return o.bundle != null
                ? invalid("--bundle", "it belongs to --cert and --key, or to --p12")
                : invalid(
                        address.display(),
                        "over TCP an admin SVID is needed: give --workload-api, or --cert, --key"
                                + " and --bundle, or --p12 and --bundle");
    }

    private static Outcome<Optional<TrustDomain>> trustDomain(@Nullable String text) {
        return text == null
                ? Outcome.ok(Optional.empty())
                : SpiffeIds.parseTrustDomain(text).map(Optional::of);
    }

    private static ServerTimings timings(TargetOptions options, Instant now) {
        ServerTimings timings = ServerTimings.SPIRE_DEFAULTS;
        for (var given : options.timings().entrySet()) {
            timings = timings.with(given.getKey(), TimingValue.declared(given.getValue(), now));
        }
        return timings;
    }

    private static <T> Outcome<T> invalid(String subject, String detail) {
        return Outcome.failed(Reason.INVALID_INPUT, subject, detail);
    }
}

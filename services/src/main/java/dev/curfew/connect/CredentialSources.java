package dev.curfew.connect;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.time.Duration;

/** Opens what a connection's credentials refer to. */
final class CredentialSources {
    private CredentialSources() {}

    /** Blocks: files are read, an agent or an operator is asked. */
    static Outcome<CredentialSource> open(
            Credentials credentials, Secrets secrets, Duration patience) {
        return switch (credentials) {
            case Credentials.LocalSocket _ ->
                    Outcome.failed(
                            Reason.CREDENTIAL_UNREADABLE,
                            "none",
                            "over TCP an admin SVID is needed: from the Workload API, from PEM"
                                    + " files or from a PKCS#12 key store");
            case Credentials.PemFiles files -> Outcome.ok(new PemFileSource(files));
            case Credentials.Pkcs12 files -> Pkcs12Source.open(files, secrets);
            case Credentials.WorkloadApi api -> WorkloadApiSource.open(api.endpoint(), patience);
        };
    }
}

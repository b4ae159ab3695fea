package dev.curfew.connect;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** What a server's TLS alert means. */
final class TlsAlerts {
    private static final Pattern ALERT = Pattern.compile("Received fatal alert: ([a-z_]+)");

    /** Those about the certificate that we showed. */
    private static final Set<String> ABOUT_OUR_CERTIFICATE =
            Set.of(
                    "bad_certificate",
                    "unsupported_certificate",
                    "certificate_revoked",
                    "certificate_expired",
                    "certificate_unknown",
                    "certificate_required",
                    "unknown_ca",
                    "access_denied");

    private TlsAlerts() {}

    static boolean isAlert(Throwable cause) {
        return cause instanceof SSLException && ALERT.matcher(Causes.text(cause)).find();
    }

    static Optional<Failure> find(Throwable cause, CallContext call) {
        if (!(cause instanceof SSLException)) {
            return Optional.empty();
        }
        Matcher alert = ALERT.matcher(Causes.text(cause));
        if (!alert.find()) {
            return Optional.empty();
        }
        String name = alert.group(1);
        return Optional.of(
                ABOUT_OUR_CERTIFICATE.contains(name)
                        ? new Failure(Reason.CREDENTIAL_REFUSED, call.target(), "TLS alert " + name)
                        : new Failure(
                                Reason.NOT_GRPC,
                                call.target(),
                                "it ended the TLS handshake with the alert " + name));
    }
}

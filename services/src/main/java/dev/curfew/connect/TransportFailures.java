package dev.curfew.connect;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import io.grpc.Status;
import io.grpc.Status.Code;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What it means when a call did not come as far as an answer. Only exceptions of this process are
 * read for it: the text of a status without a cause is the server's, and it may write there what it
 * likes.
 */
final class TransportFailures {
    private static final String BROKE = "the connection broke: ";

    private static final String NO_FILE = "no such file";

    /** What netty puts before the operating system's words. */
    private static final Pattern SYSTEM_CALL =
            Pattern.compile("^[A-Za-z]+\\(\\.\\.\\) failed( with error\\(-?[0-9]+\\))?: ");

    private static final Pattern WAITED =
            Pattern.compile("deadline exceeded after ([0-9]+(\\.[0-9])?)[0-9]*s");

    private static final List<Rule> RULES =
            List.of(
                    rule(Reason.UNKNOWN_HOST, UnknownHostException.class),
                    rule(Reason.UNKNOWN_HOST, UnresolvedAddressException.class),
                    rule(Reason.SOCKET_MISSING, FileNotFoundException.class, NO_FILE),
                    rule(Reason.SOCKET_MISSING, NoSuchFileException.class, NO_FILE),
                    rule(Reason.SOCKET_MISSING, "No such file or directory", NO_FILE),
                    rule(Reason.SOCKET_FORBIDDEN, "Permission denied"),
                    rule(Reason.NOTHING_LISTENING, "Connection refused"),
                    rule(Reason.NO_ANSWER, NoRouteToHostException.class),
                    rule(Reason.NO_ANSWER, "unreachable"),
                    rule(Reason.NO_ANSWER, SocketTimeoutException.class),
                    rule(Reason.NO_ANSWER, "timed out"),
                    rule(Reason.NOT_GRPC, "not an SSL/TLS record", "it does not speak TLS"),
                    rule(Reason.NOT_GRPC, "unrecognized SSL message", "it does not speak TLS"),
                    rule(
                            Reason.NOT_GRPC,
                            "First received frame was not SETTINGS",
                            "it does not speak HTTP/2"),
                    rule(Reason.NOT_GRPC, "ALPN", "it speaks TLS, but not HTTP/2 in it"),
                    rule(
                            Reason.NOT_GRPC,
                            "Invalid protobuf byte sequence",
                            "its answer is garbage"),
                    rule(Reason.SERVER_UNTRUSTED, CertificateException.class));

    private TransportFailures() {}

    /** The failure a status made in this process stands for, if it is one of the network. */
    static Optional<Failure> find(Status status, CallContext call) {
        Optional<Failure> byCause =
                status.getCause() == null ? Optional.empty() : find(status.getCause(), call);
        return byCause.isPresent() ? byCause : byStatus(status, call);
    }

    /** The failure an exception of the network stands for; empty for any other exception. */
    static Optional<Failure> find(Throwable thrown, CallContext call) {
        List<Throwable> causes = Causes.of(thrown);
        for (Throwable cause : causes) {
            for (Rule rule : RULES) {
                if (rule.fits.test(cause)) {
                    return Optional.of(
                            new Failure(rule.reason, call.target(), rule.detail.apply(cause)));
                }
            }
            Optional<Failure> alert = TlsAlerts.find(cause, call);
            if (alert.isPresent()) {
                return alert;
            }
        }
        return causes.stream()
                .filter(IOException.class::isInstance)
                .findFirst()
                .map(e -> failure(Reason.NO_ANSWER, call, BROKE + words(e)));
    }

    /** True where a connection ended and nothing says why. */
    static boolean isUnexplainedLoss(Status status) {
        if (status.getCode() != Code.UNAVAILABLE) {
            return false;
        }
        Throwable cause = status.getCause();
        if (cause == null) {
            return description(status).startsWith("Network closed")
                    || description(status).startsWith("End of stream");
        }
        return Causes.of(cause).stream()
                .noneMatch(c ->
                        TlsAlerts.isAlert(c) || RULES.stream().anyMatch(rule -> rule.fits.test(c)));
    }

    private static Optional<Failure> byStatus(Status status, CallContext call) {
        String text = description(status);
        if (text.contains("invalid content-type")) {
            return Optional.of(failure(Reason.NOT_GRPC, call, text.lines().findFirst().orElse("")));
        }
        return switch (status.getCode()) {
            case DEADLINE_EXCEEDED ->
                    Optional.of(
                            failure(
                                    Reason.NO_ANSWER,
                                    call,
                                    call.deadline() == CallContext.Deadline.OURS
                                            ? waited(text)
                                            : "the server itself gave up: " + text));
            case UNAVAILABLE ->
                    Optional.of(
                            text.startsWith("Channel shutdown")
                                    ? new Failure(Reason.CANCELLED, call.subject(), text)
                                    : failure(Reason.NO_ANSWER, call, text));
            default -> Optional.empty();
        };
    }

    /** gRPC's text is a page of its inner life; how long it waited is what helps. */
    private static String waited(String text) {
        Matcher after = WAITED.matcher(text);
        return after.find() ? "waited " + after.group(1) + " s" : text;
    }

    private static String description(Status status) {
        String text = status.getDescription();
        return text == null ? "" : text;
    }

    private static Failure failure(Reason reason, CallContext call, String detail) {
        return new Failure(reason, call.target(), detail);
    }

    private static Rule rule(Reason reason, Class<? extends Throwable> kind) {
        return new Rule(reason, kind::isInstance, Causes::text);
    }

    private static Rule rule(Reason reason, Class<? extends Throwable> kind, String detail) {
        return new Rule(reason, kind::isInstance, cause -> detail);
    }

    private static Rule rule(Reason reason, String said) {
        return new Rule(
                reason, cause -> Causes.text(cause).contains(said), TransportFailures::words);
    }

    private static String words(Throwable cause) {
        return SYSTEM_CALL.matcher(Causes.text(cause)).replaceFirst("");
    }

    private static Rule rule(Reason reason, String said, String detail) {
        return new Rule(reason, cause -> Causes.text(cause).contains(said), cause -> detail);
    }

    private record Rule(
            Reason reason, Predicate<Throwable> fits, Function<Throwable, String> detail) {}
}

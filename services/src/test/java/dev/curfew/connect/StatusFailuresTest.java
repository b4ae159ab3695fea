package dev.curfew.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import io.grpc.Status;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatusFailuresTest {
    private static final ServerAddress TCP = new ServerAddress.Tcp("spire.example.org", 8081);
    private static final CallContext CALL =
            CallContext.of(TCP, "spire.api.server.entry.v1.Entry/ListEntries");
    private static final String TARGET = "spire.example.org:8081";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PERMISSION_DENIED|authorization denied for method /x|NOT_ADMIN",
                "UNIMPLEMENTED|unknown method X|OLDER_SERVER",
                "UNIMPLEMENTED|WIT-SVID functionality is not yet implemented|OLDER_SERVER",
                "NOT_FOUND|bundle not found|NOT_FOUND",
                "ALREADY_EXISTS|similar entry already exists|ALREADY_EXISTS",
                "RESOURCE_EXHAUSTED|grpc: received message larger than max (4963500 vs. 4194304)"
                        + "|TOO_LARGE",
                "RESOURCE_EXHAUSTED|gRPC message exceeds maximum size 33554432: 40000000|TOO_LARGE",
                "RESOURCE_EXHAUSTED|rate limit exceeded|REFUSED",
                "INVALID_ARGUMENT|selector list is empty|REFUSED",
                "INVALID_ARGUMENT|no authority ID provided|REFUSED",
                "FAILED_PRECONDITION|upstream authority is not configured|REFUSED",
                "INTERNAL|failed to list entries: could not parse token 'x'|REFUSED",
                "UNKNOWN|x|REFUSED",
                "CANCELLED|x|CANCELLED",
            })
    void answers(Status.Code code, String text, Reason reason) {
        assertThat(of(code.toStatus().withDescription(text)))
                .isEqualTo(new Failure(reason, "Entry/ListEntries", text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INVALID_ARGUMENT|unable to taint current local authority",
                "INVALID_ARGUMENT|only Old local authorities can be tainted: unsupported local"
                        + " authority status: PREPARED",
                "INTERNAL|failed to taint X.509 authority: root CA is already tainted",
                "INTERNAL|failed to taint JWT authority: key is already tainted",
                "INTERNAL|failed to taint X.509 authority: no ca found with provided subject key ID",
                "INVALID_ARGUMENT|unexpected authority ID",
                "INTERNAL|only Prepared authorities can be activated: unsupported local authority"
                        + " status: OLD",
                "INVALID_ARGUMENT|invalid authority ID: unable to use current authority",
                "INVALID_ARGUMENT|invalid authority ID: only Old local authority can be revoked",
                "INTERNAL|failed to revoke X.509 authority: it is not possible to revoke an"
                        + " untainted root CA",
                "INTERNAL|failed to revoke JWT authority: it is not possible to revoke an untainted"
                        + " key",
                "INTERNAL|failed to revoke X.509 authority: no root CA found with provided subject"
                        + " key ID",
                "INTERNAL|failed to revoke JWT authority: no JWT Key found with provided key ID",
            })
    void authoritiesHaveAnOrder(Status.Code code, String text) {
        assertThat(of(code.toStatus().withDescription(text)))
                .isEqualTo(new Failure(Reason.WRONG_ORDER, "Entry/ListEntries", text));
    }

    @ParameterizedTest
    @CsvSource({
        "spire.api.server.debug.v1.Debug/GetInfo, Debug/GetInfo",
        "spire.api.server.logger.v1.Logger/GetLogger, Logger/GetLogger",
        "grpc.health.v1.Health/Check, Health/Check",
    })
    void someServicesAreLocal(String method, String subject) {
        Status unknown = Status.UNIMPLEMENTED.withDescription("unknown service x");
        assertThat(StatusFailures.of(unknown, CallContext.of(TCP, method)))
                .isEqualTo(new Failure(Reason.LOCAL_ONLY, subject, "unknown service x"));
        ServerAddress socket = new ServerAddress.UnixSocket(Path.of("/s"));
        assertThat(StatusFailures.of(unknown, CallContext.of(socket, method)).reason())
                .isEqualTo(Reason.OLDER_SERVER);
    }

    static Stream<Arguments> transports() {
        return Stream.of(
                Arguments.of(
                        new ConnectException(
                                "connect(..) failed with error(-111): Connection refused: /s"),
                        Reason.NOTHING_LISTENING,
                        "Connection refused: /s"),
                Arguments.of(new UnknownHostException("nowhere"), Reason.UNKNOWN_HOST, "nowhere"),
                Arguments.of(new FileNotFoundException(), Reason.SOCKET_MISSING, "no such file"),
                Arguments.of(
                        new SocketException("No such file or directory"),
                        Reason.SOCKET_MISSING,
                        "no such file"),
                Arguments.of(
                        new ConnectException(
                                "connect(..) failed with error(-13): Permission denied: /s"),
                        Reason.SOCKET_FORBIDDEN,
                        "Permission denied: /s"),
                Arguments.of(
                        new NoRouteToHostException("No route to host"),
                        Reason.NO_ANSWER,
                        "No route to host"),
                Arguments.of(
                        new ConnectException("connection timed out after 20000 ms"),
                        Reason.NO_ANSWER,
                        "connection timed out after 20000 ms"),
                Arguments.of(
                        new SSLException("not an SSL/TLS record: 485454502f"),
                        Reason.NOT_GRPC,
                        "it does not speak TLS"),
                Arguments.of(
                        new SSLHandshakeException("Received fatal alert: bad_certificate"),
                        Reason.CREDENTIAL_REFUSED,
                        "TLS alert bad_certificate"),
                Arguments.of(
                        new SSLHandshakeException("Received fatal alert: protocol_version"),
                        Reason.NOT_GRPC,
                        "it ended the TLS handshake with the alert protocol_version"),
                Arguments.of(
                        new SSLHandshakeException("x")
                                .initCause(new CertificateException("damaged")),
                        Reason.SERVER_UNTRUSTED,
                        "damaged"),
                Arguments.of(
                        new SocketException("Broken pipe"),
                        Reason.NO_ANSWER,
                        "the connection broke: Broken pipe"));
    }

    @ParameterizedTest
    @MethodSource("transports")
    void whatDidNotComeAsFarAsAnAnswer(Throwable cause, Reason reason, String detail) {
        Status status = Status.UNAVAILABLE.withDescription("io exception").withCause(cause);
        assertThat(of(status)).isEqualTo(new Failure(reason, TARGET, detail));
        assertThat(StatusFailures.of(cause, CALL)).isEqualTo(new Failure(reason, TARGET, detail));
    }

    @Test
    void aServersTextIsNotTakenForTheNetworks() {
        Status told = Status.UNAVAILABLE.withDescription("database: Connection refused");
        assertThat(of(told))
                .isEqualTo(new Failure(Reason.NO_ANSWER, TARGET, "database: Connection refused"));
    }

    @Test
    void deadlines() {
        Status late =
                Status.DEADLINE_EXCEEDED.withDescription(
                        "CallOptions deadline exceeded after 0.69987s. Name resolution delay 0.0"
                                + " seconds. [closed=[], open=[[wait_for_ready, buffered_nanos=1,"
                                + " waiting_for_connection]]]");
        assertThat(of(late)).isEqualTo(new Failure(Reason.NO_ANSWER, TARGET, "waited 0.6 s"));
        Status slow = Status.DEADLINE_EXCEEDED.withDescription("deadline exceeded after 12s. []");
        assertThat(of(slow).detail()).isEqualTo("waited 12 s");
        CallContext patient = new CallContext(TARGET, "m", "m", false, CallContext.Deadline.NONE);
        assertThat(
                        StatusFailures.of(
                                        Status.DEADLINE_EXCEEDED.withDescription("no time"),
                                        patient)
                                .detail())
                .isEqualTo("the server itself gave up: no time");
    }

    @Test
    void aWebPageIsNoAnswer() {
        Status page =
                Status.UNIMPLEMENTED.withDescription(
                        "HTTP status code 404\ninvalid content-type: text/html");
        assertThat(of(page))
                .isEqualTo(new Failure(Reason.NOT_GRPC, TARGET, "HTTP status code 404"));
    }

    @Test
    void ourOwnVerdictComesThrough() {
        Failure ours = new Failure(Reason.WRONG_TRUST_DOMAIN, TARGET, "a, not b");
        Throwable wrapped =
                new SSLHandshakeException("x").initCause(new CarriesFailure.InCertificate(ours));
        assertThat(of(Status.UNAVAILABLE.withCause(wrapped))).isEqualTo(ours);
    }

    @Test
    void theSubjectIsWhatWasAskedFor() {
        Status missing = Status.NOT_FOUND.withDescription("entry not found");
        assertThat(StatusFailures.of(missing, CALL.about("entry 17")))
                .isEqualTo(new Failure(Reason.NOT_FOUND, "entry 17", "entry not found"));
        Status refused = Status.UNAVAILABLE.withCause(new ConnectException("Connection refused"));
        assertThat(StatusFailures.of(refused, CALL.about("entry 17")).subject()).isEqualTo(TARGET);
    }

    @Test
    void aBugIsToldByItsReferenceAlone() {
        Failure bug = StatusFailures.of(new IllegalStateException("secret"), CALL);
        assertThat(bug.reason()).isEqualTo(Reason.UNEXPECTED);
        assertThat(bug.detail()).matches("[0-9a-f]{8}");
    }

    @Test
    void onlyASilentLossIsUnexplained() {
        assertThat(unexplained(Status.UNAVAILABLE.withCause(new IOException("Broken pipe"))))
                .isTrue();
        assertThat(
                        unexplained(
                                Status.UNAVAILABLE.withDescription(
                                        "Network closed for unknown reason")))
                .isTrue();
        assertThat(unexplained(Status.UNAVAILABLE.withDescription("the server says so"))).isFalse();
        assertThat(
                        unexplained(
                                Status.UNAVAILABLE.withCause(
                                        new ConnectException("Connection refused"))))
                .isFalse();
        assertThat(unexplained(Status.DEADLINE_EXCEEDED)).isFalse();
    }

    private static boolean unexplained(Status status) {
        return StatusFailures.isUnexplainedLoss(status.asRuntimeException());
    }

    private static Failure of(Status status) {
        return StatusFailures.of(status.asRuntimeException(), CALL);
    }
}

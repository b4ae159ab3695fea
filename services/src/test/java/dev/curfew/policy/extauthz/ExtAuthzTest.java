package dev.curfew.policy.extauthz;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.ServerAddress;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.AccessQuestion.AccessContext;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Decision.Verdict;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyBackends;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.wire.extauthz.AttributeContext;
import dev.curfew.wire.extauthz.AuthorizationGrpc;
import dev.curfew.wire.extauthz.CheckRequest;
import dev.curfew.wire.extauthz.CheckResponse;
import dev.curfew.wire.extauthz.DeniedHttpResponse;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExtAuthzTest {
    private static final PolicyEntity PLANNER =
            new PolicyEntity("agent", "spiffe://acme.example/agent/planner");
    private static final PolicyEntity MAIL = new PolicyEntity("mail.example", "/v1/send");

    private final AtomicReference<CheckRequest> asked = new AtomicReference<>();
    private Optional<Server> server = Optional.empty();

    /** Lets the planner through and nobody else. */
    private final class Gateway extends AuthorizationGrpc.AuthorizationImplBase {
        @Override
        public void check(CheckRequest request, StreamObserver<CheckResponse> answer) {
            asked.set(request);
            boolean planner =
                    request.getAttributes().getSource().getPrincipal().equals(PLANNER.id());
            CheckResponse.Builder response =
                    CheckResponse.newBuilder()
                            .setStatus(
                                    Status.newBuilder()
                                            .setCode(
                                                    planner
                                                            ? Code.OK_VALUE
                                                            : Code.PERMISSION_DENIED_VALUE));
            if (!planner) {
                response.setDeniedResponse(DeniedHttpResponse.newBuilder().setBody("not\nyou"));
            }
            answer.onNext(response.build());
            answer.onCompleted();
        }
    }

    private Outcome<PolicyBackend> open(BindableService... services) throws IOException {
        NettyServerBuilder builder =
                NettyServerBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        for (BindableService service : services) {
            builder.addService(service);
        }
        Server started = builder.build().start();
        server = Optional.of(started);
        return PolicyBackends.open(
                PolicyProfile.of(
                        "gateway",
                        new PolicyTarget(
                                PolicyKind.EXT_AUTHZ,
                                new ServerAddress.Tcp("127.0.0.1", started.getPort()),
                                Optional.empty()),
                        new Tls.Plaintext(),
                        new Key.None()),
                (_, purpose) -> Outcome.failed(Reason.CREDENTIAL_UNREADABLE, purpose, ""),
                Clock.systemUTC());
    }

    private PolicyBackend opened() throws IOException {
        return switch (open(new Gateway())) {
            case Outcome.Ok<PolicyBackend>(var backend) -> backend;
            case Outcome.Failed<PolicyBackend>(var failure) -> throw new AssertionError(failure);
        };
    }

    @AfterEach
    void stop() {
        server.ifPresent(Server::shutdownNow);
    }

    @Test
    void theQuestionIsARequestOfThePrincipal() throws IOException {
        try (PolicyBackend backend = opened()) {
            AccessQuestion question =
                    AccessQuestion.of(PLANNER, "POST", MAIL)
                            .with(
                                    AccessContext.of(
                                            Map.of(
                                                    "headers",
                                                    Map.of("x-task", "t1"),
                                                    "route",
                                                    "outbound")));

            Outcome<Decision> decision = backend.check(question, Consistency.STRONGEST);

            assertThat(decision)
                    .isInstanceOfSatisfying(
                            Outcome.Ok.class,
                            ok ->
                                    assertThat(((Decision) ok.value()).verdict())
                                            .isEqualTo(Verdict.ALLOWED));
            AttributeContext attributes = asked.get().getAttributes();
            assertThat(attributes.getSource().getPrincipal()).isEqualTo(PLANNER.id());
            assertThat(attributes.getRequest().getHttp().getMethod()).isEqualTo("POST");
            assertThat(attributes.getRequest().getHttp().getHost()).isEqualTo("mail.example");
            assertThat(attributes.getRequest().getHttp().getPath()).isEqualTo("/v1/send");
            assertThat(attributes.getRequest().getHttp().getHeadersMap())
                    .isEqualTo(Map.of("x-task", "t1"));
            assertThat(attributes.getContextExtensionsMap()).isEqualTo(Map.of("route", "outbound"));
        }
    }

    @Test
    void aDenialSaysWhyInCleanWords() throws IOException {
        try (PolicyBackend backend = opened()) {
            Outcome<List<Decision>> decisions =
                    backend.checkAll(
                            List.of(
                                    AccessQuestion.of(
                                            new PolicyEntity("agent", "spiffe://acme.example/x"),
                                            "GET",
                                            MAIL),
                                    AccessQuestion.of(PLANNER, "GET", MAIL)),
                            Consistency.FAST);
            if (!(decisions instanceof Outcome.Ok<List<Decision>>(var both))) {
                throw new AssertionError(decisions);
            }
            assertThat(both)
                    .extracting(Decision::verdict)
                    .containsExactly(Verdict.DENIED, Verdict.ALLOWED);
            assertThat(both.getFirst().because()).isEqualTo("not\\u000ayou");
        }
    }

    @Test
    void itIsAProbeAndNothingMore() throws IOException {
        try (PolicyBackend backend = opened()) {
            assertThat(backend.capabilities()).containsExactly(PolicyCapability.CHECK);
            assertThat(backend.ping().map(took -> took.isPositive())).isEqualTo(Outcome.ok(true));
            assertThat(backend.model())
                    .isEqualTo(
                            Outcome.failed(
                                    Reason.NOT_OFFERED, backend.target().display(), "MODEL"));
        }
    }

    @Test
    void anotherServerIsNotTakenForOne() throws IOException {
        assertThat(open())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                                assertThat(failed.failure().reason())
                                        .isEqualTo(Reason.NOT_A_BACKEND));
    }
}

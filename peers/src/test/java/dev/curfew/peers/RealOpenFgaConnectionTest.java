package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.failure;
import static dev.curfew.peers.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.BackendConnection;
import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.SecretRef;
import dev.curfew.connect.ServerAddress;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyBackends;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.PolicyWarning;
import dev.curfew.wire.openfga.CreateStoreRequest;
import dev.curfew.wire.openfga.OpenFGAServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is trusted on the way to OpenFGA, and what is warned of. */
@NeedsOpenFga
class RealOpenFgaConnectionTest {
    private static final Key KEY = new Key.Bearer(new SecretRef.Prompt());

    private static Outcome<PolicyBackend> open(ServerAddress.Tcp address, Tls tls, Key key) {
        return PolicyBackends.open(
                PolicyProfile.of(
                        "fga",
                        new PolicyTarget(PolicyKind.OPENFGA, address, Optional.empty()),
                        tls,
                        key),
                PolicyPeer.SECRETS,
                Clock.systemUTC());
    }

    private static Tls by(RealOpenFga server) {
        return new Tls.ByName(Optional.of(server.authority()), Optional.empty());
    }

    @Test
    void aCertificateIsHeldAgainstTheNameAndWhoSignedIt() {
        try (RealOpenFga server = RealOpenFga.encrypted(PolicyPeer.KEY)) {
            // It has no store yet: that far it comes with the right key and authority.
            Failure empty = failure(open(server.address(), by(server), KEY));
            assertThat(empty.reason()).as(empty.toString()).isEqualTo(Reason.STORE_UNKNOWN);
            assertThat(empty.detail()).isEqualTo("the server has no store");

            Failure unsigned =
                    failure(
                            open(
                                    server.address(),
                                    new Tls.ByName(Optional.empty(), Optional.empty()),
                                    KEY));
            assertThat(unsigned.reason())
                    .as(unsigned.toString())
                    .isEqualTo(Reason.BACKEND_UNTRUSTED);

            Failure misnamed =
                    failure(
                            open(
                                    new ServerAddress.Tcp("127.0.0.1", server.address().port()),
                                    by(server),
                                    KEY));
            assertThat(misnamed.reason())
                    .as(misnamed.toString())
                    .isEqualTo(Reason.BACKEND_UNTRUSTED);

            Failure plain = failure(open(server.address(), new Tls.Plaintext(), KEY));
            assertThat(plain.reason())
                    .as(plain.toString())
                    .isIn(Reason.NOT_A_BACKEND, Reason.NO_ANSWER);
        }
    }

    @Test
    void anOpenEngineIsWarnedOfWhateverKeyIsShown() {
        try (RealOpenFga server = RealOpenFga.open()) {
            createStore(server);
            try (PolicyBackend keyless =
                            value(open(server.address(), new Tls.Plaintext(), new Key.None()));
                    PolicyBackend keyed = value(open(server.address(), new Tls.Plaintext(), KEY))) {
                assertThat(keyless.warnings()).containsExactly(PolicyWarning.OPEN_ENGINE);
                assertThat(keyed.warnings()).containsExactly(PolicyWarning.OPEN_ENGINE);
            }
        }
    }

    @Test
    void nothingAtThePortIsSaid() {
        ServerAddress.Tcp nobody = new ServerAddress.Tcp("127.0.0.1", FreePort.find());
        Failure failure = failure(open(nobody, new Tls.Plaintext(), KEY));
        assertThat(failure.reason()).isEqualTo(Reason.NOTHING_LISTENING);
        assertThat(failure.subject())
                .isEqualTo(
                        new BackendConnection(nobody, new Tls.Plaintext(), KEY)
                                .address()
                                .display());
    }

    private static void createStore(RealOpenFga server) {
        ManagedChannel channel =
                NettyChannelBuilder.forAddress(server.address().host(), server.address().port())
                        .usePlaintext()
                        .build();
        try {
            OpenFGAServiceGrpc.newBlockingStub(channel)
                    .createStore(CreateStoreRequest.newBuilder().setName("agents").build());
        } finally {
            channel.shutdownNow();
        }
    }
}

package dev.curfew.uitests;

import static dev.curfew.uitests.Console.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.BackendConnection;
import dev.curfew.connect.Secrets;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.peers.AgentsModel;
import dev.curfew.peers.NeedsOpenFga;
import dev.curfew.peers.RealOpenFga;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyBackends;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.RelationshipFilter;
import dev.curfew.wire.openfga.CreateStoreRequest;
import dev.curfew.wire.openfga.OpenFGAServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real OpenFGA is added by the form, counted, armed and removed; what can go wrong is said. */
@NeedsOpenFga
class RealOpenFgaBackendTest {
    private static final Secrets NONE =
            (reference, purpose) -> Outcome.failed(Reason.CREDENTIAL_UNREADABLE, purpose, "");

    @TempDir Path folder;
    private RealOpenFga fga;
    private RealOpenFga keyed;
    private PolicyBackend backend;
    private Console console;
    private Hand hand;

    @BeforeEach
    void open() throws TimeoutException {
        fga = RealOpenFga.open();
        keyed = RealOpenFga.keyed("right");
        backend = value(PolicyBackends.open(profile(store()), NONE, Clock.systemUTC()));
        for (String agent : new String[] {"planner", "mailer"}) {
            value(
                    backend.restore(
                            Relationship.lasting(
                                    new PolicyEntity("tool", "mail"),
                                    "standing",
                                    PolicySubject.of(
                                            new PolicyEntity(
                                                    "agent", "acme.test/agent/" + agent)))));
        }
        console = Console.onTheLab(folder);
        hand = console.hand();
    }

    @AfterEach
    void close() {
        console.close();
        backend.close();
        keyed.close();
        fga.close();
    }

    @Test
    void aBackendIsAddedCountedArmedAndRemoved() throws IOException {
        hand.click("rail-connections");
        hand.click("connections-newBackend");
        hand.paste("backend-name", "policies");
        hand.paste("backend-address", "localhost:1");
        tryIt("Nothing listens at localhost:1");
        hand.paste("backend-address", fga.address().display());
        tryIt("does not speak TLS");
        hand.click("backend-way-1");
        hand.awaitText("backend-plaintext", "does not leave this machine");
        hand.paste("backend-store", "nowhere");
        tryIt("Which store is meant by nowhere is not clear.");
        wrongKey();
        hand.paste("backend-address", fga.address().display());
        hand.paste("backend-store", "acme");
        tryIt("It keeps 2 relationships. With this mapping they say 2 grants.");
        hand.awaitText("backend-trial", "asks for no key");

        hand.click("backend-save");
        hand.awaitText("connections", "2 grants");
        assertThat(console.savedBackends()).containsExactly("policies");
        // The lab's own stands below it.
        int row = hand.rows("connections") - 2;
        hand.select("connections", row);
        hand.awaitText("connection-details", "asks for no key");
        hand.click("connection-arm");
        hand.click("arm-confirm");
        hand.awaitText("connections", "armed, 1");

        hand.click("connection-remove");
        hand.click("remove-connection-confirm");
        hand.await("it is gone", () -> hand.rows("connections") == row + 1);
        assertThat(console.savedBackends()).isEmpty();
        assertThat(value(backend.list(RelationshipFilter.ALL, _ -> {})).read()).isEqualTo(2);
    }

    private void wrongKey() throws IOException {
        hand.paste("backend-address", keyed.address().display());
        hand.click("backend-proof-1");
        hand.click("backend-proof-from-2");
        hand.paste("backend-secret", Files.writeString(folder.resolve("key"), "wrong").toString());
        tryIt("refused the key that Curfew showed");
        hand.click("backend-proof-0");
    }

    private void tryIt(String said) {
        hand.click("backend-test");
        hand.awaitText("backend-trial", said);
    }

    private PolicyProfile profile(String store) {
        return PolicyProfile.of(
                "direct",
                new PolicyTarget(PolicyKind.OPENFGA, fga.address(), Optional.of(store)),
                new BackendConnection.Tls.Plaintext(),
                new BackendConnection.Key.None());
    }

    private String store() {
        ManagedChannel channel =
                ManagedChannelBuilder.forAddress(fga.address().host(), fga.address().port())
                        .usePlaintext()
                        .build();
        try {
            var stub = OpenFGAServiceGrpc.newBlockingStub(channel);
            String store =
                    stub.createStore(CreateStoreRequest.newBuilder().setName("acme").build())
                            .getId();
            stub.writeAuthorizationModel(AgentsModel.in(store));
            return store;
        } finally {
            channel.shutdownNow();
        }
    }
}

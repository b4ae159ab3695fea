package dev.curfew.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.lab.acting.Call;
import dev.curfew.lab.acting.Lane;
import dev.curfew.lab.call.Denial;
import dev.curfew.wire.openfga.OpenFGAServiceGrpc;
import dev.curfew.wire.openfga.TupleKeyWithoutCondition;
import dev.curfew.wire.openfga.WriteRequest;
import dev.curfew.wire.openfga.WriteRequestDeletes;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The other half of an agent's power: its identity lives on, its grant is gone. */
class CutGrantTest {
    private Story story;
    private ManagedChannel channel;

    @BeforeEach
    void start() throws Exception {
        story = new Story();
        channel =
                NettyChannelBuilder.forAddress(story.lab.policy().address()).usePlaintext().build();
        story.pass(Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() throws Exception {
        channel.shutdownNow();
        story.close();
    }

    private void delete(String object, String relation, String user) {
        OpenFGAServiceGrpc.newBlockingStub(channel)
                .write(
                        WriteRequest.newBuilder()
                                .setStoreId(story.lab.policy().store())
                                .setDeletes(
                                        WriteRequestDeletes.newBuilder()
                                                .addTupleKeys(
                                                        TupleKeyWithoutCondition.newBuilder()
                                                                .setObject(object)
                                                                .setRelation(relation)
                                                                .setUser(user)))
                                .build());
    }

    private List<Call> since(Instant then, String name) {
        return story.calls(call ->
                !call.at().isBefore(then) && call.lane().from().path().equals("/agent/" + name));
    }

    @Test
    void everyToolCallHasAGrantToBeginWith() {
        assertThat(story.calls(call -> !call.ok())).isEmpty();
        assertThat(story.lab.policy().address().getAddress().isLoopbackAddress()).isTrue();
    }

    @Test
    void aCutHopStopsItsDelegateAtTheNextCallAndNobodyElse() {
        delete("delegation:market-study.2", "lease_a", "agent:*");
        var cut = story.now();
        story.pass(Duration.ofSeconds(10));

        assertThat(since(cut, "web-researcher"))
                .hasSizeGreaterThan(8)
                .extracting(Call::denial)
                .containsOnly(Optional.of(Denial.NOT_GRANTED));
        // Its identity is as good as before.
        assertThat(since(cut, "web-researcher")).allMatch(Call::rightful);
        assertThat(since(cut, "planner")).isNotEmpty().allMatch(Call::ok);
        assertThat(since(cut, "code-writer")).isNotEmpty().allMatch(Call::ok);
    }

    @Test
    void aCutFirstHopStopsAllBelowIt() {
        delete("delegation:market-study.1", "lease_a", "agent:*");
        var cut = story.now();
        story.pass(Duration.ofSeconds(10));

        assertThat(since(cut, "web-researcher")).isNotEmpty().noneMatch(Call::ok);
        assertThat(since(cut, "planner")).isNotEmpty().noneMatch(Call::ok);
        assertThat(since(cut, "code-writer")).isNotEmpty().allMatch(Call::ok);
        // What is called is no tool: nobody asks for a grant there.
        assertThat(since(cut, "code-reviewer"))
                .isNotEmpty()
                .allMatch(Call::ok)
                .extracting(call -> call.lane().kind())
                .containsOnly(Lane.Kind.JWT);
    }

    @Test
    void withoutABackendNobodyIsLetThrough() {
        story.lab.policy().close();
        var gone = story.now();
        story.pass(Duration.ofSeconds(6));

        assertThat(since(gone, "planner"))
                .isNotEmpty()
                .extracting(Call::denial)
                .containsOnly(Optional.of(Denial.NO_DECISION));
    }
}

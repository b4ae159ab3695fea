package dev.curfew.lab.node;

import com.google.protobuf.Empty;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.curfew.lab.rpc.Answers;
import dev.curfew.lab.rpc.Pages.BadToken;
import dev.curfew.lab.rpc.Refusal;
import dev.curfew.lab.spiffe.MemberIds;
import dev.curfew.wire.spire.agent.AgentGrpc;
import dev.curfew.wire.spire.agent.BanAgentRequest;
import dev.curfew.wire.spire.agent.CountAgentsRequest;
import dev.curfew.wire.spire.agent.CountAgentsResponse;
import dev.curfew.wire.spire.agent.CreateJoinTokenRequest;
import dev.curfew.wire.spire.agent.DeleteAgentRequest;
import dev.curfew.wire.spire.agent.GetAgentRequest;
import dev.curfew.wire.spire.agent.ListAgentsRequest;
import dev.curfew.wire.spire.agent.ListAgentsResponse;
import dev.curfew.wire.spire.types.Agent;
import dev.curfew.wire.spire.types.JoinToken;
import dev.curfew.wire.spire.types.SPIFFEID;
import io.grpc.stub.StreamObserver;

/** The agent service, as far as it serves administrators. */
public final class NodeService extends AgentGrpc.AgentImplBase {
    private final MemberIds ids;
    private final NodeStore nodes;
    private final NodeSimulator machines;
    private final JoinTokens tokens;

    /** Serves a store; the simulator is told about bans and evictions. */
    public NodeService(
            String trustDomain, NodeStore nodes, NodeSimulator machines, JoinTokens tokens) {
        this.ids = new MemberIds(trustDomain);
        this.nodes = nodes;
        this.machines = machines;
        this.tokens = tokens;
    }

    @Override
    public void countAgents(
            CountAgentsRequest request, StreamObserver<CountAgentsResponse> caller) {
        Answers.answer(
                caller,
                () -> {
                    var filter = filter(request);
                    var count =
                            nodes.rows().stream()
                                    .map(NodeRow::agent)
                                    .filter(agent -> filter.counts(agent) && filter.shows(agent))
                                    .count();
                    return CountAgentsResponse.newBuilder()
                            .setCount(Math.toIntExact(count))
                            .build();
                });
    }

    @Override
    public void listAgents(ListAgentsRequest request, StreamObserver<ListAgentsResponse> caller) {
        Answers.answer(caller, () -> list(request));
    }

    private ListAgentsResponse list(ListAgentsRequest request) {
        var filter =
                request.hasFilter()
                        ? NodeFilter.of(request.getFilter(), "failed to list agents")
                        : NodeFilter.NONE;
        try {
            var page = nodes.page(filter, request.getPageSize(), request.getPageToken());
            var reply = ListAgentsResponse.newBuilder().setNextPageToken(page.nextToken());
            for (var row : page.rows()) {
                reply.addAgents(
                        NodeMasks.show(
                                row.agent(), request.hasOutputMask(), request.getOutputMask()));
            }
            return reply.build();
        } catch (BadToken e) {
            throw Refusal.internal("failed to list agents", e);
        }
    }

    @Override
    public void getAgent(GetAgentRequest request, StreamObserver<Agent> caller) {
        Answers.answer(
                caller,
                () ->
                        nodes.find(id(request.hasId(), request.getId()))
                                .map(agent ->
                                        NodeMasks.show(
                                                agent,
                                                request.hasOutputMask(),
                                                request.getOutputMask()))
                                .orElseThrow(NodeService::notFound));
    }

    @Override
    public void banAgent(BanAgentRequest request, StreamObserver<Empty> caller) {
        Answers.answer(
                caller,
                () -> {
                    // A ban is stored as an empty serial number; the expiry stays.
                    var found =
                            nodes.change(
                                    id(request.hasId(), request.getId()),
                                    row ->
                                            new NodeRow(
                                                    row.row(),
                                                    row.agent().toBuilder()
                                                            .clearX509SvidSerialNumber()
                                                            .setBanned(true)
                                                            .build(),
                                                    row.life().stopped()));
                    if (!found) {
                        throw notFound();
                    }
                    return Empty.getDefaultInstance();
                });
    }

    @Override
    public void deleteAgent(DeleteAgentRequest request, StreamObserver<Empty> caller) {
        Answers.answer(
                caller,
                () -> {
                    var gone =
                            nodes.delete(id(request.hasId(), request.getId()))
                                    .orElseThrow(NodeService::notFound);
                    machines.evicted(gone);
                    return Empty.getDefaultInstance();
                });
    }

    @Override
    public void createJoinToken(CreateJoinTokenRequest request, StreamObserver<JoinToken> caller) {
        Answers.answer(caller, () -> tokens.create(request));
    }

    private SPIFFEID id(boolean present, SPIFFEID wire) {
        try {
            return ids.agent(present, wire).toWire();
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("invalid agent ID", e);
        }
    }

    private static Refusal notFound() {
        return Refusal.notFound("agent not found");
    }

    private static NodeFilter filter(CountAgentsRequest request) {
        if (!request.hasFilter()) {
            return NodeFilter.NONE;
        }
        try {
            // The two filters are different messages with the same fields.
            return NodeFilter.of(
                    ListAgentsRequest.Filter.parseFrom(request.getFilter().toByteString()),
                    "failed to count agents");
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.curfew.spire;

import com.google.protobuf.BoolValue;
import dev.curfew.identity.Node;
import dev.curfew.outcome.Outcome;
import dev.curfew.wire.spire.agent.AgentGrpc;
import dev.curfew.wire.spire.agent.BanAgentRequest;
import dev.curfew.wire.spire.agent.CountAgentsRequest;
import dev.curfew.wire.spire.agent.CreateJoinTokenRequest;
import dev.curfew.wire.spire.agent.DeleteAgentRequest;
import dev.curfew.wire.spire.agent.GetAgentRequest;
import dev.curfew.wire.spire.agent.ListAgentsRequest;
import dev.curfew.wire.spire.agent.ListAgentsResponse;
import dev.curfew.wire.spire.types.Agent;
import dev.curfew.wire.spire.types.AgentMask;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Nodes (SPIRE agents) of one server. Any thread; blocks. */
public final class Nodes {
    private static final String SERVICE = "spire.api.server.agent.v1.Agent/";
    private static final AgentMask ALL =
            AgentMask.newBuilder()
                    .setAttestationType(true)
                    .setX509SvidSerialNumber(true)
                    .setX509SvidExpiresAt(true)
                    .setSelectors(true)
                    .setBanned(true)
                    .setCanReattest(true)
                    .setAgentVersion(true)
                    .build();

    private final Rpc rpc;
    private final AgentGrpc.AgentBlockingStub stub;

    Nodes(Rpc rpc) {
        this.rpc = rpc;
        this.stub = rpc.stub(AgentGrpc::newBlockingStub);
    }

    /** All nodes that pass the filter, in the order of their rows. */
    public Scan<Node> scan(NodeFilter filter, ScanListener<Node> listener) {
        ListAgentsRequest request =
                ListAgentsRequest.newBuilder().setFilter(wire(filter)).setOutputMask(ALL).build();
        return Pages.scan(
                "nodes",
                (size, token) ->
                        rpc.read(
                                SERVICE + "ListAgents",
                                stub,
                                s ->
                                        s.listAgents(
                                                request.toBuilder()
                                                        .setPageSize(size)
                                                        .setPageToken(token)
                                                        .build())),
                new NodePageReader(filter.expiresBefore()),
                listener);
    }

    public Outcome<Node> get(SpiffeId id) {
        return rpc.read(
                        SERVICE + "GetAgent",
                        stub,
                        s ->
                                s.getAgent(
                                        GetAgentRequest.newBuilder()
                                                .setId(Ids.wire(id))
                                                .setOutputMask(ALL)
                                                .build()))
                .then(wire -> NodeMapper.read(wire, new Ids()));
    }

    /** Costs the server as much as a scan: never on a timer. */
    public Outcome<Integer> count() {
        return rpc.read(
                SERVICE + "CountAgents",
                stub,
                s -> s.countAgents(CountAgentsRequest.getDefaultInstance()).getCount());
    }

    /** Refuses the node from now on. What its workloads hold lives on. A second ban is no error. */
    public Outcome<SpiffeId> ban(SpiffeId id) {
        return rpc.write(
                        SERVICE + "BanAgent",
                        stub,
                        s -> s.banAgent(BanAgentRequest.newBuilder().setId(Ids.wire(id)).build()))
                .map(_ -> id);
    }

    /** Removes the node's row: an eviction, and also how a ban is lifted. Contains nothing. */
    public Outcome<SpiffeId> delete(SpiffeId id) {
        return rpc.write(
                        SERVICE + "DeleteAgent",
                        stub,
                        s ->
                                s.deleteAgent(
                                        DeleteAgentRequest.newBuilder()
                                                .setId(Ids.wire(id))
                                                .build()))
                .map(_ -> id);
    }

    /**
     * A token for one attestation.
     *
     * @param ttl at least a second
     * @param alias an ID that the new node gets as an alias entry
     */
    public Outcome<JoinToken> createJoinToken(Duration ttl, Optional<SpiffeId> alias) {
        CreateJoinTokenRequest.Builder request =
                CreateJoinTokenRequest.newBuilder().setTtl(Math.toIntExact(ttl.toSeconds()));
        alias.ifPresent(id -> request.setAgentId(Ids.wire(id)));
        return rpc.write(SERVICE + "CreateJoinToken", stub, s -> s.createJoinToken(request.build()))
                .map(wire ->
                        new JoinToken(wire.getValue(), Instant.ofEpochSecond(wire.getExpiresAt())));
    }

    private static ListAgentsRequest.Filter wire(NodeFilter filter) {
        ListAgentsRequest.Filter.Builder wire = ListAgentsRequest.Filter.newBuilder();
        filter.attestationType().ifPresent(wire::setByAttestationType);
        filter.banned().ifPresent(banned -> wire.setByBanned(BoolValue.of(banned)));
        filter.canReattest().ifPresent(can -> wire.setByCanReattest(BoolValue.of(can)));
        return wire.setByExpiresBefore(filter.expiresBeforeText()).build();
    }

    /**
     * Checks the expiry of each row again, because a server that misreads the filter sends all of
     * them.
     */
    private record NodePageReader(Optional<Instant> expiresBefore, Ids ids)
            implements Pages.Reader<ListAgentsResponse, Node> {
        NodePageReader(Optional<Instant> expiresBefore) {
            this(expiresBefore, new Ids());
        }

        @Override
        public String nextToken(ListAgentsResponse page) {
            return page.getNextPageToken();
        }

        @Override
        public int count(ListAgentsResponse page) {
            return page.getAgentsCount();
        }

        @Override
        public void rows(ListAgentsResponse page, Pages.Rows<Node> into) {
            for (Agent agent : page.getAgentsList()) {
                boolean wanted =
                        expiresBefore
                                .map(end -> agent.getX509SvidExpiresAt() < end.getEpochSecond())
                                .orElse(true);
                if (wanted) {
                    into.add(NodeMapper.read(agent, ids));
                }
            }
        }
    }
}

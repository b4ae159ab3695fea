package dev.curfew.lab;

import dev.curfew.lab.acting.Call;
import dev.curfew.lab.acting.Lane;
import dev.curfew.lab.acting.Moment;
import dev.curfew.lab.agent.Credential;
import dev.curfew.lab.time.DrivenTime;
import dev.curfew.wire.spire.agent.AgentGrpc;
import dev.curfew.wire.spire.agent.ListAgentsRequest;
import dev.curfew.wire.spire.entry.BatchDeleteEntryRequest;
import dev.curfew.wire.spire.entry.EntryGrpc;
import dev.curfew.wire.spire.entry.ListEntriesRequest;
import dev.curfew.wire.spire.localauthority.ActivateX509AuthorityRequest;
import dev.curfew.wire.spire.localauthority.GetX509AuthorityStateRequest;
import dev.curfew.wire.spire.localauthority.LocalAuthorityGrpc;
import dev.curfew.wire.spire.localauthority.LocalAuthorityGrpc.LocalAuthorityBlockingStub;
import dev.curfew.wire.spire.localauthority.PrepareX509AuthorityRequest;
import dev.curfew.wire.spire.localauthority.RevokeX509AuthorityRequest;
import dev.curfew.wire.spire.localauthority.TaintX509AuthorityRequest;
import dev.curfew.wire.spire.types.Agent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** A lab whose agents act, by a clock that the test moves, and what an operator does to it. */
final class Story implements AutoCloseable {
    static final Duration X509 = Duration.ofSeconds(40);
    static final Duration JWT = Duration.ofSeconds(12);

    final DrivenTime time = new DrivenTime(Instant.parse("2026-11-22T12:00:00Z"));
    final Lab lab;
    final Wire wire;

    Story() throws IOException {
        lab = Lab.start(LabOptions.QUIET.acting(new LabOptions.Lives(X509, JWT)), time);
        lab.activity().subscribe(call -> {});
        wire = Wire.unix(lab.acme());
    }

    void pass(Duration step) {
        time.advance(step);
    }

    Instant now() {
        return time.instant();
    }

    List<Call> calls(Predicate<Call> wanted) {
        return lab.activity().calls().stream().filter(wanted).toList();
    }

    List<Call> callsOf(String name, Lane.Kind kind, Instant since) {
        return calls(call ->
                call.lane().from().path().equals("/agent/" + name)
                        && call.lane().kind() == kind
                        && !call.at().isBefore(since));
    }

    /** When the last certificate, or the last token, of somebody is dead. */
    Instant end(String name, Credential.Kind kind) {
        return lab.activity().credentials().stream()
                .filter(one -> one.holder().path().equals("/agent/" + name))
                .filter(one -> one.kind() == kind)
                .map(Credential::until)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    List<Moment> momentsOf(String name) {
        return lab.activity().moments().stream()
                .filter(moment -> moment.who().path().equals("/agent/" + name))
                .toList();
    }

    /** Deletes every entry of an agent below the pool of the agents. */
    void deleteEntry(String name) {
        var entries = EntryGrpc.newBlockingStub(wire.channel());
        var found =
                entries.listEntries(
                                ListEntriesRequest.newBuilder()
                                        .setFilter(
                                                ListEntriesRequest.Filter.newBuilder()
                                                        .setBySpiffeId(
                                                                TestServer.id("/agent/" + name)))
                                        .build())
                        .getEntriesList();
        var request = BatchDeleteEntryRequest.newBuilder();
        found.stream()
                .filter(entry -> entry.getParentId().getPath().equals("/pool/ai"))
                .forEach(entry -> request.addIds(entry.getId()));
        entries.batchDeleteEntry(request.build());
    }

    AgentGrpc.AgentBlockingStub nodes() {
        return AgentGrpc.newBlockingStub(wire.channel());
    }

    Agent node(String name) {
        return nodes().listAgents(ListAgentsRequest.getDefaultInstance()).getAgentsList().stream()
                .filter(node ->
                        node.getSelectorsList()
                                .contains(TestServer.selector("k8s_psat:agent_node_name:" + name)))
                .findFirst()
                .orElseThrow();
    }

    private LocalAuthorityBlockingStub authorities() {
        return LocalAuthorityGrpc.newBlockingStub(wire.channel());
    }

    String activeAuthority() {
        return authorities()
                .getX509AuthorityState(GetX509AuthorityStateRequest.getDefaultInstance())
                .getActive()
                .getAuthorityId();
    }

    /** Makes a new authority, lets everyone learn of it, and activates it; tells the old one. */
    String rotate() {
        var old = activeAuthority();
        var prepared =
                authorities()
                        .prepareX509Authority(PrepareX509AuthorityRequest.getDefaultInstance())
                        .getPreparedAuthority()
                        .getAuthorityId();
        pass(Duration.ofSeconds(6));
        authorities()
                .activateX509Authority(
                        ActivateX509AuthorityRequest.newBuilder().setAuthorityId(prepared).build());
        return old;
    }

    void taint(String authority) {
        authorities()
                .taintX509Authority(
                        TaintX509AuthorityRequest.newBuilder().setAuthorityId(authority).build());
    }

    void revoke(String authority) {
        authorities()
                .revokeX509Authority(
                        RevokeX509AuthorityRequest.newBuilder().setAuthorityId(authority).build());
    }

    @Override
    public void close() throws Exception {
        wire.close();
        lab.close();
    }
}

package dev.curfew.lab.acting;

import dev.curfew.lab.agent.Credential;
import dev.curfew.lab.agent.SpireAgent;
import dev.curfew.lab.agent.Workload;
import dev.curfew.lab.call.CallDoor;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.lab.time.LabScheduler;
import dev.curfew.wire.spire.types.Agent;
import dev.curfew.wire.spire.types.SPIFFEID;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Everyone who acts, from the first call to the last: agents of nodes, workloads, doors, lanes. */
final class Troupe implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final long SEED = 7;
    private static final String NODE_NAME = "agent_node_name:";

    private final LabActivity.Surroundings around;
    private final Map<SPIFFEID, SpireAgent> agents = new LinkedHashMap<>();
    private final Map<SpiffeId, Workload> workloads = new LinkedHashMap<>();
    private final Map<SpiffeId, CallDoor> doors = new LinkedHashMap<>();
    private final List<Acting> acting = new ArrayList<>();
    private final Random random = new Random(SEED);
    private final Permission permission;
    private LabScheduler.Task looking = () -> {};

    private Troupe(LabActivity.Surroundings around) {
        this.around = around;
        this.permission = new Permission(around.policy());
    }

    static Troupe assemble(LabActivity.Surroundings around, CallLog log, Watch watch)
            throws IOException {
        var troupe = new Troupe(around);
        try {
            troupe.begin(log, watch);
            return troupe;
        } catch (IOException | RuntimeException e) {
            troupe.close();
            throw e;
        }
    }

    private void begin(CallLog log, Watch watch) throws IOException {
        for (var name : Cast.nodeNames()) {
            node(name).ifPresent(node -> settle(node.getId(), Cast.on(name)));
        }
        agents.values().forEach(SpireAgent::start);
        for (var called : Cast.called()) {
            var workload = workloads.get(called);
            if (workload != null) {
                doors.put(called, new CallDoor(workload, Cast.callersOf(called), around.clock()));
            }
        }
        var entitlements = new Entitlements(around.entries(), around.nodes(), nodesOfAll());
        watch.look(workloads.values(), entitlements);
        looking =
                around.scheduler().every(LOOK, () -> watch.look(workloads.values(), entitlements));
        for (var lane : Cast.lanes()) {
            var from = workloads.get(lane.from());
            var door = doors.get(lane.to());
            if (from != null && door != null) {
                var one =
                        new Acting(
                                lane,
                                from,
                                door,
                                around,
                                new Acting.Looks(log, entitlements, permission),
                                random);
                acting.add(one);
                one.begin();
            }
        }
    }

    private void settle(SPIFFEID node, List<SpiffeId> members) {
        var agent =
                new SpireAgent(node, around.doors(), around.clock(), around.scheduler(), random);
        agents.put(node, agent);
        around.nodes().drive(node);
        members.forEach(id -> workloads.put(id, agent.attach(id)));
    }

    private Optional<Agent> node(String name) {
        return around.nodes().all().stream()
                .filter(node ->
                        node.getSelectorsList().stream()
                                .anyMatch(selector -> selector.getValue().equals(NODE_NAME + name)))
                .findFirst();
    }

    private Map<SpiffeId, SPIFFEID> nodesOfAll() {
        var nodes = new LinkedHashMap<SpiffeId, SPIFFEID>();
        workloads.forEach((id, workload) -> nodes.put(id, workload.node()));
        return nodes;
    }

    List<Credential> credentials() {
        return workloads.values().stream().flatMap(workload -> workload.got().stream()).toList();
    }

    List<LabActivity.Door> open() {
        return doors.entrySet().stream()
                .map(one -> new LabActivity.Door(one.getKey(), one.getValue().port()))
                .toList();
    }

    List<LabActivity.Open> openStreams() {
        return acting.stream().flatMap(one -> one.open().stream()).toList();
    }

    void closeStreams() {
        acting.forEach(Acting::closeStream);
    }

    @Override
    public void close() {
        looking.cancel();
        acting.forEach(Acting::close);
        doors.values().forEach(CallDoor::close);
        permission.close();
        agents.forEach((node, agent) -> {
            agent.stop();
            around.nodes().release(node);
        });
    }
}

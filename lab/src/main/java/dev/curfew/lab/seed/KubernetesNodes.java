package dev.curfew.lab.seed;

import java.util.ArrayList;
import java.util.List;

/** Nodes of a Kubernetes cluster. */
record KubernetesNodes(Sower sower, String cluster) {

    /** Adds nodes of a pool; their names count from the given number. */
    List<String> add(String pool, int from, int count) {
        var paths = new ArrayList<String>();
        for (var i = from; i < from + count; i++) {
            paths.add(
                    sower.node("k8s_psat", cluster + "/" + sower.uuid(), true, selectors(pool, i)));
        }
        return paths;
    }

    String[] selectors(String pool, int number) {
        return new String[] {
            "k8s_psat:cluster:" + cluster,
            "k8s_psat:agent_ns:spire",
            "k8s_psat:agent_sa:spire-agent",
            "k8s_psat:agent_pod_label:app:spire-agent",
            "k8s_psat:agent_node_name:" + nodeName(number),
            "k8s_psat:agent_node_label:pool:" + pool,
        };
    }

    String nodeName(int number) {
        return "%s-n%02d".formatted(cluster, number);
    }
}

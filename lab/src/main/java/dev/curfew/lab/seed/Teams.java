package dev.curfew.lab.seed;

import java.time.Duration;
import java.util.List;

/** The ordinary workloads: services of teams, in Kubernetes. */
record Teams(Sower sower) {

    /** One team and what it runs. */
    record Team(String name, List<String> services) {
        static Team of(String name, String... services) {
            return new Team(name, List.of(services));
        }
    }

    /** Adds every service of every team below each of the parents, with everyday differences. */
    void add(List<Team> teams, String... parents) {
        for (var team : teams) {
            for (var service : team.services()) {
                for (var i = 0; i < parents.length; i++) {
                    // Not everything runs everywhere.
                    if (i == 0 || sower.random().nextInt(2) == 0) {
                        add(team.name(), service, parents[i]);
                    }
                }
            }
        }
    }

    private void add(String team, String service, String parent) {
        var kind = sower.random().nextInt(10);
        var ttl =
                kind < 6
                        ? Duration.ZERO
                        : Duration.ofMinutes(List.of(15, 30, 60, 120).get(kind - 6));
        sower.entry(
                "/ns/" + team + "/sa/" + service,
                parent,
                entry -> {
                    entry.setX509SvidTtl(Math.toIntExact(ttl.toSeconds()));
                    if (kind == 3) {
                        entry.addDnsNames(service + "." + team + ".svc");
                    }
                    if (kind == 5) {
                        entry.setJwtSvidTtl(900);
                    }
                    return entry;
                },
                selectors(team, service, kind));
    }

    private String[] selectors(String team, String service, int kind) {
        var ns = "k8s:ns:" + team;
        var sa = "k8s:sa:" + service;
        return switch (kind) {
            case 0, 1, 2 -> new String[] {ns, sa, "k8s:pod-label:app:" + service};
            case 3, 4 ->
                    new String[] {
                        ns,
                        sa,
                        "k8s:container-image:" + team + "/" + service + "@sha256:" + sower.hex(64)
                    };
            case 5, 6 ->
                    new String[] {
                        ns, sa, "k8s:container-name:" + service, "k8s:pod-label:tier:backend"
                    };
            default -> new String[] {ns, sa};
        };
    }
}

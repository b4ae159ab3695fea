package dev.curfew.estate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything known of every connected server and policy backend, in the order of connecting.
 * Immutable.
 */
public record Estate(List<ServerEstate> servers, List<BackendEstate> backends) {
    public static final Estate EMPTY = new Estate(List.of());

    public Estate {
        servers = List.copyOf(servers);
        backends = List.copyOf(backends);
    }

    /** Without policy backends. */
    public Estate(List<ServerEstate> servers) {
        this(servers, List.of());
    }

    public Optional<BackendEstate> backend(String name) {
        return backends.stream().filter(backend -> backend.name().equals(name)).findFirst();
    }

    public Optional<ServerEstate> server(String name) {
        return servers.stream().filter(server -> server.name().equals(name)).findFirst();
    }

    Estate with(ServerEstate changed) {
        Map<String, ServerEstate> byName = new LinkedHashMap<>();
        servers.forEach(server -> byName.put(server.name(), server));
        byName.put(changed.name(), changed);
        return new Estate(List.copyOf(byName.values()), backends);
    }

    Estate with(BackendEstate changed) {
        Map<String, BackendEstate> byName = new LinkedHashMap<>();
        backends.forEach(backend -> byName.put(backend.name(), backend));
        byName.put(changed.name(), changed);
        return new Estate(servers, List.copyOf(byName.values()));
    }

    Estate without(String name) {
        return new Estate(
                servers.stream().filter(server -> !server.name().equals(name)).toList(),
                backends.stream().filter(backend -> !backend.name().equals(name)).toList());
    }
}

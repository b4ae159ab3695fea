package dev.curfew.estate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything known of every connected server, in the order of connecting. Immutable. */
public record Estate(List<ServerEstate> servers) {
    public static final Estate EMPTY = new Estate(List.of());

    public Estate {
        servers = List.copyOf(servers);
    }

    public Optional<ServerEstate> server(String name) {
        return servers.stream().filter(server -> server.name().equals(name)).findFirst();
    }

    Estate with(ServerEstate changed) {
        Map<String, ServerEstate> byName = new LinkedHashMap<>();
        servers.forEach(server -> byName.put(server.name(), server));
        byName.put(changed.name(), changed);
        return new Estate(List.copyOf(byName.values()));
    }

    Estate without(String name) {
        return new Estate(servers.stream().filter(server -> !server.name().equals(name)).toList());
    }
}

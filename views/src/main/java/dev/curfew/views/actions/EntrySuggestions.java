package dev.curfew.views.actions;

import dev.curfew.estate.EntryView;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.SpiffeIds;
import io.spiffe.spiffeid.SpiffeId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What can be offered in the fields of an entry's form. Pure. */
final class EntrySuggestions {
    /** Selectors begin like this; the value is the operator's. */
    private static final List<String> SELECTOR_STARTS =
            List.of(
                    "k8s:ns:",
                    "k8s:sa:",
                    "k8s:pod-label:",
                    "k8s:container-image:",
                    "k8s:container-name:",
                    "unix:uid:",
                    "unix:user:",
                    "unix:gid:",
                    "unix:path:",
                    "unix:sha256:",
                    "docker:label:",
                    "docker:image_id:",
                    "docker:image_config_digest:",
                    "systemd:id:");

    private final ServerEstate server;
    private final List<String> parents;

    EntrySuggestions(ServerEstate server) {
        this.server = server;
        this.parents = parents(server);
    }

    /** Aliases first: most entries stand below one. Then the server itself, then nodes. */
    private static List<String> parents(ServerEstate server) {
        Set<String> all = new LinkedHashSet<>();
        server.trustDomain()
                .map(SpiffeIds::server)
                .ifPresent(own -> {
                    server.entries().value().derived().map(EntryView.Derived::index).stream()
                            .flatMap(index -> index.below(own).stream())
                            .map(RegistrationEntry::spiffeId)
                            .map(SpiffeId::toString)
                            .sorted()
                            .forEach(all::add);
                    all.add(own.toString());
                });
        server.nodes().value().stream()
                .map(Node::id)
                .map(SpiffeId::toString)
                .sorted()
                .forEach(all::add);
        return List.copyOf(all);
    }

    List<String> parents(String typed) {
        return containing(parents.stream(), typed);
    }

    List<String> spiffeIds(String typed) {
        String start =
                server.trustDomain()
                        .map(td -> "spiffe://" + td.getName() + "/")
                        .orElse("spiffe://");
        return start.startsWith(typed) ? List.of(start) : List.of();
    }

    List<String> selectors(String typed) {
        return SELECTOR_STARTS.stream()
                .filter(start ->
                        start.startsWith(typed) || !typed.contains(":") && start.contains(typed))
                .toList();
    }

    /** All the words that were typed, in any order. */
    private static List<String> containing(Stream<String> all, String typed) {
        String[] words = typed.toLowerCase(Locale.ROOT).split("\\s+");
        return all.filter(one -> Stream.of(words).allMatch(one.toLowerCase(Locale.ROOT)::contains))
                .limit(50)
                .toList();
    }
}

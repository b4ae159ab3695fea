package dev.curfew.containment.scope;

import dev.curfew.containment.scope.Scope.Part;
import dev.curfew.estate.EntryIndex;
import dev.curfew.estate.EntryLanguage;
import dev.curfew.estate.EntryView.Derived;
import dev.curfew.estate.Estate;
import dev.curfew.estate.Link;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.query.Parsed;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what a target is on each server, from what is known of them. Pure; any thread. */
public final class ScopeFinder {
    private ScopeFinder() {}

    /**
     * @param connections to look on, the ones to write through first
     * @return INVALID_QUERY for a query that can not be read; NOT_FOUND where no server that was
     *     read knows anything of it
     */
    public static Outcome<Scope> find(
            ContainmentTarget target, Estate estate, Collection<String> connections, Instant now) {
        List<Found> found = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (ServerEstate server : inOrder(estate, connections)) {
            if (!isWhollyRead(server)) {
                unread.add(server.name());
            }
            switch (find(target, server, now)) {
                case Outcome.Failed<Found>(var failure) -> {
                    return Outcome.failed(failure);
                }
                case Outcome.Ok<Found>(var here) -> found.add(here);
            }
        }
        Scope scope = new Scope(target, parts(found), unread);
        return scope.isEmpty()
                ? Outcome.failed(
                        new Failure(
                                Reason.NOT_FOUND,
                                target.subject(),
                                unread.isEmpty()
                                        ? "no connected server has it"
                                        : "not everything could be read from "
                                                + String.join(", ", unread)))
                : Outcome.ok(scope);
    }

    /** Those that answer come first: one of them is written through. */
    private static List<ServerEstate> inOrder(Estate estate, Collection<String> connections) {
        List<ServerEstate> wanted =
                connections.stream().flatMap(name -> estate.server(name).stream()).toList();
        return Stream.concat(
                        wanted.stream().filter(ScopeFinder::isUp),
                        wanted.stream().filter(server -> !isUp(server)))
                .toList();
    }

    private static boolean isUp(ServerEstate server) {
        return server.link() instanceof Link.Up;
    }

    private static boolean isWhollyRead(ServerEstate server) {
        return server.entries().state() == Reading.State.COMPLETE
                && server.nodes().state() == Reading.State.COMPLETE
                && server.entries().value().unreadable() == 0;
    }

    private static Outcome<Found> find(ContainmentTarget target, ServerEstate server, Instant now) {
        Optional<Derived> derived = server.entries().value().derived();
        return switch (target) {
            case ContainmentTarget.Matching(var query) ->
                    switch (EntryLanguage.of(server, now).parse(query)) {
                        case Parsed.Wrong wrong -> Outcome.failed(wrong.asFailure());
                        case Parsed.Good(var good) -> {
                            List<RegistrationEntry> rows = new ArrayList<>();
                            var entries = server.entries().value().entries();
                            for (int row : good.filter(entries.size())) {
                                rows.add(entries.get(row));
                            }
                            yield Outcome.ok(new Found(server, rows, List.of()));
                        }
                    };
            case ContainmentTarget.Identities(var ids) ->
                    Outcome.ok(
                            new Found(
                                    server,
                                    ids.stream().flatMap(id -> giving(id, derived)).toList(),
                                    List.of()));
            case ContainmentTarget.Entries(var entryIds, _) ->
                    Outcome.ok(
                            new Found(
                                    server,
                                    entryIds.stream()
                                            .flatMap(id ->
                                                    derived.stream()
                                                            .flatMap(d ->
                                                                    d.index().find(id).stream()))
                                            .toList(),
                                    List.of()));
            case ContainmentTarget.ChainRoot(var root) ->
                    Outcome.ok(new Found(server, chain(root, derived), List.of()));
            case ContainmentTarget.NodeWithWorkloads(var id) -> {
                List<Node> nodes =
                        server.nodes().value().stream().filter(n -> n.id().equals(id)).toList();
                List<RegistrationEntry> served =
                        derived.stream()
                                .flatMap(d ->
                                        nodes.stream()
                                                .flatMap(n ->
                                                        d.entitlements().entriesOf(n).stream()))
                                .toList();
                yield Outcome.ok(new Found(server, served, nodes));
            }
        };
    }

    private static Stream<RegistrationEntry> giving(SpiffeId id, Optional<Derived> derived) {
        return derived.stream().flatMap(d -> d.index().withIdentity(id).stream());
    }

    private static List<RegistrationEntry> chain(SpiffeId root, Optional<Derived> derived) {
        Map<String, RegistrationEntry> all = new LinkedHashMap<>();
        derived.ifPresent(d -> {
            EntryIndex index = d.index();
            Deque<SpiffeId> open = new ArrayDeque<>(List.of(root));
            Set<SpiffeId> seen = new HashSet<>();
            index.withIdentity(root).forEach(entry -> all.put(entry.id(), entry));
            while (!open.isEmpty()) {
                SpiffeId parent = open.pop();
                if (seen.add(parent)) {
                    for (RegistrationEntry child : index.below(parent)) {
                        all.put(child.id(), child);
                        open.add(child.spiffeId());
                    }
                }
            }
        });
        return List.copyOf(all.values());
    }

    /** What one server knows of the target. */
    private record Found(ServerEstate server, List<RegistrationEntry> entries, List<Node> nodes) {
        boolean isNothing() {
            return entries.isEmpty() && nodes.isEmpty();
        }

        /** Ids are random, so servers with a common one share a datastore. */
        boolean sharesWith(Group group) {
            return entries.stream().anyMatch(entry -> group.entries.containsKey(entry.id()))
                    || nodes.stream().anyMatch(node -> group.nodes.containsValue(node));
        }
    }

    private static final class Group {
        private final List<ServerEstate> servers = new ArrayList<>();
        private final Map<String, RegistrationEntry> entries = new LinkedHashMap<>();
        private final Map<SpiffeId, Node> nodes = new LinkedHashMap<>();
        private final Set<Node> servedBy = new LinkedHashSet<>();

        void add(Found found) {
            servers.add(found.server());
            found.entries().forEach(entry -> entries.putIfAbsent(entry.id(), entry));
            found.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
            found.server()
                    .entries()
                    .value()
                    .derived()
                    .ifPresent(d ->
                            found.entries()
                                    .forEach(entry ->
                                            d.entitlements().nodesOf(entry).stream()
                                                    .filter(n ->
                                                            servedBy.stream()
                                                                    .noneMatch(s ->
                                                                            s.id().equals(n.id())))
                                                    .forEach(servedBy::add)));
        }

        Part part() {
            return new Part(
                    servers.stream().map(ServerEstate::name).toList(),
                    servers.getFirst().trustDomain(),
                    List.copyOf(entries.values()),
                    List.copyOf(nodes.values()),
                    List.copyOf(servedBy));
        }
    }

    private static List<Part> parts(List<Found> found) {
        List<Group> groups = new ArrayList<>();
        for (Found here : found) {
            if (here.isNothing()) {
                continue;
            }
            Group group =
                    groups.stream()
                            .filter(here::sharesWith)
                            .findFirst()
                            .orElseGet(() -> {
                                Group fresh = new Group();
                                groups.add(fresh);
                                return fresh;
                            });
            group.add(here);
        }
        return groups.stream().map(Group::part).toList();
    }
}

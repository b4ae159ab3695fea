package dev.curfew.containment.plan;

import dev.curfew.connect.Credentials;
import dev.curfew.containment.ChangePlan.FieldChange;
import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.containment.ChangePlan.Warning;
import dev.curfew.containment.plan.PlannedStep.Work;
import dev.curfew.estate.ExposureFacts;
import dev.curfew.estate.NodeState;
import dev.curfew.estate.ServerEstate;
import dev.curfew.estate.TrustRow;
import dev.curfew.estate.TrustRow.SlotName;
import dev.curfew.exposure.AuthorityExposure;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.exposure.Facts;
import dev.curfew.exposure.SeverTimes;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.HostNames;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.text.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rotations that sever a set of servers: their X.509 authorities, then their JWT keys. */
final class SeverSteps {
    private static final int MOST_NAMES = 8;

    private SeverSteps() {}

    record Step(Lever lever, Work work, List<Item> items, ExposureBound bound) {}

    /**
     * @param servers of one set; all of them are rotated together
     */
    static List<Step> of(
            List<ServerEstate> servers,
            Instant now,
            Collection<Warning> warnings,
            Collection<Failure> refusals) {
        Set<String> inSlots =
                servers.stream().flatMap(SeverSteps::inSlots).collect(Collectors.toSet());
        Map<ServerEstate, List<TrustRow>> rows = new LinkedHashMap<>();
        for (ServerEstate server : servers) {
            // What is in a slot of another server of the set is rotated or revoked there.
            rows.put(
                    server,
                    TrustRow.of(server.authorities().value()).stream()
                            .filter(row ->
                                    row.slot() != SlotName.NONE || !inSlots.contains(row.id()))
                            .toList());
        }
        List<Step> steps = new ArrayList<>();
        RetireSteps retire = new RetireSteps(rows, now);
        Instant begun = retire.add(Kind.X509, Lever.RETIRE_X509, now, steps, warnings);
        begun = retire.add(Kind.JWT, Lever.RETIRE_JWT, begun, steps, warnings);
        Instant x509 = add(rows, Kind.X509, Lever.ROTATE_X509, begun, now, steps, refusals);
        add(rows, Kind.JWT, Lever.ROTATE_JWT, x509, now, steps, refusals);
        if (!steps.isEmpty()) {
            warnings.add(Warning.of("pointOfNoReturn"));
            rows.forEach((server, authorities) -> warn(server, authorities, now, warnings));
        }
        return steps;
    }

    /** Gives the moment at which it is over. */
    private static Instant add(
            Map<ServerEstate, List<TrustRow>> servers,
            Kind kind,
            Lever lever,
            Instant from,
            Instant now,
            List<Step> into,
            Collection<Failure> refusals) {
        List<Item> items = new ArrayList<>();
        List<ExposureBound> bounds = new ArrayList<>();
        boolean leavesNone = true;
        Instant revoked =
                servers.keySet().stream()
                        .map(server -> revokedBy(server, kind, from, now))
                        .max(Comparator.naturalOrder())
                        .orElse(from);
        for (Map.Entry<ServerEstate, List<TrustRow>> one : servers.entrySet()) {
            ServerEstate server = one.getKey();
            Optional<TrustRow> active = slot(one.getValue(), kind, SlotName.ACTIVE);
            if (active.isEmpty()) {
                refusals.add(
                        new Failure(
                                Reason.REFUSED,
                                "rotating the " + kind + " authority of " + server.name(),
                                "which authority is active there could not be read"));
                return from;
            }
            items.add(
                    item(
                            server,
                            kind,
                            active.get(),
                            slot(one.getValue(), kind, SlotName.PREPARED)));
            bounds.add(
                    active.get().upstreamSubjectKeyId().isEmpty()
                            ? AuthorityExposure.revoke(facts(server, revoked), Set.of(kind))
                            : AuthorityExposure.revokeUpstream(facts(server, revoked)));
            leavesNone &=
                    one.getValue().stream()
                            .filter(row -> row.slot() == SlotName.NONE)
                            .noneMatch(row -> row.kind() == kind && staysTrusted(row, now));
        }
        into.add(
                new Step(
                        lever,
                        new Work.Rotate(kind, leavesNone),
                        items,
                        ExposureBound.latest(bounds)));
        return revoked;
    }

    private static Item item(
            ServerEstate server, Kind kind, TrustRow active, Optional<TrustRow> prepared) {
        return new Item(
                active.id(),
                kind + " authority of " + server.name(),
                List.of(
                        new FieldChange(
                                "active authority",
                                shortId(active.id()),
                                prepared.map(row -> shortId(row.id())).orElse("a new one")),
                        new FieldChange("in the bundle", shortId(rootId(active)), "")));
    }

    private static Optional<TrustRow> slot(List<TrustRow> rows, Kind kind, SlotName name) {
        return rows.stream().filter(row -> row.kind() == kind && row.slot() == name).findFirst();
    }

    /**
     * When every node has passed the gate: the waits one after the other. A node that stays away
     * keeps it closed until its own certificate ends.
     */
    private static Instant revokedBy(ServerEstate server, Kind kind, Instant from, Instant now) {
        Instant spread = SeverTimes.preparedKnownBy(facts(server, from)).at().orElse(from);
        Instant changed = SeverTimes.serialsChangedBy(facts(server, spread)).at().orElse(spread);
        if (kind == Kind.JWT) {
            return changed;
        }
        Instant allPassed =
                overdue(server, now)
                        .map(Node::expiresAt)
                        .filter(changed::isBefore)
                        .max(Comparator.naturalOrder())
                        .orElse(changed);
        return allPassed.plus(longestGate(server));
    }

    static Duration longestGate(ServerEstate server) {
        return server.entries().value().derived().stream()
                .flatMap(derived ->
                        server.nodes().value().stream()
                                .filter(node -> !node.banned())
                                .map(node -> derived.entitlements().rowsOf(node).cardinality()))
                .map(SeverTimes::gate)
                .max(Duration::compareTo)
                .orElseGet(() -> SeverTimes.gate(server.entries().value().entries().size()));
    }

    static Facts facts(ServerEstate server, Instant at) {
        List<RegistrationEntry> all = server.entries().value().entries();
        return ExposureFacts.of(
                server,
                at,
                all.stream().mapToInt(RegistrationEntry::x509TtlSeconds),
                all.stream().mapToInt(RegistrationEntry::jwtTtlSeconds));
    }

    /** It may have signed what is to end, and a rotation alone does not touch it. */
    static boolean staysTrusted(TrustRow row, Instant now) {
        return (row.slot() == SlotName.OLD || row.slot() == SlotName.NONE)
                && row.inBundle()
                && row.notAfter().isAfter(now);
    }

    private static Stream<String> inSlots(ServerEstate server) {
        return TrustRow.of(server.authorities().value()).stream()
                .filter(row -> row.slot() != SlotName.NONE)
                .flatMap(row -> Stream.of(row.id(), row.upstreamSubjectKeyId()));
    }

    /** What stands for it in the bundle. */
    static String rootId(TrustRow row) {
        return row.upstreamSubjectKeyId().isEmpty() ? row.id() : row.upstreamSubjectKeyId();
    }

    private static void warn(
            ServerEstate server, List<TrustRow> rows, Instant now, Collection<Warning> warnings) {
        for (TrustRow row : rows) {
            boolean trusted = staysTrusted(row, now);
            if (row.slot() == SlotName.NONE && trusted) {
                warnings.add(
                        Warning.of(
                                "otherRoot",
                                row.kind(),
                                shortId(row.id()),
                                Moments.utc(row.notAfter())));
            }
            if (row.slot() == SlotName.ACTIVE && !row.upstreamSubjectKeyId().isEmpty()) {
                warnings.add(Warning.of("upstream", server.name()));
            }
        }
        List<String> overdue = overdue(server, now).map(HostNames::orShortName).toList();
        if (!overdue.isEmpty()) {
            warnings.add(Warning.of("nodesOverdue", overdue.size(), firstOf(overdue)));
        }
        if (!(server.profile().credentials() instanceof Credentials.LocalSocket)) {
            warnings.add(Warning.of("ownSvid", server.name()));
        }
    }

    private static Stream<Node> overdue(ServerEstate server, Instant now) {
        return server.nodes().value().stream()
                .filter(node -> NodeState.of(node, now) == NodeState.ATTESTED)
                .filter(node -> isOverdue(server, node, now));
    }

    /** Renewed at half of its life, a certificate never has less than 45 % of it left. */
    private static boolean isOverdue(ServerEstate server, Node node, Instant now) {
        Duration life = server.profile().timings().defaultX509Ttl();
        return node.expiresAt().isBefore(now.plus(life.multipliedBy(2).dividedBy(5)));
    }

    private static String firstOf(List<String> names) {
        return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMES ? ", …" : "");
    }

    static String shortId(String id) {
        return id.length() <= 12 ? id : id.substring(0, 12) + "…";
    }
}

package dev.curfew.containment.plan;

import dev.curfew.connect.Credentials;
import dev.curfew.containment.ChangePlan.FieldChange;
import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.containment.ChangePlan.Warning;
import dev.curfew.estate.ExposureFacts;
import dev.curfew.estate.ServerEstate;
import dev.curfew.estate.TrustRow;
import dev.curfew.estate.TrustRow.SlotName;
import dev.curfew.exposure.AuthorityExposure;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.exposure.Facts;
import dev.curfew.exposure.SeverTimes;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.text.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rotations that sever one server: its X.509 authority, then its JWT key. */
final class SeverSteps {
    private SeverSteps() {}

    record Step(
            Lever lever, Kind kind, boolean leavesNone, List<Item> items, ExposureBound bound) {}

    /**
     * @param alsoRotated ids of the authorities that are rotated on other servers of the same set
     */
    static List<Step> of(
            ServerEstate server,
            Set<String> alsoRotated,
            Instant now,
            Collection<Warning> warnings,
            Collection<Failure> refusals) {
        List<TrustRow> rows =
                TrustRow.of(server.authorities().value()).stream()
                        .filter(row ->
                                row.slot() != SlotName.NONE || !alsoRotated.contains(row.id()))
                        .toList();
        List<Step> steps = new ArrayList<>();
        Instant x509 = add(server, Kind.X509, Lever.ROTATE_X509, now, now, rows, steps, refusals);
        add(server, Kind.JWT, Lever.ROTATE_JWT, x509, now, rows, steps, refusals);
        if (!steps.isEmpty()) {
            warn(server, rows, now, warnings);
        }
        return steps;
    }

    /** Gives the moment at which it is over. */
    private static Instant add(
            ServerEstate server,
            Kind kind,
            Lever lever,
            Instant from,
            Instant now,
            List<TrustRow> rows,
            List<Step> into,
            Collection<Failure> refusals) {
        Optional<TrustRow> active =
                rows.stream()
                        .filter(row -> row.kind() == kind && row.slot() == SlotName.ACTIVE)
                        .findFirst();
        if (active.isEmpty()) {
            refusals.add(
                    new Failure(
                            Reason.REFUSED,
                            "rotating the " + kind + " authority of " + server.name(),
                            "which authority is active there could not be read"));
            return from;
        }
        Optional<TrustRow> prepared =
                rows.stream()
                        .filter(row -> row.kind() == kind && row.slot() == SlotName.PREPARED)
                        .findFirst();
        Instant revoked = revokedBy(server, kind, from);
        into.add(
                new Step(
                        lever,
                        kind,
                        rows.stream()
                                .noneMatch(row -> row.kind() == kind && staysTrusted(row, now)),
                        List.of(
                                new Item(
                                        active.get().id(),
                                        kind + " authority of " + server.name(),
                                        List.of(
                                                new FieldChange(
                                                        "active authority",
                                                        shortId(active.get().id()),
                                                        prepared.map(row -> shortId(row.id()))
                                                                .orElse("a new one")),
                                                new FieldChange(
                                                        "in the bundle",
                                                        shortId(active.get().id()),
                                                        "")))),
                        AuthorityExposure.revoke(facts(server, revoked), Set.of(kind))));
        return revoked;
    }

    /** When every node that syncs has passed the gate: the waits one after the other. */
    private static Instant revokedBy(ServerEstate server, Kind kind, Instant from) {
        Instant spread = SeverTimes.preparedKnownBy(facts(server, from)).at().orElse(from);
        Instant changed = SeverTimes.serialsChangedBy(facts(server, spread)).at().orElse(spread);
        return kind == Kind.X509 ? changed.plus(longestGate(server)) : changed;
    }

    private static Duration longestGate(ServerEstate server) {
        return server.entries().value().derived().stream()
                .flatMap(derived ->
                        server.nodes().value().stream()
                                .filter(node -> !node.banned())
                                .map(node -> derived.entitlements().rowsOf(node).cardinality()))
                .map(SeverTimes::gate)
                .max(Duration::compareTo)
                .orElseGet(() -> SeverTimes.gate(server.entries().value().entries().size()));
    }

    private static Facts facts(ServerEstate server, Instant at) {
        List<RegistrationEntry> all = server.entries().value().entries();
        return ExposureFacts.of(
                server,
                at,
                all.stream().mapToInt(RegistrationEntry::x509TtlSeconds),
                all.stream().mapToInt(RegistrationEntry::jwtTtlSeconds));
    }

    /** It may have signed what is to end, and this rotation does not touch it. */
    private static boolean staysTrusted(TrustRow row, Instant now) {
        return (row.slot() == SlotName.OLD || row.slot() == SlotName.NONE)
                && row.inBundle()
                && row.notAfter().isAfter(now);
    }

    /** Ids of what is active on a server. */
    static Set<String> active(ServerEstate server) {
        return TrustRow.of(server.authorities().value()).stream()
                .filter(row -> row.slot() == SlotName.ACTIVE)
                .map(TrustRow::id)
                .collect(Collectors.toSet());
    }

    private static void warn(
            ServerEstate server, List<TrustRow> rows, Instant now, Collection<Warning> warnings) {
        warnings.add(Warning.of("pointOfNoReturn"));
        for (TrustRow row : rows) {
            boolean trusted = staysTrusted(row, now);
            if (row.slot() == SlotName.OLD && trusted) {
                warnings.add(
                        Warning.of(
                                "previousStaysTrusted",
                                shortId(row.id()),
                                Moments.utc(row.notAfter())));
            }
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
        long unseen =
                server.nodes().value().stream()
                        .filter(node -> !node.banned())
                        .filter(node -> isAboutToEnd(node, now))
                        .count();
        if (unseen > 0) {
            warnings.add(Warning.of("nodesOverdue", unseen));
        }
        if (!(server.profile().credentials() instanceof Credentials.LocalSocket)) {
            warnings.add(Warning.of("ownSvid", server.name()));
        }
    }

    /** It should have renewed: it may be away, and then it keeps the gate closed. */
    private static boolean isAboutToEnd(Node node, Instant now) {
        return !node.isExpired(now) && node.expiresAt().isBefore(now.plus(Duration.ofMinutes(5)));
    }

    private static String shortId(String id) {
        return id.length() <= 12 ? id : id.substring(0, 12) + "…";
    }
}

package dev.curfew.views.workloads;

import dev.curfew.estate.EntryView;
import dev.curfew.estate.ExposureFacts;
import dev.curfew.estate.ParentChain;
import dev.curfew.estate.ServerEstate;
import dev.curfew.exposure.Exposure;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.exposure.TtlExplanation;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.identity.AuthoritySlots.Slot;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything the details say of one entry. Made away from the JavaFX thread; immutable.
 *
 * @param row as it is in the list
 * @param server whose entry it is
 * @param relations empty while not everything was read
 */
record WorkloadFacts(WorkloadRow row, ServerEstate server, Optional<Relations> relations) {

    /**
     * What follows from all entries and nodes together.
     *
     * @param chain what stands above, nearest first
     * @param nodes that may hand out the identity; for an alias those it names
     * @param sharedWith other entries of the same identity
     * @param below entries that have this identity as their parent
     */
    record Relations(
            List<ParentChain.Step> chain,
            List<Node> nodes,
            List<RegistrationEntry> sharedWith,
            List<RegistrationEntry> below) {}

    /** Takes its time where there are many entries. */
    static WorkloadFacts of(WorkloadRow row, ServerEstate server) {
        EntryView view = server.entries().value();
        return new WorkloadFacts(
                row,
                server,
                view.derived().map(derived -> relations(row.entry(), derived, server)));
    }

    private static Relations relations(
            RegistrationEntry entry, EntryView.Derived derived, ServerEstate server) {
        List<Node> all = server.nodes().value();
        return new Relations(
                ParentChain.of(entry, derived.index(), all),
                entry.isNodeAlias()
                        ? derived.entitlements().matching(entry)
                        : derived.entitlements().nodesOf(entry),
                derived.index().withIdentity(entry.spiffeId()).stream()
                        .filter(other -> !other.id().equals(entry.id()))
                        .toList(),
                derived.index().below(entry.spiffeId()).stream()
                        .filter(other -> !other.id().equals(entry.id()))
                        .toList());
    }

    RegistrationEntry entry() {
        return row.entry();
    }

    Optional<Slot> x509Authority() {
        return server.authorities().value().x509().flatMap(AuthoritySlots::active);
    }

    Optional<Slot> jwtAuthority() {
        return server.authorities().value().jwt().flatMap(AuthoritySlots::active);
    }

    TtlExplanation x509Ttl(Instant now) {
        return TtlExplanation.x509(
                entry().x509TtlSeconds(),
                server.profile().timings(),
                x509Authority().map(Slot::expiresAt),
                now);
    }

    TtlExplanation jwtTtl(Instant now) {
        return TtlExplanation.jwt(
                entry().jwtTtlSeconds(),
                server.profile().timings(),
                jwtAuthority().map(Slot::expiresAt),
                now);
    }

    /**
     * What a delete at this moment would end, and when. An alias issues nothing: what stands below
     * it counts.
     */
    ExposureBound ifDeleted(Instant now) {
        List<RegistrationEntry> hit =
                entry().isNodeAlias()
                        ? relations.map(Relations::below).orElse(List.of())
                        : List.of(entry());
        return Exposure.delete(
                ExposureFacts.of(
                        server,
                        now,
                        hit.stream().mapToInt(RegistrationEntry::x509TtlSeconds),
                        hit.stream().mapToInt(RegistrationEntry::jwtTtlSeconds)));
    }
}

package dev.curfew.estate;

import dev.curfew.identity.AuthoritySlots;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.AuthoritySlots.Slot;
import dev.curfew.identity.TrustBundle.JwtAuthority;
import dev.curfew.identity.TrustBundle.X509Authority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One authority: what the bundle says of it joined with the slot that names it.
 *
 * @param inBundle false: a slot still names it, but nothing it signed is trusted any more; of one
 *     that is signed by an upstream authority, whether the bundle holds that one's root
 * @param tainted whether the bundle marks it, or its upstream root
 */
public record TrustRow(
        Kind kind,
        String id,
        SlotName slot,
        boolean inBundle,
        boolean tainted,
        Optional<Instant> notBefore,
        Instant notAfter,
        String upstreamSubjectKeyId) {

    public enum SlotName {
        ACTIVE,
        PREPARED,
        OLD,
        /**
         * In the bundle, but in no slot of this server: another server's, or an orphan that no call
         * can taint.
         */
        NONE
    }

    /** All authorities of a view: those of slots first, then the rest of the bundle. */
    public static List<TrustRow> of(AuthorityView view) {
        List<TrustRow> rows = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        for (AuthoritySlots slots : view.x509().stream().toList()) {
            each(
                    slots,
                    (name, slot) -> {
                        // Of one that is signed above the bundle holds the root alone.
                        boolean own = slot.upstreamSubjectKeyId().isEmpty();
                        String rootId = own ? slot.authorityId() : slot.upstreamSubjectKeyId();
                        Optional<X509Authority> root =
                                view.x509Authorities().stream()
                                        .filter(a -> a.subjectKeyId().equals(rootId))
                                        .findFirst();
                        rows.add(
                                row(
                                        Kind.X509,
                                        slot,
                                        name,
                                        view.bundle().isEmpty() || root.isPresent(),
                                        root.map(X509Authority::tainted).orElse(false),
                                        root.filter(_ -> own).map(X509Authority::notBefore)));
                        listed.add(slot.authorityId());
                        listed.add(rootId);
                    });
        }
        for (AuthoritySlots slots : view.jwt().stream().toList()) {
            each(
                    slots,
                    (name, slot) -> {
                        Optional<JwtAuthority> key =
                                view.jwtAuthorities().stream()
                                        .filter(a -> a.keyId().equals(slot.authorityId()))
                                        .findFirst();
                        rows.add(
                                row(
                                        Kind.JWT,
                                        slot,
                                        name,
                                        view.bundle().isEmpty() || key.isPresent(),
                                        key.map(JwtAuthority::tainted).orElse(false),
                                        Optional.empty()));
                        listed.add(slot.authorityId());
                    });
        }
        for (X509Authority root : view.x509Authorities()) {
            if (listed.add(root.subjectKeyId())) {
                rows.add(
                        new TrustRow(
                                Kind.X509,
                                root.subjectKeyId(),
                                SlotName.NONE,
                                true,
                                root.tainted(),
                                Optional.of(root.notBefore()),
                                root.notAfter(),
                                ""));
            }
        }
        for (JwtAuthority key : view.jwtAuthorities()) {
            if (listed.add(key.keyId())) {
                rows.add(
                        new TrustRow(
                                Kind.JWT,
                                key.keyId(),
                                SlotName.NONE,
                                true,
                                key.tainted(),
                                Optional.empty(),
                                key.expiresAt(),
                                ""));
            }
        }
        return rows;
    }

    private interface EachSlot {
        void accept(SlotName name, Slot slot);
    }

    private static void each(AuthoritySlots slots, EachSlot action) {
        slots.active().ifPresent(slot -> action.accept(SlotName.ACTIVE, slot));
        slots.prepared().ifPresent(slot -> action.accept(SlotName.PREPARED, slot));
        slots.old().ifPresent(slot -> action.accept(SlotName.OLD, slot));
    }

    private static TrustRow row(
            Kind kind,
            Slot slot,
            SlotName name,
            boolean inBundle,
            boolean tainted,
            Optional<Instant> notBefore) {
        return new TrustRow(
                kind,
                slot.authorityId(),
                name,
                inBundle,
                tainted,
                notBefore,
                slot.expiresAt(),
                slot.upstreamSubjectKeyId());
    }
}

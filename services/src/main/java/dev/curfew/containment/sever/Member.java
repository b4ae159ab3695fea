package dev.curfew.containment.sever;

import static dev.curfew.containment.sever.Stopped.value;

import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.AuthoritySlots.Slot;
import dev.curfew.identity.Node;
import dev.curfew.identity.TrustBundle;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.Authorities;
import dev.curfew.spire.NodeFilter;
import dev.curfew.spire.Scan;
import dev.curfew.spire.ScanListener;
import dev.curfew.spire.SpireServer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The calls of a rotation on one of its servers, each after a look at what is there. One thread;
 * blocks.
 */
final class Member {
    private final String connection;
    private final SpireServer server;
    private final Authorities authorities;
    private final Kind kind;

    Member(String connection, SpireServer server, Kind kind) {
        this.connection = connection;
        this.server = server;
        this.authorities = server.authorities();
        this.kind = kind;
    }

    String connection() {
        return connection;
    }

    /** What would have to go if the rotation began now. */
    RotationNotes.Member begin() throws Stopped {
        Slot active = active();
        return active.upstreamSubjectKeyId().isEmpty()
                ? RotationNotes.Member.of(active.authorityId(), false)
                : RotationNotes.Member.of(active.upstreamSubjectKeyId(), true);
    }

    /** The one before the active one, if it is one of these; empty: another server's, or gone. */
    Optional<RotationNotes.Member> before(Set<String> ids) throws Stopped {
        return value(authorities.slots(kind))
                .old()
                .map(slot ->
                        slot.upstreamSubjectKeyId().isEmpty()
                                ? RotationNotes.Member.of(slot.authorityId(), false)
                                : RotationNotes.Member.of(slot.upstreamSubjectKeyId(), true))
                .filter(notes -> ids.contains(notes.retiring()));
    }

    boolean signsWith(RotationNotes.Member notes) throws Stopped {
        Slot active = active();
        return notes.upstream()
                ? active.upstreamSubjectKeyId().equals(notes.retiring())
                : active.authorityId().equals(notes.retiring());
    }

    /**
     * The prepared authority; made where there is none, for a second one would leave an orphan. One
     * below the root that is to go is no use, and leaves none: only roots are in the bundle.
     */
    Slot prepare(RotationNotes.Member notes) throws Stopped {
        Optional<Slot> known =
                value(authorities.slots(kind))
                        .prepared()
                        .filter(slot -> !isBelowTheOldRoot(slot, notes));
        Slot prepared = known.isPresent() ? known.get() : value(authorities.prepare(kind));
        if (isBelowTheOldRoot(prepared, notes)) {
            throw stopped(
                    Reason.WRONG_ORDER,
                    "the upstream authority is still the same; rotate it there first");
        }
        return prepared;
    }

    private static boolean isBelowTheOldRoot(Slot slot, RotationNotes.Member notes) {
        return notes.upstream() && slot.upstreamSubjectKeyId().equals(notes.retiring());
    }

    void activate(RotationNotes.Member notes) throws Stopped {
        String id =
                notes.prepared()
                        .orElseThrow(() -> stopped(Reason.WRONG_ORDER, "nothing is prepared"));
        if (!active().authorityId().equals(id)) {
            value(authorities.activate(kind, id));
        }
    }

    void taint(RotationNotes.Member notes) throws Stopped {
        if (notes.upstream()) {
            value(authorities.taintUpstream(notes.retiring()));
        } else {
            value(authorities.taint(kind, notes.retiring()));
        }
    }

    void revoke(RotationNotes.Member notes) throws Stopped {
        if (notes.upstream()) {
            value(authorities.revokeUpstream(notes.retiring()));
        } else {
            value(authorities.revoke(kind, notes.retiring()));
        }
        if (isTrusted(notes)) {
            throw stopped(Reason.CONTRADICTED, "the authority is still in the bundle");
        }
    }

    boolean isTrusted(RotationNotes.Member notes) throws Stopped {
        TrustBundle bundle = value(server.bundles().own());
        return kind == Kind.X509
                ? bundle.x509Authorities().stream()
                        .anyMatch(root -> root.subjectKeyId().equals(notes.retiring()))
                : bundle.jwtAuthorities().stream()
                        .anyMatch(key -> key.keyId().equals(notes.retiring()));
    }

    boolean isTainted(RotationNotes.Member notes) throws Stopped {
        TrustBundle bundle = value(server.bundles().own());
        return kind == Kind.X509
                ? bundle.x509Authorities().stream()
                        .anyMatch(r -> r.subjectKeyId().equals(notes.retiring()) && r.tainted())
                : bundle.jwtAuthorities().stream()
                        .anyMatch(k -> k.keyId().equals(notes.retiring()) && k.tainted());
    }

    /** All nodes; one that can not be read can not be waited for. */
    List<Node> nodes() throws Stopped {
        Scan<Node> scan = server.nodes().scan(NodeFilter.NONE, ScanListener.silent());
        if (scan.failure().isPresent()) {
            throw new Stopped(scan.failure().get(), List.of());
        }
        if (scan.unreadableCount() > 0) {
            throw stopped(Reason.UNREADABLE_ROWS, scan.unreadableCount() + " nodes make no sense");
        }
        return scan.rows();
    }

    private Slot active() throws Stopped {
        return value(authorities.slots(kind))
                .active()
                .orElseThrow(() -> stopped(Reason.REFUSED, "no authority is active"));
    }

    private Stopped stopped(Reason reason, String detail) {
        return Stopped.because(reason, connection, detail);
    }
}

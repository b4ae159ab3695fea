package dev.curfew.lab.authority;

import com.google.protobuf.ByteString;
import dev.curfew.lab.authority.AuthoritySlots.Status;
import dev.curfew.lab.bundle.BundleStore;
import dev.curfew.lab.rpc.Refusal;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.wire.spire.types.Bundle;
import dev.curfew.wire.spire.types.JWTKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The JWT authorities of one server and what the active one signs. Any thread may call. */
public final class JwtAuthorities {
    private final BundleStore bundles;
    private final InstantSource clock;
    private final Duration ttl;
    private final AuthoritySlots<JwtAuthority> slots;

    /**
     * Makes the first authority and puts it into the server's own bundle.
     *
     * @param ttl of each authority
     */
    public JwtAuthorities(BundleStore bundles, InstantSource clock, Duration ttl) {
        this.bundles = bundles;
        this.clock = clock;
        this.ttl = ttl;
        this.slots = new AuthoritySlots<>(make());
    }

    synchronized JwtAuthority active() {
        return slots.active();
    }

    synchronized Optional<JwtAuthority> prepared() {
        return slots.inStatus(Status.PREPARED);
    }

    synchronized Optional<JwtAuthority> old() {
        return slots.inStatus(Status.OLD);
    }

    synchronized JwtAuthority prepare() {
        var made = make();
        slots.prepare(made);
        return made;
    }

    synchronized JwtAuthority activate(String id) {
        AuthorityRules.mayActivate(slots, id);
        slots.rotate();
        return slots.active();
    }

    synchronized void taint(String id) {
        AuthorityRules.mayTaint(slots, id);
        bundles.change(bundles.ownTrustDomain(), bundle -> tainted(bundle, id));
    }

    synchronized void revoke(String id) {
        var inBundle =
                bundles.own().getJwtAuthoritiesList().stream()
                        .anyMatch(key -> key.getKeyId().equals(id));
        AuthorityRules.mayRevokeJwt(slots, id, inBundle);
        bundles.change(bundles.ownTrustDomain(), bundle -> revoked(bundle, id));
    }

    /** Prepares and activates by the calendar, as the server does every ten seconds. */
    public synchronized void rotateWhenDue() {
        if (slots.shouldPrepare(clock.instant())) {
            slots.prepare(make());
        }
        if (slots.shouldRotate(clock.instant())) {
            slots.rotate();
        }
    }

    /** Signs a token with the active authority, whose end also ends the token, silently. */
    public JwtSvid sign(SpiffeId id, List<String> audience, Duration ttl) {
        var now = clock.instant();
        var issuer = active();
        var end = X509Authorities.earlier(now.plus(ttl), issuer.notAfter());
        return JwtSvid.sign(issuer, id, audience, now, end);
    }

    private JwtAuthority make() {
        var made = JwtAuthority.make(clock.instant(), ttl);
        var wire =
                JWTKey.newBuilder()
                        .setKeyId(made.id())
                        .setPublicKey(ByteString.copyFrom(made.keys().getPublic().getEncoded()))
                        .setExpiresAt(made.notAfter().getEpochSecond())
                        .build();
        bundles.append(List.of(), List.of(wire));
        return made;
    }

    private static Bundle tainted(Bundle bundle, String id) {
        var changed = bundle.toBuilder();
        for (var key : changed.getJwtAuthoritiesBuilderList()) {
            if (key.getKeyId().equals(id)) {
                if (key.getTainted()) {
                    throw Refusal.internal("failed to taint JWT authority: key is already tainted");
                }
                key.setTainted(true);
                return changed.setSequenceNumber(bundle.getSequenceNumber() + 1).build();
            }
        }
        throw Refusal.internal(
                "failed to taint JWT authority: no JWT Key found with provided key ID");
    }

    private static Bundle revoked(Bundle bundle, String id) {
        var keys = bundle.getJwtAuthoritiesList();
        for (var i = 0; i < keys.size(); i++) {
            if (keys.get(i).getKeyId().equals(id)) {
                if (!keys.get(i).getTainted()) {
                    throw Refusal.internal(
                            "failed to revoke JWT authority: it is not possible to revoke an"
                                    + " untainted key");
                }
                return bundle.toBuilder()
                        .removeJwtAuthorities(i)
                        .setSequenceNumber(bundle.getSequenceNumber() + 1)
                        .build();
            }
        }
        throw Refusal.internal(
                "failed to revoke JWT authority: no JWT Key found with provided key ID");
    }
}

package dev.curfew.lab.authority;

import com.google.protobuf.ByteString;
import dev.curfew.lab.authority.AuthoritySlots.Status;
import dev.curfew.lab.bundle.BundleStore;
import dev.curfew.lab.rpc.Refusal;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.wire.spire.types.Bundle;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.asn1.x500.X500Name;

/** The X.509 authorities of one server and what the active one signs. Any thread may call. */
public final class X509Authorities {
    private final BundleStore bundles;
    private final InstantSource clock;
    private final Duration ttl;
    private final List<TaintListener> listeners = new CopyOnWriteArrayList<>();
    private final AuthoritySlots<X509Authority> slots;

    /**
     * Makes the first authority and puts it into the server's own bundle.
     *
     * @param ttl of each authority
     */
    public X509Authorities(BundleStore bundles, InstantSource clock, Duration ttl) {
        this.bundles = bundles;
        this.clock = clock;
        this.ttl = ttl;
        this.slots = new AuthoritySlots<>(make());
    }

    /** Adds someone to tell about taints. */
    public void onTaint(TaintListener listener) {
        listeners.add(listener);
    }

    /** The authority that signs now. */
    public synchronized X509Authority active() {
        return slots.active();
    }

    synchronized Optional<X509Authority> prepared() {
        return slots.inStatus(Status.PREPARED);
    }

    synchronized Optional<X509Authority> old() {
        return slots.inStatus(Status.OLD);
    }

    synchronized X509Authority prepare() {
        var made = make();
        slots.prepare(made);
        return made;
    }

    synchronized X509Authority activate(String id) {
        AuthorityRules.mayActivate(slots, id);
        slots.rotate();
        return slots.active();
    }

    X509Authority taint(String id) {
        X509Authority old;
        synchronized (this) {
            AuthorityRules.mayTaint(slots, id);
            old = slots.inStatus(Status.OLD).orElseThrow();
            bundles.change(bundles.ownTrustDomain(), bundle -> tainted(bundle, id));
        }
        listeners.forEach(listener -> listener.tainted(id));
        return old;
    }

    synchronized void revoke(String id) {
        AuthorityRules.mayRevokeX509(slots, id);
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

    /** Whether the server's own bundle still holds an authority. */
    public boolean trusts(String id) {
        return bundles.own().getX509AuthoritiesList().stream()
                .anyMatch(authority -> id(authority.getAsn1()).equals(id));
    }

    /**
     * Signs a certificate with the active authority, whose end also ends the certificate, silently.
     */
    public List<X509Certificate> sign(SpiffeId id, PublicKey key, Duration ttl) {
        return sign(id, key, ttl, Certificates.SVID_SUBJECT, List.of());
    }

    /** The same with a subject and DNS names; the first name becomes the common name. */
    public List<X509Certificate> sign(
            SpiffeId id, PublicKey key, Duration ttl, X500Name subject, List<String> dnsNames) {
        var now = clock.instant();
        var issuer = active();
        var leaf =
                new Certificates.Leaf(
                        id,
                        key,
                        subject,
                        dnsNames,
                        now.minus(Certificates.BACKDATED),
                        earlier(now.plus(ttl), issuer.notAfter()));
        return List.of(Certificates.leaf(issuer, leaf));
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private X509Authority make() {
        var made = X509Authority.make(bundles.ownTrustDomain(), clock.instant(), ttl);
        try {
            var wire =
                    dev.curfew.wire.spire.types.X509Certificate.newBuilder()
                            .setAsn1(ByteString.copyFrom(made.certificate().getEncoded()))
                            .build();
            bundles.append(List.of(wire), List.of());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
        return made;
    }

    private static Bundle tainted(Bundle bundle, String id) {
        var changed = bundle.toBuilder();
        var found = false;
        for (var authority : changed.getX509AuthoritiesBuilderList()) {
            if (id(authority.getAsn1()).equals(id)) {
                if (authority.getTainted()) {
                    throw Refusal.internal(
                            "failed to taint X.509 authority: root CA is already tainted");
                }
                authority.setTainted(true);
                found = true;
            }
        }
        if (!found) {
            throw Refusal.internal(
                    "failed to taint X.509 authority: no ca found with provided subject key ID");
        }
        return changed.setSequenceNumber(bundle.getSequenceNumber() + 1).build();
    }

    private static Bundle revoked(Bundle bundle, String id) {
        var left = bundle.toBuilder().clearX509Authorities();
        for (var authority : bundle.getX509AuthoritiesList()) {
            if (!id(authority.getAsn1()).equals(id)) {
                left.addX509Authorities(authority);
            } else if (!authority.getTainted()) {
                throw Refusal.internal(
                        "failed to revoke X.509 authority: it is not possible to revoke an"
                                + " untainted root CA");
            }
        }
        if (left.getX509AuthoritiesCount() == bundle.getX509AuthoritiesCount()) {
            throw Refusal.internal(
                    "failed to revoke X.509 authority: no root CA found with provided subject key"
                            + " ID");
        }
        return left.setSequenceNumber(bundle.getSequenceNumber() + 1).build();
    }

    /** The ID of an authority by its certificate: lower-case hex of its subject key id. */
    public static String id(ByteString der) {
        try {
            var certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(
                                            new ByteArrayInputStream(der.toByteArray()));
            return Certificates.keyId(certificate.getPublicKey());
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}

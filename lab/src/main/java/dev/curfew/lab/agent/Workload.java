package dev.curfew.lab.agent;

import dev.curfew.lab.authority.IssuedSvid;
import dev.curfew.lab.authority.JwtSvid;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.SPIFFEID;
import dev.curfew.wire.spire.types.Selector;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process with an identity, as far as its memory goes. What its agent once handed out stays
 * there: when the entry is gone it hears nothing new and keeps what it has, as the usual SPIFFE
 * libraries do. Any thread may call.
 */
public final class Workload {
    private static final int REMEMBERED = 40;

    private final SpiffeId id;
    private final SPIFFEID wireId;
    private final SpireAgent agent;
    private final InstantSource clock;
    private final Deque<Credential> got = new ArrayDeque<>();
    private final Map<String, JwtSvid> tokens = new HashMap<>();
    private volatile @Nullable IssuedSvid svid;
    private volatile Trust trust = Trust.NONE;
    private volatile List<Selector> selectors = List.of();

    Workload(SpiffeId id, SpireAgent agent, InstantSource clock) {
        this.id = id;
        this.wireId = id.toWire();
        this.agent = agent;
        this.clock = clock;
    }

    /** Who it is, while its agent says so. */
    public SpiffeId id() {
        return id;
    }

    /** The node it runs on. */
    public SPIFFEID node() {
        return agent.node();
    }

    /** The certificate that it presents, dead or alive. */
    public Optional<IssuedSvid> svid() {
        return Optional.ofNullable(svid);
    }

    /** Whom it trusts: the bundle that it was given last. */
    public Trust trust() {
        return trust;
    }

    /** The newest token for an audience: asked for at half-life, kept if none is given. */
    public Optional<JwtSvid> token(String audience) {
        JwtSvid held;
        synchronized (tokens) {
            held = tokens.get(audience);
        }
        var now = clock.instant();
        if (held != null && !HalfLife.isOver(held.issuedAt(), held.expiresAt(), now)) {
            return Optional.of(held);
        }
        var fresh = agent.token(this, audience);
        if (fresh.isEmpty()) {
            return Optional.ofNullable(held);
        }
        synchronized (tokens) {
            if (!fresh.get().equals(tokens.put(audience, fresh.get()))) {
                remember(
                        new Credential(
                                id,
                                Credential.Kind.JWT,
                                fresh.get().keyId(),
                                audience,
                                now,
                                fresh.get().expiresAt()));
            }
        }
        return fresh;
    }

    /** What it got, oldest first; only the newest ones. */
    public List<Credential> got() {
        synchronized (got) {
            return List.copyOf(got);
        }
    }

    /** Its agent hands out an SVID and the bundle. */
    void receive(IssuedSvid fresh, Trust bundle) {
        trust = bundle;
        if (!fresh.equals(svid)) {
            svid = fresh;
            remember(
                    new Credential(
                            id,
                            Credential.Kind.X509,
                            fresh.serial(),
                            "",
                            clock.instant(),
                            fresh.notAfter()));
        }
    }

    /** Whether an entry is for this process. What its first one asked for is what it is like. */
    boolean matches(Entry entry) {
        if (entry.getStoreSvid() || !entry.getSpiffeId().equals(wireId)) {
            return false;
        }
        if (selectors.isEmpty()) {
            selectors = entry.getSelectorsList();
        }
        return selectors.containsAll(entry.getSelectorsList());
    }

    private void remember(Credential credential) {
        synchronized (got) {
            got.add(credential);
            if (got.size() > REMEMBERED) {
                got.remove();
            }
        }
    }

    /** Since when its agent has nothing for it any more; empty while it has. */
    public Optional<Instant> lostAt() {
        return agent.lostAt(this);
    }

    @Override
    public String toString() {
        return "Workload[" + id + "]";
    }
}

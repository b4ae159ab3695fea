package dev.curfew.lab.agent;

import dev.curfew.lab.agent.AgentRefusal.Why;
import dev.curfew.lab.authority.IssuedSvid;
import dev.curfew.lab.authority.JwtSvid;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.SPIFFEID;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one agent keeps: the entries of its node, and the SVIDs of those entries that have a
 * workload here. For the others nothing is signed, but they take up their room in the batches of a
 * rotation. The agent locks.
 */
final class SvidCache {
    private static final int BATCH = 100;

    private final SPIFFEID node;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, IssuedSvid> svids = new HashMap<>();
    private final Map<Asked, JwtSvid> tokens = new HashMap<>();
    private final Deque<String> toSignAgain = new ArrayDeque<>();

    private record Asked(String entryId, String audience) {}

    SvidCache(SPIFFEID node) {
        this.node = node;
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    Optional<IssuedSvid> svid(Entry entry) {
        return Optional.ofNullable(svids.get(entry.getId()));
    }

    /** Takes over the entries of the node, and forgets what was signed for those that are gone. */
    void take(Collection<Entry> authorized) {
        var before = Map.copyOf(entries);
        entries.clear();
        authorized.forEach(entry -> entries.put(entry.getId(), entry));
        svids.keySet().removeIf(id -> changed(before.get(id), entries.get(id)));
        // A token stays where an entry was only changed, until half of its life is over.
        tokens.keySet().removeIf(asked -> !entries.containsKey(asked.entryId()));
    }

    private static boolean changed(@Nullable Entry before, @Nullable Entry now) {
        return before == null
                || now == null
                || before.getRevisionNumber() != now.getRevisionNumber();
    }

    /** Signs what has no SVID yet and what has lived for half of its life. */
    void sign(Predicate<Entry> hasWorkload, AgentDoor door, Instant now) {
        for (var entry : entries.values()) {
            var held = svids.get(entry.getId());
            var due = held == null || HalfLife.isOver(held.notBefore(), held.notAfter(), now);
            if (due && hasWorkload.test(entry)) {
                signAgain(entry.getId(), door);
            }
        }
    }

    private void signAgain(String entryId, AgentDoor door) {
        try {
            svids.put(entryId, door.sign(node, entryId));
        } catch (AgentRefusal refusal) {
            // The entry went in between: the next synchronisation says so.
            if (refusal.why() != Why.NOT_ENTITLED) {
                throw refusal;
            }
        }
    }

    /** Every entry of the node is in the way of every other one, whoever signed its SVID. */
    void queueAll() {
        toSignAgain.clear();
        toSignAgain.addAll(entries.keySet());
    }

    /**
     * Signs a batch again, as far as one of the tainted authorities has signed what is there.
     *
     * @return whether there are more
     */
    boolean signBatch(Set<String> tainted, AgentDoor door) {
        for (var i = 0; i < BATCH && !toSignAgain.isEmpty(); i++) {
            var id = toSignAgain.remove();
            var held = svids.get(id);
            if (held != null && tainted.contains(held.authorityId())) {
                signAgain(id, door);
            }
        }
        return !toSignAgain.isEmpty();
    }

    void forgetTokensOf(String keyId) {
        tokens.values().removeIf(token -> token.keyId().equals(keyId));
    }

    JwtSvid token(Entry entry, String audience, AgentDoor door, Instant now) {
        var asked = new Asked(entry.getId(), audience);
        var held = tokens.get(asked);
        if (held == null || HalfLife.isOver(held.issuedAt(), held.expiresAt(), now)) {
            tokens.put(asked, door.signJwt(node, entry.getId(), audience));
        }
        return Objects.requireNonNull(tokens.get(asked));
    }
}

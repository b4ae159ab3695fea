package dev.curfew.peers;

import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.Selector;
import io.spiffe.spiffeid.SpiffeId;
import java.util.List;

/** Entries as tests of real agents want them. */
final class Drafts {
    private Drafts() {}

    /** An identity for an hour, its tokens for five minutes, for one program on one node. */
    static EntryDraft of(RealAgent agent, RealWorkload workload, String id) {
        return of(id, agent.nodeId(), workload.selector(), 3600, 300);
    }

    /**
     * @param x509Ttl in seconds; 0: the server's default
     * @param jwtTtl the same
     */
    static EntryDraft of(String id, SpiffeId parent, Selector selector, int x509Ttl, int jwtTtl) {
        return EntryDraft.plain(SpiffeId.parse(id), parent, List.of(selector), x509Ttl, jwtTtl);
    }
}

package dev.curfew.lab.agent;

import dev.curfew.lab.agent.AgentRefusal.Why;
import dev.curfew.lab.authority.IssuedSvid;
import dev.curfew.lab.authority.JwtSvid;
import dev.curfew.lab.server.ServerParts;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.lab.svid.SvidService;
import dev.curfew.wire.spire.types.Agent;
import dev.curfew.wire.spire.types.Bundle;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.SPIFFEID;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What a server does for the agents of its nodes. In process: the console has no part in it, so its
 * declarations of the API do not have these calls. Whether a node is banned is looked up each time,
 * whether an entry is there in the server's cache. Any thread may call.
 */
public final class AgentDoor {
    private final ServerParts parts;
    private final BooleanSupplier answers;

    /**
     * What a node learns when it synchronises.
     *
     * @param entries it may issue for
     * @param bundle of its trust domain, with the marks of taint
     */
    public record Synced(List<Entry> entries, Bundle bundle) {}

    /**
     * The door of a server.
     *
     * @param answers whether the server answers at all
     */
    public AgentDoor(ServerParts parts, BooleanSupplier answers) {
        this.parts = parts;
        this.answers = answers;
    }

    /**
     * Opens a new connection, for which the node must show an SVID that the server still trusts.
     */
    void connect(SPIFFEID id) {
        node(id);
        if (!parts.machines().accepts(id)) {
            throw new AgentRefusal(Why.LOCKED_OUT);
        }
    }

    Synced sync(SPIFFEID id) {
        var node = node(id);
        return new Synced(
                AuthorizedEntries.of(parts.cache().entries(), node), parts.bundles().own());
    }

    IssuedSvid sign(SPIFFEID id, String entryId) {
        var entry = entitled(id, entryId);
        return IssuedSvid.issue(
                parts.x509(),
                SpiffeId.of(entry.getSpiffeId()),
                orDefault(entry.getX509SvidTtl(), SvidService.DEFAULT_X509_TTL),
                entry.getDnsNamesList());
    }

    JwtSvid signJwt(SPIFFEID id, String entryId, String audience) {
        var entry = entitled(id, entryId);
        return parts.jwt()
                .sign(
                        SpiffeId.of(entry.getSpiffeId()),
                        List.of(audience),
                        orDefault(entry.getJwtSvidTtl(), SvidService.DEFAULT_JWT_TTL));
    }

    /** Gives the node itself a new SVID if half of the life of its own is over. */
    void renewWhenDue(SPIFFEID id) {
        node(id);
        parts.machines().renewWhenDue(id);
    }

    /** The same if its own was signed by this authority. */
    void renewIfOn(String authorityId, SPIFFEID id) {
        node(id);
        parts.machines().renewIfOn(authorityId, id);
    }

    private Entry entitled(SPIFFEID id, String entryId) {
        return AuthorizedEntries.of(parts.cache().entries(), node(id)).stream()
                .filter(entry -> entry.getId().equals(entryId))
                .findFirst()
                .orElseThrow(() -> new AgentRefusal(Why.NOT_ENTITLED));
    }

    private Agent node(SPIFFEID id) {
        if (!answers.getAsBoolean()) {
            throw new AgentRefusal(Why.NO_ANSWER);
        }
        var node = parts.nodes().find(id).orElseThrow(() -> new AgentRefusal(Why.UNKNOWN_NODE));
        if (node.getBanned()) {
            throw new AgentRefusal(Why.BANNED);
        }
        return node;
    }

    private static Duration orDefault(int seconds, Duration otherwise) {
        return seconds <= 0 ? otherwise : Duration.ofSeconds(seconds);
    }
}

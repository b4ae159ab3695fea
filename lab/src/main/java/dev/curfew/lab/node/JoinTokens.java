package dev.curfew.lab.node;

import dev.curfew.lab.entry.EntryStore;
import dev.curfew.lab.rpc.Refusal;
import dev.curfew.lab.spiffe.MemberIds;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.wire.spire.agent.CreateJoinTokenRequest;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.JoinToken;
import dev.curfew.wire.spire.types.Selector;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Join tokens. Nobody in the lab attests with one, so they are only made. */
public final class JoinTokens {
    private final MemberIds ids;
    private final EntryStore entries;
    private final InstantSource clock;
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    /** Tokens of one server; alias entries go into its store. */
    public JoinTokens(String trustDomain, EntryStore entries, InstantSource clock) {
        this.ids = new MemberIds(trustDomain);
        this.entries = entries;
        this.clock = clock;
    }

    JoinToken create(CreateJoinTokenRequest request) {
        if (request.getTtl() < 1) {
            throw Refusal.invalid("ttl is required, you must provide one");
        }
        var alias = request.hasAgentId() ? alias(request) : null;
        var token =
                request.getToken().isEmpty() ? UUID.randomUUID().toString() : request.getToken();
        if (!made.add(token)) {
            throw Refusal.internal(
                    "failed to create token: datastore-sql: UNIQUE constraint failed:"
                            + " join_tokens.token");
        }
        if (alias != null) {
            addAlias(token, alias);
        }
        return JoinToken.newBuilder()
                .setValue(token)
                .setExpiresAt(clock.instant().plusSeconds(request.getTtl()).getEpochSecond())
                .build();
    }

    private SpiffeId alias(CreateJoinTokenRequest request) {
        try {
            return ids.workload(true, request.getAgentId());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("invalid agent ID", e);
        }
    }

    private void addAlias(String token, SpiffeId alias) {
        SpiffeId node;
        try {
            if (token.contains("/")) {
                throw new IllegalArgumentException(
                        "path segment characters are limited to letters, numbers, dots, dashes,"
                                + " and underscores");
            }
            node = new SpiffeId(ids.trustDomain(), "/spire/agent/join_token/" + token);
        } catch (IllegalArgumentException e) {
            throw Refusal.internal(
                    "failed to create join token registration entry: failed to create join token"
                            + " ID",
                    e);
        }
        entries.add(
                Entry.newBuilder()
                        .setId(UUID.randomUUID().toString())
                        .setParentId(node.toWire())
                        .setSpiffeId(alias.toWire())
                        .addSelectors(
                                Selector.newBuilder()
                                        .setType("spiffe_id")
                                        .setValue(node.toString()))
                        .setCreatedAt(clock.instant().plusMillis(500).getEpochSecond())
                        .build());
    }
}

package dev.curfew.connect;

import io.spiffe.spiffeid.SpiffeId;
import java.time.Instant;

/**
 * Who answered over TCP, as its certificate proved it in the newest handshake.
 *
 * @param expiresAt when that certificate ends; the server renews it by itself
 */
public record ServerSeen(SpiffeId id, Instant expiresAt) {}

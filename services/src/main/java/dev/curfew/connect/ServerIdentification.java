package dev.curfew.connect;

import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who a server is, as far as it told or proved.
 *
 * @param serverId over TCP proved by its certificate; on the local socket as Debug says; empty if
 *     neither
 * @param certificateExpiresAt the end of the server's own certificate, from where the ID is
 * @param local by its own socket, not by TCP
 * @param uptime where Debug is offered; whole seconds, counted when the probe was answered
 * @param roundTrip of the quickest of the probes; empty if none was answered
 */
public record ServerIdentification(
        TrustDomain trustDomain,
        Optional<SpiffeId> serverId,
        Optional<Instant> certificateExpiresAt,
        boolean local,
        Optional<Duration> uptime,
        Optional<Duration> roundTrip) {}

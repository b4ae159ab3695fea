package dev.curfew.timing;

import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
import dev.curfew.estate.AuthorityView;
import dev.curfew.estate.EstateService;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.identity.AuthoritySlots.Slot;
import dev.curfew.identity.TrustBundle.JwtAuthority;
import dev.curfew.identity.TrustBundle.X509Authority;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.Minting.MintedToken;
import dev.curfew.spire.Minting.MintedX509;
import dev.curfew.spire.SpireServer;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.text.Durations;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds a server's default TTLs by minting one SVID of each kind without a TTL and reading how long
 * it lives. It leaves nothing behind on the server but a line in its log; the credentials are
 * thrown away unseen, with a key that nobody ever had. Only when an operator asks for it, and
 * journaled as a note before and after. Any thread; blocks.
 */
public final class TimingProbe {
    public static final String ACTION = "probe-timings";
    private static final String AUDIENCE = "curfew-timing-probe";

    private final EstateService estates;
    private final AuditJournal journal;
    private final InstantSource clock;

    public TimingProbe(EstateService estates, AuditJournal journal, InstantSource clock) {
        this.estates = estates;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What it found; a kind that its authority cut short is left out, because it tells nothing.
     *
     * @param name of an open connection
     * @param operator who asks
     */
    public Outcome<Map<Timing, TimingValue>> ask(String name, String operator) {
        return estates.estate()
                .server(name)
                .flatMap(server ->
                        server.trustDomain()
                                .map(td -> SpiffeId.fromSegments(td, "curfew", "timing-probe"))
                                .map(id -> ask(server, id, operator)))
                .orElseGet(() ->
                        Outcome.failed(Reason.UNKNOWN_CONNECTION, name, "it is not connected"));
    }

    private Outcome<Map<Timing, TimingValue>> ask(
            ServerEstate server, SpiffeId id, String operator) {
        String operation = UUID.randomUUID().toString();
        note(
                operation,
                server.name(),
                operator,
                id,
                "asks for an X509-SVID and a JWT-SVID without a TTL",
                "");
        Outcome<Map<Timing, TimingValue>> found =
                estates.client(server.name()).then(client -> mint(server, client, id));
        note(operation, server.name(), operator, id, "", said(found));
        return found;
    }

    private Outcome<Map<Timing, TimingValue>> mint(
            ServerEstate server, SpireServer client, SpiffeId id) {
        return ProbeRequest.of(id)
                .then(csr -> client.minting().x509(csr, Duration.ZERO))
                .then(x509 ->
                        client.minting()
                                .jwt(id, List.of(AUDIENCE), Duration.ZERO)
                                .then(jwt -> read(server, x509, jwt)));
    }

    private Outcome<Map<Timing, TimingValue>> read(
            ServerEstate server, MintedX509 x509, MintedToken jwt) {
        Instant now = clock.instant();
        Map<Timing, TimingValue> found = new EnumMap<>(Timing.class);
        AuthorityView authorities = server.authorities().value();
        if (!isCut(
                x509.expiresAt(),
                authorities.x509(),
                authorities.x509Authorities().stream().map(X509Authority::notAfter))) {
            switch (ProbeRequest.life(x509)) {
                case Ok<Duration>(var life) ->
                        found.put(Timing.DEFAULT_X509_TTL, TimingValue.learned(life, now));
                case Failed<Duration>(var failure) -> {
                    return Outcome.failed(failure);
                }
            }
        }
        if (!isCut(
                jwt.expiresAt(),
                authorities.jwt(),
                authorities.jwtAuthorities().stream().map(JwtAuthority::expiresAt))) {
            found.put(
                    Timing.DEFAULT_JWT_TTL,
                    TimingValue.learned(Duration.between(jwt.issuedAt(), jwt.expiresAt()), now));
        }
        return Outcome.ok(found);
    }

    /** SPIRE cuts an SVID to the second at which the authority ends that signed it. */
    private static boolean isCut(
            Instant end, Optional<AuthoritySlots> slots, Stream<Instant> inBundle) {
        return Stream.concat(
                        inBundle,
                        slots.stream()
                                .flatMap(s -> Stream.of(s.active(), s.prepared(), s.old()))
                                .flatMap(Optional::stream)
                                .map(Slot::expiresAt))
                .anyMatch(end::equals);
    }

    private static String said(Outcome<Map<Timing, TimingValue>> found) {
        return switch (found) {
            case Ok<Map<Timing, TimingValue>>(var values) -> {
                StringBuilder text = new StringBuilder("learned");
                values.forEach((timing, value) ->
                        text.append(' ')
                                .append(timing.word())
                                .append(' ')
                                .append(Durations.display(value.value())));
                yield text.toString();
            }
            case Failed<Map<Timing, TimingValue>>(Failure why) ->
                    why.reason().name() + ": " + why.detail();
        };
    }

    private void note(
            String operation,
            String connection,
            String operator,
            SpiffeId id,
            String sent,
            String received) {
        journal.append(
                new JournalEntry(
                        operation,
                        0,
                        Phase.NOTE,
                        operator,
                        connection,
                        ACTION,
                        id.toString(),
                        "",
                        "",
                        sent,
                        received));
    }
}

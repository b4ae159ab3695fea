package dev.curfew.containment;

import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.identity.EntryDraft;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.text.Durations;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is wrong with an entry before it is sent: the server's rules, and what it would accept
 * without a word.
 */
final class DraftChecks {
    private static final Pattern DNS_NAME =
            Pattern.compile(
                    "(\\*\\.)?([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private DraftChecks() {}

    static List<Failure> of(EntryDraft draft, ServerEstate server) {
        List<Failure> wrong = new ArrayList<>();
        server.trustDomain()
                .ifPresent(own -> {
                    if (!draft.spiffeId().getTrustDomain().equals(own)) {
                        wrong.add(
                                new Failure(
                                        Reason.INVALID_SPIFFE_ID,
                                        draft.spiffeId().toString(),
                                        "it is not in the trust domain " + own.getName()));
                    }
                    if (!draft.parentId().getTrustDomain().equals(own)) {
                        wrong.add(
                                new Failure(
                                        Reason.INVALID_SPIFFE_ID,
                                        draft.parentId().toString(),
                                        "a parent must be in the trust domain " + own.getName()));
                    }
                });
        String path = draft.spiffeId().getPath();
        if (path.isEmpty()) {
            wrong.add(
                    new Failure(
                            Reason.INVALID_SPIFFE_ID,
                            draft.spiffeId().toString(),
                            "its path is empty"));
        } else if (path.equals("/spire") || path.startsWith("/spire/")) {
            wrong.add(
                    new Failure(
                            Reason.INVALID_SPIFFE_ID,
                            draft.spiffeId().toString(),
                            "paths below /spire are reserved for SPIRE itself"));
        }
        if (draft.selectors().isEmpty()) {
            wrong.add(
                    new Failure(
                            Reason.INVALID_SELECTOR,
                            draft.spiffeId().toString(),
                            "an entry needs at least one"));
        }
        for (String name : draft.dnsNames()) {
            if (!DNS_NAME.matcher(name).matches()) {
                wrong.add(new Failure(Reason.INVALID_INPUT, name, "it is not a DNS name"));
            }
        }
        wrong.addAll(unknownPeers(draft, server));
        return wrong;
    }

    /** SPIRE answers an unknown peer with an internal error, so it is found here. */
    private static List<Failure> unknownPeers(EntryDraft draft, ServerEstate server) {
        if (server.federatedBundles().state() != Reading.State.COMPLETE) {
            return List.of();
        }
        Set<TrustDomain> known =
                server.federatedBundles().value().stream()
                        .map(bundle -> bundle.trustDomain())
                        .collect(Collectors.toSet());
        return draft.federatesWith().stream()
                .filter(peer -> !known.contains(peer))
                .map(peer ->
                        new Failure(
                                Reason.NOT_FOUND,
                                "the bundle of " + peer.getName(),
                                "add the federation first"))
                .toList();
    }

    /** TTLs that were changed and are longer than what is left of the authority that signs now. */
    static List<Failure> ttls(
            Optional<Integer> x509Seconds,
            Optional<Integer> jwtSeconds,
            ServerEstate server,
            Instant now) {
        List<Failure> wrong = new ArrayList<>();
        check("X.509 TTL", x509Seconds, server.authorities().value().x509(), now, wrong);
        check("JWT TTL", jwtSeconds, server.authorities().value().jwt(), now, wrong);
        return wrong;
    }

    private static void check(
            String name,
            Optional<Integer> seconds,
            Optional<AuthoritySlots> slots,
            Instant now,
            List<Failure> wrong) {
        if (seconds.isEmpty()) {
            return;
        }
        if (seconds.get() < 0) {
            wrong.add(new Failure(Reason.INVALID_DURATION, name, "it must not be negative"));
            return;
        }
        PlanDraft.left(slots, now)
                .ifPresent(left -> {
                    Duration wanted = Duration.ofSeconds(seconds.get());
                    if (wanted.compareTo(left) > 0) {
                        wrong.add(
                                new Failure(
                                        Reason.TTL_BEYOND_AUTHORITY,
                                        name + " " + Durations.display(wanted),
                                        "the authority that signs now ends in "
                                                + Durations.display(left)));
                    }
                });
    }
}

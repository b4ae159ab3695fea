package dev.curfew.peers.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What belongs to the rule that a deed ended. Pure. */
final class Rule {
    /** What an agent that knows takes to fetch what it knows of. */
    private static final Duration FETCHING = Duration.ofMillis(550);

    private final Trial trial;
    private final Optional<Instant> issuanceStops;

    Rule(Trial trial, Optional<Instant> issuanceStops) {
        this.trial = trial;
        this.issuanceStops = issuanceStops;
    }

    List<Certificate> old(List<Certificate> all) {
        return switch (trial.deed()) {
            case SHORTEN ->
                    all.stream()
                            .filter(c -> isOld(c.life(), trial.x509Seconds().getFirst()))
                            .toList();
            case UPDATE -> all.stream().filter(c -> isBefore(c.issuedAt())).toList();
            default -> all;
        };
    }

    List<Token> oldTokens(List<Token> all) {
        return switch (trial.deed()) {
            case SHORTEN ->
                    all.stream()
                            .filter(t -> isOld(t.life(), trial.jwtSeconds().getFirst()))
                            .toList();
            case UPDATE -> all.stream().filter(t -> isBefore(t.issuedAt())).toList();
            default -> all;
        };
    }

    private static boolean isOld(Duration life, int ttl) {
        return life.toSeconds() > Trial.shortened(ttl);
    }

    /** The same rule goes on: only what was issued before the update was known is looked at. */
    private boolean isBefore(Instant issuedAt) {
        return issuanceStops.filter(issuedAt::isAfter).isEmpty();
    }

    /** Empty where nothing was to stop. */
    Optional<Instant> lastIssued(List<Certificate> certificates, List<Token> tokens) {
        return switch (trial.deed()) {
            case UPDATE, EVICT -> Optional.empty();
            default ->
                    Stream.concat(
                                    certificates.stream().map(Certificate::issuedAt),
                                    tokens.stream().map(Token::issuedAt))
                            .max(Comparator.naturalOrder());
        };
    }

    Duration fetching() {
        return trial.deed() == Deed.SHORTEN ? FETCHING : Duration.ZERO;
    }

    /**
     * When the last agent acted as one that knows: it names the identity no more, or the old rule's
     * certificate was the newest no more.
     */
    Optional<Instant> agentsKnew(List<Holding> holdings, List<Certificate> old) {
        return switch (trial.deed()) {
            case DELETE, EXPIRE, BAN, EVICT_TOKEN ->
                    holdings.stream()
                            .map(h -> h.goneAt().orElse(Instant.MAX))
                            .max(Comparator.naturalOrder());
            case SHORTEN ->
                    holdings.stream()
                            .flatMap(h -> h.certificates().stream())
                            .filter(c -> !old.contains(c))
                            .map(Certificate::seenAt)
                            .min(Comparator.naturalOrder())
                            .or(() -> Optional.of(Instant.MAX));
            case UPDATE, EVICT -> Optional.empty();
        };
    }
}

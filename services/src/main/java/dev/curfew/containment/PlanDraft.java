package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.containment.ChangePlan.Warning;
import dev.curfew.estate.AuthorityView;
import dev.curfew.estate.ServerEstate;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.exposure.Facts;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.identity.AuthoritySlots.Slot;
import dev.curfew.outcome.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A plan while it is put together. One thread. */
final class PlanDraft {
    private final String operationId;
    private final Change change;
    private final ServerEstate server;
    private final Instant now;
    private final List<Item> items = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final List<Failure> refusals = new ArrayList<>();
    private Optional<String> typed = Optional.empty();

    PlanDraft(String operationId, Change change, ServerEstate server, Instant now) {
        this.operationId = operationId;
        this.change = change;
        this.server = server;
        this.now = now;
    }

    ServerEstate server() {
        return server;
    }

    Instant now() {
        return now;
    }

    void item(String key, String title, List<ChangePlan.FieldChange> changes) {
        items.add(new Item(key, title, changes));
    }

    void warn(String key, Object... arguments) {
        warnings.add(Warning.of(key, arguments));
    }

    void refuse(Failure failure) {
        refusals.add(failure);
    }

    void refuse(List<Failure> failures) {
        refusals.addAll(failures);
    }

    void mustType(String text) {
        typed = Optional.of(text);
    }

    ChangePlan plan(ExposureBound bound, boolean undoable) {
        return new ChangePlan(
                operationId,
                server.name(),
                change,
                ActionKind.of(change),
                now,
                items,
                bound,
                warnings,
                refusals,
                undoable,
                typed);
    }

    /**
     * @param x509Seconds and {@code jwtSeconds}: TTLs of all that is concerned; 0 = the default
     */
    Facts facts(IntStream x509Seconds, IntStream jwtSeconds) {
        AuthorityView authorities = server.authorities().value();
        return new Facts(
                now,
                server.profile().timings(),
                longest(x509Seconds, server.profile().timings().defaultX509Ttl()),
                longest(jwtSeconds, server.profile().timings().defaultJwtTtl()),
                latestEnd(authorities.x509()),
                latestEnd(authorities.jwt()),
                server.skew());
    }

    /** Empty where the default is the longest: its source is another. */
    private static Optional<Duration> longest(IntStream seconds, Duration byDefault) {
        int[] all = seconds.toArray();
        int set = IntStream.of(all).max().orElse(0);
        boolean defaultUsed = all.length == 0 || IntStream.of(all).anyMatch(s -> s == 0);
        return set == 0 || defaultUsed && byDefault.toSeconds() >= set
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(set));
    }

    private static Optional<Instant> latestEnd(Optional<AuthoritySlots> slots) {
        return slots.stream()
                .flatMap(s -> Stream.of(s.active(), s.prepared()))
                .flatMap(Optional::stream)
                .map(Slot::expiresAt)
                .max(Instant::compareTo);
    }

    /** What is left of the authority that signs now; empty: not known. */
    static Optional<Duration> left(Optional<AuthoritySlots> slots, Instant now) {
        return slots.flatMap(AuthoritySlots::active)
                .map(slot -> Duration.between(now, slot.expiresAt()));
    }
}

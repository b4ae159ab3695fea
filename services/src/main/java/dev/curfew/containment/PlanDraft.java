package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.containment.ChangePlan.Warning;
import dev.curfew.estate.ExposureFacts;
import dev.curfew.estate.ServerEstate;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.exposure.Facts;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.outcome.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
        return ExposureFacts.of(server, now, x509Seconds, jwtSeconds);
    }

    /** What is left of the authority that signs now; empty: not known. */
    static Optional<Duration> left(Optional<AuthoritySlots> slots, Instant now) {
        return slots.flatMap(AuthoritySlots::active)
                .map(slot -> Duration.between(now, slot.expiresAt()));
    }
}

package dev.curfew.containment.run;

import dev.curfew.containment.Change;
import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.containment.ItemReport;
import dev.curfew.containment.ReadBack;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.run.Proof.Verdict;
import dev.curfew.estate.EstateService;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyBackend;
import io.spiffe.spiffeid.SpiffeId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks whether what a step did still holds, on one server after the other. Any thread; blocks. */
final class Proofs {
    private final EstateService estates;
    private final InstantSource clock;

    Proofs(EstateService estates, InstantSource clock) {
        this.estates = estates;
        this.clock = clock;
    }

    /**
     * @param report what became of the step: only what was in force is looked at
     */
    Proof look(PlannedStep step, Change change, StepReport report, String connection) {
        Set<String> inForce =
                report.items().stream()
                        .filter(item ->
                                item.state() == ItemReport.State.CONFIRMED
                                        || item.state() == ItemReport.State.ACCEPTED)
                        .map(ItemReport::key)
                        .collect(Collectors.toSet());
        List<Item> items =
                step.items().stream().filter(item -> inForce.contains(item.key())).toList();
        return switch (ReadBack.look(change, items, connection, estates)) {
            case Failed<Map<String, Outcome<Boolean>>>(var failure) ->
                    unreadable(connection, 0, failure);
            case Ok<Map<String, Outcome<Boolean>>>(var now) ->
                    judged(step, change, report, connection, items, now);
        };
    }

    private Proof judged(
            PlannedStep step,
            Change change,
            StepReport report,
            String connection,
            List<Item> items,
            Map<String, Outcome<Boolean>> now) {
        int held = 0;
        Optional<Failure> failure = Optional.empty();
        Set<String> back = new HashSet<>();
        for (Map.Entry<String, Outcome<Boolean>> one : now.entrySet()) {
            switch (one.getValue()) {
                case Ok<Boolean>(var same) when same -> held++;
                case Ok<Boolean> _ -> back.add(one.getKey());
                case Failed<Boolean>(var why) -> failure = Optional.of(why);
            }
        }
        if (!back.isEmpty()) {
            return reverted(connection, held, items.size(), back);
        }
        if (failure.isPresent()) {
            return unreadable(connection, items.size(), failure.get());
        }
        return switch (change) {
            case Change.DeleteEntries(var deleted) ->
                    anew(step, deleted, connection, held, items.size());
            case Change.Quarantine(var identities) ->
                    used(identities, report, connection, held, items);
            default -> holds(connection, held, items.size());
        };
    }

    /** It holds; whether it stops anything, the backend's own log may show. */
    private Proof used(
            List<SpiffeId> identities,
            StepReport report,
            String connection,
            int held,
            List<Item> items) {
        Set<String> keys = items.stream().map(Item::key).collect(Collectors.toSet());
        List<SpiffeId> looked =
                identities.stream().filter(id -> keys.contains(id.toString())).toList();
        if (report.sentAt().isEmpty() || looked.isEmpty()) {
            return holds(connection, held, items.size());
        }
        return switch (estates.backend(connection)) {
            case Failed<PolicyBackend> _ -> holds(connection, held, items.size());
            case Ok<PolicyBackend>(var backend) -> {
                UseInQuarantine seen = UseInQuarantine.look(backend, looked, report.sentAt().get());
                String words = seen.words();
                yield new Proof(
                        clock.instant(),
                        connection,
                        words.isEmpty() ? Verdict.HOLDS : Verdict.USED,
                        held,
                        items.size(),
                        words,
                        words.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Failure(Reason.USED_AFTER, connection, words)),
                        seen.deniedSince());
            }
        };
    }

    /** A controller may make a deleted entry anew, under another id. */
    private Proof anew(
            PlannedStep step,
            List<RegistrationEntry> deleted,
            String connection,
            int held,
            int looked) {
        return switch (estates.client(connection)
                .then(server -> ReadBack.madeAnew(deleted, Set.copyOf(step.spared()), server))) {
            case Failed<List<RegistrationEntry>>(var why)
                    when why.reason() == Reason.INVALID_INPUT ->
                    new Proof(
                            clock.instant(),
                            connection,
                            Verdict.HOLDS,
                            held,
                            looked,
                            "",
                            Optional.of(why));
            case Failed<List<RegistrationEntry>>(var why) -> unreadable(connection, looked, why);
            case Ok<List<RegistrationEntry>>(var found) when found.isEmpty() ->
                    holds(connection, held, looked);
            case Ok<List<RegistrationEntry>>(var found) ->
                    reverted(
                            connection,
                            held,
                            looked,
                            found.stream().map(RegistrationEntry::id).toList());
        };
    }

    private Proof holds(String connection, int held, int looked) {
        return new Proof(
                clock.instant(), connection, Verdict.HOLDS, held, looked, "", Optional.empty());
    }

    private Proof reverted(String connection, int held, int looked, Collection<String> found) {
        String ids = String.join(", ", found.stream().sorted().limit(5).toList());
        return new Proof(
                clock.instant(),
                connection,
                Verdict.REVERTED,
                held,
                looked,
                ids,
                Optional.of(new Failure(Reason.REVERTED, connection, ids)));
    }

    private Proof unreadable(String connection, int looked, Failure why) {
        return new Proof(
                clock.instant(), connection, Verdict.UNREADABLE, 0, looked, "", Optional.of(why));
    }
}

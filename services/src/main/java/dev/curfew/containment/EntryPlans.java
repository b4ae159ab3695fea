package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.FieldChange;
import dev.curfew.exposure.Exposure;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Plans that create, edit, delete and put back entries. */
final class EntryPlans {
    private EntryPlans() {}

    static ChangePlan create(PlanDraft plan, Change.CreateEntries change) {
        for (int i = 0; i < change.drafts().size(); i++) {
            EntryDraft draft = change.drafts().get(i);
            plan.item(String.valueOf(i), draft.spiffeId().toString(), FieldChanges.whole(draft));
            plan.refuse(DraftChecks.of(draft, plan.server()));
            plan.refuse(
                    DraftChecks.ttls(
                            Optional.of(draft.x509TtlSeconds()), Optional.of(draft.jwtTtlSeconds()),
                            plan.server(), plan.now()));
            EntryWarnings.widening(plan, draft);
        }
        return plan.plan(Exposure.grant(plan.facts(IntStream.empty(), IntStream.empty())), true);
    }

    static ChangePlan edit(PlanDraft plan, Change.EditEntry change) {
        EntryDraft before = change.seen().toDraft();
        EntryDraft after = change.wanted();
        List<FieldChange> changes = FieldChanges.between(before, after);
        plan.item(change.seen().id(), change.seen().spiffeId().toString(), changes);
        plan.refuse(DraftChecks.of(after, plan.server()));
        plan.refuse(
                DraftChecks.ttls(
                        changed(before.x509TtlSeconds(), after.x509TtlSeconds()),
                        changed(before.jwtTtlSeconds(), after.jwtTtlSeconds()),
                        plan.server(),
                        plan.now()));
        if (changes.isEmpty()) {
            plan.refuse(nothingToDo(change.seen().spiffeId().toString()));
        }
        EntryWarnings.widening(plan, before, after);
        EntryWarnings.managed(plan, List.of(change.seen()));
        return plan.plan(
                bound(
                        plan,
                        List.of(change.seen()),
                        after.expiresAtSeconds(),
                        before.expiresAtSeconds() != after.expiresAtSeconds()),
                true);
    }

    static ChangePlan delete(PlanDraft plan, Change.DeleteEntries change) {
        for (RegistrationEntry entry : change.seen()) {
            plan.item(
                    entry.id(),
                    entry.spiffeId().toString(),
                    List.of(new FieldChange("entry", entry.spiffeId().toString(), "")));
        }
        EntryWarnings.shared(plan, change.seen());
        EntryWarnings.dependents(plan, change.seen());
        EntryWarnings.managed(plan, change.seen());
        plan.mustType(
                change.seen().size() == 1
                        ? SpiffeIds.shortName(change.seen().getFirst().spiffeId())
                        : "delete " + change.seen().size());
        // What stands below an alias or a parent loses its nodes too, and may live longer than it.
        List<RegistrationEntry> all = new ArrayList<>(change.seen());
        all.addAll(EntryWarnings.below(plan, change.seen()));
        return plan.plan(Exposure.delete(plan.facts(x509(all), jwt(all))), true);
    }

    static ChangePlan restore(PlanDraft plan, Change.RestoreEntries change) {
        for (RegistrationEntry entry : change.before()) {
            plan.item(entry.id(), entry.spiffeId().toString(), FieldChanges.whole(entry.toDraft()));
        }
        plan.warn("restoreAddsAccess", change.before().size());
        return plan.plan(Exposure.grant(plan.facts(IntStream.empty(), IntStream.empty())), true);
    }

    static ChangePlan revert(PlanDraft plan, Change.RevertEntries change) {
        for (Change.RevertEntries.Revert one : change.reverts()) {
            plan.item(
                    one.seen().id(),
                    one.seen().spiffeId().toString(),
                    FieldChanges.between(one.seen().toDraft(), one.before().toDraft()));
        }
        List<RegistrationEntry> seen =
                change.reverts().stream().map(Change.RevertEntries.Revert::seen).toList();
        long longer =
                change.reverts().stream()
                        .filter(one -> EntryWarnings.isLonger(plan, one.seen(), one.before()))
                        .count();
        if (longer > 0) {
            plan.warn("getsLonger", longer);
        }
        EntryWarnings.managed(plan, seen);
        return plan.plan(Exposure.shorten(plan.facts(x509(seen), jwt(seen))), true);
    }

    static ExposureBound bound(
            PlanDraft plan, List<RegistrationEntry> seen, long expiresAt, boolean expiryChanged) {
        var facts = plan.facts(x509(seen), jwt(seen));
        return expiryChanged && expiresAt != 0
                ? Exposure.expire(facts, Instant.ofEpochSecond(expiresAt))
                : Exposure.shorten(facts);
    }

    static Failure nothingToDo(String subject) {
        return new Failure(Reason.INVALID_INPUT, subject, "nothing differs from what is there");
    }

    static IntStream x509(List<RegistrationEntry> entries) {
        return entries.stream().mapToInt(RegistrationEntry::x509TtlSeconds);
    }

    static IntStream jwt(List<RegistrationEntry> entries) {
        return entries.stream().mapToInt(RegistrationEntry::jwtTtlSeconds);
    }

    private static Optional<Integer> changed(int before, int after) {
        return before == after ? Optional.empty() : Optional.of(after);
    }
}

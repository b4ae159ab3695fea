package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.FieldChange;
import dev.curfew.estate.EntryView;
import dev.curfew.exposure.Exposure;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.RegistrationEntry;
import io.spiffe.spiffeid.SpiffeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans that shorten TTLs and set expiries of many entries. */
final class TightenPlans {
    private TightenPlans() {}

    static ChangePlan tighten(PlanDraft plan, Change.Tighten change) {
        int unchanged = 0;
        int longer = 0;
        for (RegistrationEntry entry : change.seen()) {
            EntryDraft wanted = wanted(entry, change);
            List<FieldChange> changes = FieldChanges.between(entry.toDraft(), wanted);
            if (changes.isEmpty()) {
                unchanged++;
            } else {
                plan.item(entry.id(), entry.spiffeId().toString(), changes);
            }
            if (isLonger(plan, entry, wanted)) {
                longer++;
            }
        }
        plan.refuse(
                DraftChecks.ttls(
                        change.x509Seconds(), change.jwtSeconds(), plan.server(), plan.now()));
        if (unchanged == change.seen().size()) {
            plan.refuse(EntryPlans.nothingToDo(change.seen().size() + " entries"));
        } else if (unchanged > 0) {
            plan.warn("asWantedAlready", unchanged);
        }
        if (longer > 0) {
            plan.warn("getsLonger", longer);
        }
        change.expiresAtSeconds()
                .filter(at -> at != 0 && at <= plan.now().getEpochSecond())
                .ifPresent(_ -> plan.warn("expiryInThePast"));
        change.x509Seconds().ifPresent(_ -> renewals(plan, change));
        EntryWarnings.managed(plan, change.seen());
        boolean onlyExpiry = change.x509Seconds().isEmpty() && change.jwtSeconds().isEmpty();
        return plan.plan(
                onlyExpiry
                        ? EntryPlans.bound(
                                plan, change.seen(), change.expiresAtSeconds().orElse(0L), true)
                        : Exposure.shorten(
                                plan.facts(
                                        EntryPlans.x509(change.seen()),
                                        EntryPlans.jwt(change.seen()))),
                true);
    }

    /** What an entry becomes. */
    static EntryDraft wanted(RegistrationEntry entry, Change.Tighten change) {
        return entry.toDraft()
                .withTtls(
                        change.x509Seconds().orElse(entry.x509TtlSeconds()),
                        change.jwtSeconds().orElse(entry.jwtTtlSeconds()))
                .withExpiry(change.expiresAtSeconds().orElse(entry.expiresAtSeconds()));
    }

    private static boolean isLonger(PlanDraft plan, RegistrationEntry entry, EntryDraft wanted) {
        var timings = plan.server().profile().timings();
        return effective(wanted.x509TtlSeconds(), timings.defaultX509Ttl().toSeconds())
                        > effective(entry.x509TtlSeconds(), timings.defaultX509Ttl().toSeconds())
                || effective(wanted.jwtTtlSeconds(), timings.defaultJwtTtl().toSeconds())
                        > effective(entry.jwtTtlSeconds(), timings.defaultJwtTtl().toSeconds());
    }

    /**
     * What it costs: an agent renews each X509-SVID at half its life, on every node that serves the
     * entry. An upper bound, because a node may have no process that matches.
     */
    private static void renewals(PlanDraft plan, Change.Tighten change) {
        Optional<EntryView.Derived> derived = plan.server().entries().value().derived();
        if (derived.isEmpty()) {
            return;
        }
        long byDefault = plan.server().profile().timings().defaultX509Ttl().toSeconds();
        long after = effective(change.x509Seconds().orElse(0), byDefault);
        Map<SpiffeId, Integer> nodesBelow = new HashMap<>();
        double perHourBefore = 0;
        double perHourAfter = 0;
        for (RegistrationEntry entry : change.seen()) {
            int nodes =
                    nodesBelow.computeIfAbsent(
                            entry.parentId(),
                            _ -> derived.get().entitlements().nodesOf(entry).size());
            perHourBefore += nodes * 7200.0 / effective(entry.x509TtlSeconds(), byDefault);
            perHourAfter += nodes * 7200.0 / after;
        }
        plan.warn("renewals", Math.round(perHourBefore), Math.round(perHourAfter));
    }

    private static long effective(int seconds, long byDefault) {
        return seconds == 0 ? byDefault : seconds;
    }
}

package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.FieldChange;
import dev.curfew.estate.EntryView;
import dev.curfew.exposure.Exposure;
import dev.curfew.identity.HostNames;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.outcome.SafeText;
import dev.curfew.text.Durations;
import java.util.List;
import java.util.stream.IntStream;

/** Plans that concern nodes (SPIRE agents). */
final class NodePlans {
    private NodePlans() {}

    static ChangePlan ban(PlanDraft plan, Change.BanNode change) {
        Node node = change.seen();
        plan.item(
                node.id().toString(),
                node.id().toString(),
                List.of(new FieldChange("banned", String.valueOf(node.banned()), "true")));
        if (node.banned()) {
            plan.refuse(EntryPlans.nothingToDo(node.id().toString()));
        }
        List<RegistrationEntry> served = served(plan, node);
        plan.warn("banHits", served.size());
        long elsewhere = servedElsewhere(plan, served);
        if (elsewhere > 0) {
            plan.warn("servedElsewhere", elsewhere);
        }
        plan.mustType(SafeText.of(HostNames.orShortName(node)));
        return plan.plan(
                Exposure.ban(plan.facts(EntryPlans.x509(served), EntryPlans.jwt(served))), true);
    }

    static ChangePlan evict(PlanDraft plan, Change.EvictNode change) {
        Node node = change.seen();
        plan.item(
                node.id().toString(),
                node.id().toString(),
                List.of(new FieldChange("node", node.id().toString(), "")));
        plan.warn(node.canReattest() ? "evictComesBack" : "evictReopens", node.attestationType());
        plan.warn("banInstead");
        plan.mustType(SafeText.of(HostNames.orShortName(node)));
        return plan.plan(Exposure.evict(plan.facts(IntStream.empty(), IntStream.empty())), false);
    }

    static ChangePlan liftBan(PlanDraft plan, Change.LiftBan change) {
        Node node = change.seen();
        plan.item(
                node.id().toString(),
                node.id().toString(),
                List.of(new FieldChange("banned", String.valueOf(node.banned()), "")));
        if (!node.banned()) {
            plan.refuse(
                    new Failure(Reason.INVALID_INPUT, node.id().toString(), "it is not banned"));
        }
        plan.warn(
                node.canReattest() ? "liftAttestsAgain" : "liftNeedsNewProof",
                node.attestationType());
        return plan.plan(Exposure.grant(plan.facts(IntStream.empty(), IntStream.empty())), false);
    }

    static ChangePlan joinToken(PlanDraft plan, Change.MakeJoinToken change) {
        plan.item(
                "token",
                "join token",
                List.of(
                        new FieldChange("ttl", "", Durations.display(change.ttl())),
                        new FieldChange(
                                "alias", "", change.alias().map(Object::toString).orElse("none"))));
        if (change.ttl().toSeconds() < 1) {
            plan.refuse(
                    new Failure(
                            Reason.INVALID_DURATION,
                            Durations.display(change.ttl()),
                            "a token needs at least 1 s"));
        }
        change.alias()
                .ifPresent(alias -> {
                    if (plan.server()
                            .trustDomain()
                            .filter(td -> !td.equals(alias.getTrustDomain()))
                            .isPresent()) {
                        plan.refuse(
                                new Failure(
                                        Reason.INVALID_SPIFFE_ID,
                                        alias.toString(),
                                        "it is in another trust domain"));
                    }
                    plan.warn("aliasStays", alias);
                });
        plan.warn("tokenShownOnce");
        return plan.plan(Exposure.grant(plan.facts(IntStream.empty(), IntStream.empty())), false);
    }

    private static List<RegistrationEntry> served(PlanDraft plan, Node node) {
        return plan.server()
                .entries()
                .value()
                .derived()
                .map(EntryView.Derived::entitlements)
                .map(e -> e.entriesOf(node))
                .orElse(List.of());
    }

    private static long servedElsewhere(PlanDraft plan, List<RegistrationEntry> served) {
        return plan.server()
                .entries()
                .value()
                .derived()
                .map(d ->
                        served.stream()
                                .filter(entry -> d.entitlements().nodesOf(entry).size() > 1)
                                .count())
                .orElse(0L);
    }
}

package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.FieldChange;
import dev.curfew.estate.TrustLanguage;
import dev.curfew.exposure.Exposure;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.TrustDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Plans that concern federation. */
final class FederationPlans {
    private FederationPlans() {}

    static ChangePlan add(PlanDraft plan, Change.AddFederation change) {
        FederationRelationship wanted = change.relationship();
        String name = wanted.trustDomain().getName();
        List<FieldChange> changes = new ArrayList<>();
        changes.add(new FieldChange("trust_domain", "", name));
        changes.add(new FieldChange("bundle_endpoint_url", "", wanted.endpointUrl()));
        changes.add(new FieldChange("bundle_endpoint_profile", "", TrustLanguage.profile(wanted)));
        wanted.bundle().ifPresent(bundle -> changes.addAll(FirstBundle.changes(bundle)));
        plan.item(name, name, changes);
        if (plan.server().trustDomain().filter(wanted.trustDomain()::equals).isPresent()) {
            plan.refuse(
                    new Failure(
                            Reason.INVALID_INPUT,
                            name,
                            "a server does not federate with its own trust domain"));
        }
        if (!FederationForm.isHttps(wanted.endpointUrl())) {
            plan.refuse(
                    new Failure(
                            Reason.INVALID_INPUT,
                            wanted.endpointUrl(),
                            "a bundle endpoint is an https URL"));
        }
        boolean known =
                plan.server().federatedBundles().value().stream()
                        .anyMatch(bundle -> bundle.trustDomain().equals(wanted.trustDomain()));
        wanted.bundle().ifPresent(bundle -> FirstBundle.judge(plan, bundle, known));
        if (wanted.profile() instanceof FederationRelationship.Profile.HttpsSpiffe
                && wanted.bundle().isEmpty()
                && !known) {
            plan.warn("needsBundleFirst", name);
        }
        plan.warn("trustsPeer", name);
        return plan.plan(Exposure.grant(plan.facts(IntStream.empty(), IntStream.empty())), true);
    }

    static ChangePlan remove(PlanDraft plan, Change.RemoveFederation change) {
        TrustDomain peer = change.seen().trustDomain();
        plan.item(
                peer.getName(),
                peer.getName(),
                List.of(new FieldChange("relationship", peer.getName(), "")));
        long linked =
                plan.server().entries().value().entries().stream()
                        .filter(entry -> entry.federatesWith().contains(peer))
                        .count();
        change.dropBundle()
                .ifPresentOrElse(
                        mode -> plan.warn("dropsBundle." + mode, peer.getName(), linked),
                        () -> plan.warn("bundleStays", peer.getName(), linked));
        plan.mustType(peer.getName());
        return plan.plan(
                Exposure.unfederate(plan.facts(IntStream.empty(), IntStream.empty())),
                // A dropped bundle and what was linked to it do not come back.
                change.dropBundle().isEmpty());
    }

    static ChangePlan refresh(PlanDraft plan, Change.RefreshFederation change) {
        String name = change.trustDomain().getName();
        plan.item(name, name, List.of(new FieldChange("bundle", "", "fetched now")));
        return plan.plan(Exposure.grant(plan.facts(IntStream.empty(), IntStream.empty())), false);
    }
}

package dev.curfew.containment;

import dev.curfew.bundle.GivenBundle;
import dev.curfew.containment.ChangePlan.FieldChange;
import dev.curfew.identity.TrustBundle;
import dev.curfew.identity.TrustBundle.JwtAuthority;
import dev.curfew.identity.TrustBundle.X509Authority;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.text.Moments;
import java.util.ArrayList;
import java.util.List;

/** The bundle that a new federation begins with: what it brings, and what to know of it. */
final class FirstBundle {
    private FirstBundle() {}

    /** One line for each authority that would be trusted, and until when. */
    static List<FieldChange> changes(TrustBundle bundle) {
        List<FieldChange> all = new ArrayList<>();
        for (X509Authority authority : bundle.x509Authorities()) {
            all.add(
                    new FieldChange(
                            "x509_authority",
                            "",
                            name(authority) + ", until " + Moments.utc(authority.notAfter())));
        }
        for (JwtAuthority key : bundle.jwtAuthorities()) {
            all.add(new FieldChange("jwt_authority", "", key.keyId()));
        }
        return all;
    }

    /** As SPIRE names it, or else by its serial number. */
    private static String name(X509Authority authority) {
        return authority.subjectKeyId().isEmpty()
                ? "serial " + authority.serial()
                : authority.subjectKeyId();
    }

    /**
     * @param known whether the server has a bundle of this trust domain already
     */
    static void judge(PlanDraft plan, TrustBundle bundle, boolean known) {
        String name = bundle.trustDomain().getName();
        List<X509Authority> all = bundle.x509Authorities();
        long expired = all.stream().filter(a -> !a.notAfter().isAfter(plan.now())).count();
        if (expired == all.size()) {
            plan.refuse(
                    new Failure(
                            Reason.INVALID_BUNDLE,
                            "What was given for " + name,
                            "all of its X.509 authorities have expired"));
        } else if (expired > 0) {
            plan.warn("bundleExpired", name, expired);
        }
        if (!GivenBundle.isNamed(bundle)) {
            plan.warn("bundleUnknown", name);
        }
        if (known) {
            plan.warn("bundleReplaced", name);
        }
    }
}

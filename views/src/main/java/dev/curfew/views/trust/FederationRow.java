package dev.curfew.views.trust;

import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.TrustBundle;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A relationship with what follows from the rest of the estate.
 *
 * @param usedBy how many entries federate with it; empty while they are being read
 */
public record FederationRow(FederationRelationship relationship, Optional<Integer> usedBy) {
    public String name() {
        return relationship.trustDomain().getName();
    }

    public Optional<TrustBundle> bundle() {
        return relationship.bundle();
    }

    /** When the first of their roots ends. */
    public Optional<Instant> earliestEnd() {
        return bundle().stream()
                .flatMap(bundle -> bundle.x509Authorities().stream())
                .map(TrustBundle.X509Authority::notAfter)
                .min(Comparator.naturalOrder());
    }
}

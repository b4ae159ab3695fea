package dev.curfew.containment;

import dev.curfew.identity.FederationRelationship;
import dev.curfew.spire.Bundles;
import java.util.Optional;

/** What becomes of the fetched bundle when a federation ends. */
public enum BundleFate {
    /** It stays, and entries go on trusting it. */
    KEEP,
    /** It is dropped unless an entry federates with it. */
    RESTRICT,
    /** It is dropped and entries are unlinked from it. */
    DISSOCIATE,
    /** It is dropped together with the entries that federate with it. */
    DELETE;

    public Change.RemoveFederation remove(FederationRelationship seen) {
        return new Change.RemoveFederation(
                seen,
                switch (this) {
                    case KEEP -> Optional.empty();
                    case RESTRICT -> Optional.of(Bundles.DeleteMode.RESTRICT);
                    case DISSOCIATE -> Optional.of(Bundles.DeleteMode.DISSOCIATE);
                    case DELETE -> Optional.of(Bundles.DeleteMode.DELETE);
                });
    }
}

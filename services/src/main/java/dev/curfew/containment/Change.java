package dev.curfew.containment;

import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.policy.Relationship;
import dev.curfew.spire.Bundles;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an operator wants to happen on one server or policy backend. Entries and nodes are as the
 * operator saw them.
 */
public sealed interface Change {
    record CreateEntries(List<EntryDraft> drafts) implements Change {}

    record EditEntry(RegistrationEntry seen, EntryDraft wanted) implements Change {}

    /**
     * Shorter TTLs and expiry for many entries; what is empty stays as it is.
     *
     * @param x509Seconds 0 = the server's default
     * @param expiresAtSeconds seconds since 1970; 0 = never
     */
    record Tighten(
            List<RegistrationEntry> seen,
            Optional<Integer> x509Seconds,
            Optional<Integer> jwtSeconds,
            Optional<Long> expiresAtSeconds)
            implements Change {}

    record DeleteEntries(List<RegistrationEntry> seen) implements Change {}

    record BanNode(Node seen) implements Change {}

    record EvictNode(Node seen) implements Change {}

    /** Removes a banned node's row, so that it may attest again. */
    record LiftBan(Node seen) implements Change {}

    record MakeJoinToken(Duration ttl, Optional<SpiffeId> alias) implements Change {}

    record RefreshFederation(TrustDomain trustDomain) implements Change {}

    record AddFederation(FederationRelationship relationship) implements Change {}

    /**
     * @param dropBundle what becomes of the fetched bundle; empty: it stays
     */
    record RemoveFederation(FederationRelationship seen, Optional<Bundles.DeleteMode> dropBundle)
            implements Change {}

    /** Puts deleted entries back under their old ids. */
    record RestoreEntries(List<RegistrationEntry> before) implements Change {}

    /** What is done on a policy backend and not on a SPIRE server. */
    sealed interface OnBackend extends Change {}

    /** What is done with single grants. */
    sealed interface OfGrants extends OnBackend {
        /** As they were seen, or as they are to be. */
        List<Relationship> relationships();
    }

    /** Denies identities everything, whatever they were granted. */
    record Quarantine(List<SpiffeId> identities) implements OnBackend {
        public Quarantine {
            identities = List.copyOf(identities);
        }
    }

    /** Takes quarantines back: the identities have again what they had before. */
    record LiftQuarantine(List<SpiffeId> identities) implements OnBackend {
        public LiftQuarantine {
            identities = List.copyOf(identities);
        }
    }

    /** Ends relationships, in this order. */
    record EndGrants(List<Relationship> relationships) implements OfGrants {
        public EndGrants {
            relationships = List.copyOf(relationships);
        }
    }

    /** Gives relationships an earlier end. */
    record TightenGrants(List<Relationship> relationships, Instant notAfter) implements OfGrants {
        public TightenGrants {
            relationships = List.copyOf(relationships);
        }
    }

    /** Puts relationships back as they were. */
    record RestoreGrants(List<Relationship> relationships) implements OfGrants {
        public RestoreGrants {
            relationships = List.copyOf(relationships);
        }
    }

    /** Puts changed entries back to what they were. */
    record RevertEntries(List<Revert> reverts) implements Change {
        /**
         * @param seen as we left it; if it is something else by now, it was changed by someone else
         */
        public record Revert(RegistrationEntry seen, RegistrationEntry before) {}
    }
}

package dev.curfew.lab.bundle;

import dev.curfew.lab.entry.EntryStore;
import dev.curfew.lab.rpc.Refusal;
import dev.curfew.wire.spire.bundle.BatchDeleteFederatedBundleRequest.Mode;
import io.grpc.Status.Code;

/** Drops federated bundles; the mode says what becomes of the entries that federate with them. */
record BundleDeletion(BundleStore bundles, EntryStore entries, Mode mode) {

    void delete(String trustDomain) {
        // The entries' lock comes first: creating an entry takes both in this order, too.
        synchronized (entries) {
            if (bundles.find(trustDomain).isEmpty()) {
                throw Refusal.notFound("bundle not found");
            }
            var federated = entries.federatedWith(trustDomain);
            if (!federated.isEmpty()) {
                switch (mode) {
                    case DELETE -> federated.forEach(entry -> entries.delete(entry.getId()));
                    case DISSOCIATE -> entries.dissociate(trustDomain);
                    case RESTRICT, UNRECOGNIZED ->
                            throw new Refusal(
                                    Code.FAILED_PRECONDITION,
                                    "failed to delete federated bundle: datastore-sql: cannot"
                                            + " delete bundle; federated with "
                                            + federated.size()
                                            + " registration entries");
                }
            }
            bundles.delete(trustDomain);
        }
    }
}

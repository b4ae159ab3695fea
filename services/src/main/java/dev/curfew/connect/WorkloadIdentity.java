package dev.curfew.connect;

import com.google.protobuf.ByteString;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.bundle.x509bundle.X509Bundle;
import io.spiffe.exception.X509BundleException;
import io.spiffe.exception.X509SvidException;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import io.spiffe.svid.x509svid.X509Svid;
import io.spiffe.workloadapi.grpc.Workload.X509SVID;
import io.spiffe.workloadapi.grpc.Workload.X509SVIDResponse;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One answer of the Workload API: our default SVID, and the bundles of every trust domain known.
 */
record WorkloadIdentity(OwnSvid svid, Map<TrustDomain, Collection<X509Certificate>> bundles) {
    WorkloadIdentity {
        bundles = Map.copyOf(bundles);
    }

    static Outcome<WorkloadIdentity> of(X509SVIDResponse answer, String endpoint) {
        if (answer.getSvidsCount() == 0) {
            return Outcome.failed(Reason.WORKLOAD_API_FAILED, endpoint, "its answer holds no SVID");
        }
        try {
            // The SPIFFE standard: without a choice of its own a workload takes the first one.
            X509SVID first = answer.getSvids(0);
            X509Svid parsed =
                    X509Svid.parseRaw(
                            first.getX509Svid().toByteArray(),
                            first.getX509SvidKey().toByteArray());
            SpiffeId id = parsed.getSpiffeId();
            Map<TrustDomain, Collection<X509Certificate>> bundles = new HashMap<>();
            put(bundles, id.getTrustDomain(), first.getBundle().toByteArray());
            for (Map.Entry<String, ByteString> foreign :
                    answer.getFederatedBundlesMap().entrySet()) {
                if (SpiffeIds.parseTrustDomain(foreign.getKey())
                        instanceof Outcome.Ok<TrustDomain>(var trustDomain)) {
                    put(bundles, trustDomain, foreign.getValue().toByteArray());
                }
            }
            return Outcome.ok(
                    new WorkloadIdentity(
                            new OwnSvid(id, parsed.getChain(), parsed.getPrivateKey()), bundles));
        } catch (X509SvidException | X509BundleException e) {
            return Outcome.failed(
                    Reason.WORKLOAD_API_FAILED, endpoint, "its answer can not be read");
        }
    }

    private static void put(
            Map<TrustDomain, Collection<X509Certificate>> bundles,
            TrustDomain trustDomain,
            byte[] der)
            throws X509BundleException {
        bundles.put(
                trustDomain, List.copyOf(X509Bundle.parse(trustDomain, der).getX509Authorities()));
    }
}

package dev.curfew.lab.server;

import dev.curfew.lab.authority.ServerIdentity;
import dev.curfew.lab.bundle.BundleReader;
import dev.curfew.lab.bundle.BundleStore;
import dev.curfew.lab.entry.EntryStore;
import dev.curfew.lab.node.NodeStore;
import dev.curfew.lab.rpc.Answers;
import dev.curfew.lab.rpc.Refusal;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.wire.spire.debug.DebugGrpc;
import dev.curfew.wire.spire.debug.GetInfoRequest;
import dev.curfew.wire.spire.debug.GetInfoResponse;
import io.grpc.stub.StreamObserver;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.RFC4519Style;
import org.jspecify.annotations.Nullable;

/** Counts, uptime and own chain, kept for five seconds. */
final class DebugService extends DebugGrpc.DebugImplBase {
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final NodeStore nodes;
    private final EntryStore entries;
    private final BundleStore bundles;
    private final ServerIdentity identity;
    private final InstantSource clock;
    private final Instant started;
    private @Nullable GetInfoResponse kept;
    private Instant keptSince = Instant.MIN;

    DebugService(
            NodeStore nodes,
            EntryStore entries,
            BundleStore bundles,
            ServerIdentity identity,
            InstantSource clock) {
        this.nodes = nodes;
        this.entries = entries;
        this.bundles = bundles;
        this.identity = identity;
        this.clock = clock;
        this.started = clock.instant();
    }

    @Override
    public void getInfo(GetInfoRequest request, StreamObserver<GetInfoResponse> caller) {
        Answers.answer(caller, this::info);
    }

    private synchronized GetInfoResponse info() {
        var now = clock.instant();
        if (kept == null || !now.isBefore(keptSince.plus(KEPT))) {
            kept = read(now);
            keptSince = now;
        }
        return kept;
    }

    private GetInfoResponse read(Instant now) {
        var info =
                GetInfoResponse.newBuilder()
                        .setAgentsCount(nodes.size())
                        .setEntriesCount(entries.size())
                        // The server's own bundle is counted, too.
                        .setFederatedBundlesCount(bundles.count())
                        .setUptime(Math.toIntExact(Duration.between(started, now).toSeconds()));
        var leaf = identity.current().chain().getFirst();
        var root =
                BundleReader.certificates(bundles.own()).stream()
                        .filter(authority ->
                                authority
                                        .getSubjectX500Principal()
                                        .equals(leaf.getIssuerX500Principal()))
                        .findFirst()
                        .orElseThrow(() ->
                                Refusal.internal(
                                        "failed verification against bundle: x509svid:"
                                                + " could not verify leaf certificate: x509:"
                                                + " certificate signed by unknown authority"));
        for (var certificate : List.of(leaf, root)) {
            info.addSvidChain(describe(certificate));
        }
        return info.build();
    }

    private static GetInfoResponse.Cert describe(X509Certificate certificate) {
        var subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return GetInfoResponse.Cert.newBuilder()
                .setId(SpiffeId.of(certificate).toWire())
                .setExpiresAt(certificate.getNotAfter().toInstant().getEpochSecond())
                .setSubject(inGoOrder(subject))
                .build();
    }

    /** The last part first, as Go prints names. */
    private static String inGoOrder(X500Name subject) {
        var text = new StringBuilder();
        var parts = subject.getRDNs();
        for (var i = parts.length - 1; i >= 0; i--) {
            var part = parts[i].getFirst();
            var name = RFC4519Style.INSTANCE.oidToDisplayName(part.getType());
            text.append(text.isEmpty() ? "" : ",")
                    .append(
                            name == null
                                    ? part.getType().getId()
                                    : name.toUpperCase(java.util.Locale.ROOT))
                    .append('=')
                    .append(part.getValue());
        }
        return text.toString();
    }
}

package dev.curfew.lab.bundle;

import dev.curfew.lab.entry.EntryStore;
import dev.curfew.lab.rpc.Answers;
import dev.curfew.lab.rpc.Pages.BadToken;
import dev.curfew.lab.rpc.Refusal;
import dev.curfew.lab.spiffe.SpiffeRules;
import dev.curfew.wire.spire.bundle.AppendBundleRequest;
import dev.curfew.wire.spire.bundle.BatchCreateFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.BatchCreateFederatedBundleResponse;
import dev.curfew.wire.spire.bundle.BatchDeleteFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.BatchDeleteFederatedBundleResponse;
import dev.curfew.wire.spire.bundle.BatchSetFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.BatchSetFederatedBundleResponse;
import dev.curfew.wire.spire.bundle.BatchUpdateFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.BatchUpdateFederatedBundleResponse;
import dev.curfew.wire.spire.bundle.BundleGrpc;
import dev.curfew.wire.spire.bundle.CountBundlesRequest;
import dev.curfew.wire.spire.bundle.CountBundlesResponse;
import dev.curfew.wire.spire.bundle.GetBundleRequest;
import dev.curfew.wire.spire.bundle.GetFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.ListFederatedBundlesRequest;
import dev.curfew.wire.spire.bundle.ListFederatedBundlesResponse;
import dev.curfew.wire.spire.types.Bundle;
import io.grpc.Status.Code;
import io.grpc.stub.StreamObserver;

/** The bundle service. */
public final class BundleService extends BundleGrpc.BundleImplBase {
    private final BundleStore bundles;
    private final EntryStore entries;

    /** Serves a store; entries hold on to bundles they federate with. */
    public BundleService(BundleStore bundles, EntryStore entries) {
        this.bundles = bundles;
        this.entries = entries;
    }

    @Override
    public void countBundles(
            CountBundlesRequest request, StreamObserver<CountBundlesResponse> caller) {
        Answers.answer(
                caller, () -> CountBundlesResponse.newBuilder().setCount(bundles.count()).build());
    }

    @Override
    public void getBundle(GetBundleRequest request, StreamObserver<Bundle> caller) {
        Answers.answer(
                caller,
                () ->
                        BundleMasks.show(
                                bundles.own(), request.hasOutputMask(), request.getOutputMask()));
    }

    @Override
    public void appendBundle(AppendBundleRequest request, StreamObserver<Bundle> caller) {
        Answers.answer(
                caller,
                () ->
                        BundleMasks.show(
                                append(request), request.hasOutputMask(), request.getOutputMask()));
    }

    private Bundle append(AppendBundleRequest request) {
        if (request.getJwtAuthoritiesCount() == 0 && request.getX509AuthoritiesCount() == 0) {
            throw Refusal.invalid("no authorities to append");
        }
        try {
            var keys = BundleReader.jwt(request.getJwtAuthoritiesList());
            try {
                return bundles.append(BundleReader.x509(request.getX509AuthoritiesList()), keys);
            } catch (IllegalArgumentException e) {
                throw Refusal.invalid("failed to convert X.509 authority", e);
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("failed to convert JWT authority", e);
        }
    }

    @Override
    public void listFederatedBundles(
            ListFederatedBundlesRequest request,
            StreamObserver<ListFederatedBundlesResponse> caller) {
        Answers.answer(caller, () -> list(request));
    }

    private ListFederatedBundlesResponse list(ListFederatedBundlesRequest request) {
        try {
            var page = bundles.page(request.getPageSize(), request.getPageToken());
            var reply =
                    ListFederatedBundlesResponse.newBuilder().setNextPageToken(page.nextToken());
            // The server's own bundle takes up room in the page but is not shown.
            page.rows().stream()
                    .map(BundleRow::bundle)
                    .filter(bundle -> !bundle.getTrustDomain().equals(bundles.ownTrustDomain()))
                    .map(bundle ->
                            BundleMasks.show(
                                    bundle, request.hasOutputMask(), request.getOutputMask()))
                    .forEach(reply::addBundles);
            return reply.build();
        } catch (BadToken e) {
            throw Refusal.internal("failed to list bundles", e);
        }
    }

    @Override
    public void getFederatedBundle(
            GetFederatedBundleRequest request, StreamObserver<Bundle> caller) {
        Answers.answer(
                caller,
                () -> {
                    var trustDomain =
                            foreign(
                                    request.getTrustDomain(),
                                    "getting a federated bundle for the server's own trust domain"
                                            + " is not allowed");
                    return bundles.find(trustDomain)
                            .map(bundle ->
                                    BundleMasks.show(
                                            bundle,
                                            request.hasOutputMask(),
                                            request.getOutputMask()))
                            .orElseThrow(() -> Refusal.notFound("bundle not found"));
                });
    }

    @Override
    public void batchCreateFederatedBundle(
            BatchCreateFederatedBundleRequest request,
            StreamObserver<BatchCreateFederatedBundleResponse> caller) {
        Answers.answer(
                caller,
                () -> {
                    var reply = BatchCreateFederatedBundleResponse.newBuilder();
                    for (var bundle : request.getBundleList()) {
                        var result = reply.addResultsBuilder();
                        try {
                            var created = create(bundle);
                            result.setStatus(Answers.OK)
                                    .setBundle(
                                            BundleMasks.show(
                                                    created,
                                                    request.hasOutputMask(),
                                                    request.getOutputMask()));
                        } catch (Refusal refusal) {
                            result.setStatus(refusal.toItem());
                        }
                    }
                    return reply.build();
                });
    }

    private Bundle create(Bundle bundle) {
        foreign(
                bundle.getTrustDomain(),
                "creating a federated bundle for the server's own trust domain is not allowed");
        var checked = read(bundle);
        if (!bundles.create(checked)) {
            throw new Refusal(Code.ALREADY_EXISTS, "bundle already exists");
        }
        return checked;
    }

    @Override
    public void batchSetFederatedBundle(
            BatchSetFederatedBundleRequest request,
            StreamObserver<BatchSetFederatedBundleResponse> caller) {
        Answers.answer(
                caller,
                () -> {
                    var reply = BatchSetFederatedBundleResponse.newBuilder();
                    for (var bundle : request.getBundleList()) {
                        var result = reply.addResultsBuilder();
                        try {
                            foreign(
                                    bundle.getTrustDomain(),
                                    "setting a federated bundle for the server's own trust domain"
                                            + " is not allowed");
                            var checked = read(bundle);
                            bundles.set(checked);
                            result.setStatus(Answers.OK)
                                    .setBundle(
                                            BundleMasks.show(
                                                    checked,
                                                    request.hasOutputMask(),
                                                    request.getOutputMask()));
                        } catch (Refusal refusal) {
                            result.setStatus(refusal.toItem());
                        }
                    }
                    return reply.build();
                });
    }

    @Override
    public void batchUpdateFederatedBundle(
            BatchUpdateFederatedBundleRequest request,
            StreamObserver<BatchUpdateFederatedBundleResponse> caller) {
        Answers.answer(
                caller,
                () -> {
                    var reply = BatchUpdateFederatedBundleResponse.newBuilder();
                    for (var bundle : request.getBundleList()) {
                        var result = reply.addResultsBuilder();
                        try {
                            result.setStatus(Answers.OK)
                                    .setBundle(
                                            BundleMasks.show(
                                                    update(bundle, request),
                                                    request.hasOutputMask(),
                                                    request.getOutputMask()));
                        } catch (Refusal refusal) {
                            result.clear().setStatus(refusal.toItem());
                        }
                    }
                    return reply.build();
                });
    }

    private Bundle update(Bundle bundle, BatchUpdateFederatedBundleRequest request) {
        var trustDomain =
                foreign(
                        bundle.getTrustDomain(),
                        "updating a federated bundle for the server's own trust domain is not"
                                + " allowed");
        var checked = read(bundle);
        return bundles.change(
                        trustDomain,
                        stored ->
                                BundleMasks.merge(
                                        stored,
                                        checked,
                                        request.hasInputMask(),
                                        request.getInputMask()))
                .orElseThrow(() -> Refusal.notFound("bundle not found"));
    }

    @Override
    public void batchDeleteFederatedBundle(
            BatchDeleteFederatedBundleRequest request,
            StreamObserver<BatchDeleteFederatedBundleResponse> caller) {
        Answers.answer(
                caller,
                () -> {
                    var deletion = new BundleDeletion(bundles, entries, request.getMode());
                    if (request.getMode() == BatchDeleteFederatedBundleRequest.Mode.UNRECOGNIZED) {
                        throw Refusal.invalid(
                                "failed to parse deletion mode: unhandled delete mode \"%d\""
                                        .formatted(request.getModeValue()));
                    }
                    var reply = BatchDeleteFederatedBundleResponse.newBuilder();
                    for (var trustDomain : request.getTrustDomainsList()) {
                        var result = reply.addResultsBuilder().setTrustDomain(trustDomain);
                        try {
                            deletion.delete(
                                    foreign(
                                            trustDomain,
                                            "removing the bundle for the server trust domain is"
                                                    + " not allowed"));
                            result.setStatus(Answers.OK);
                        } catch (Refusal refusal) {
                            result.setStatus(refusal.toItem());
                        }
                    }
                    return reply.build();
                });
    }

    private String foreign(String trustDomain, String refusalIfOurs) {
        String name;
        try {
            name = SpiffeRules.trustDomainName(trustDomain);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("trust domain argument is not valid", e);
        }
        if (name.equals(bundles.ownTrustDomain())) {
            throw Refusal.invalid(refusalIfOurs);
        }
        return name;
    }

    private static Bundle read(Bundle bundle) {
        try {
            return BundleReader.read(bundle);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("failed to convert bundle", e);
        }
    }
}

package dev.curfew.spire;

import dev.curfew.identity.TrustBundle;
import dev.curfew.outcome.Outcome;
import dev.curfew.wire.spire.bundle.AppendBundleRequest;
import dev.curfew.wire.spire.bundle.BatchCreateFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.BatchDeleteFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.BatchSetFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.BatchUpdateFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.BundleGrpc;
import dev.curfew.wire.spire.bundle.CountBundlesRequest;
import dev.curfew.wire.spire.bundle.GetBundleRequest;
import dev.curfew.wire.spire.bundle.GetFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.ListFederatedBundlesRequest;
import dev.curfew.wire.spire.bundle.ListFederatedBundlesResponse;
import dev.curfew.wire.spire.types.Bundle;
import io.spiffe.spiffeid.TrustDomain;
import java.util.ArrayList;
import java.util.List;

/** The server's own bundle and those of other trust domains. Any thread; blocks. */
public final class Bundles {
    private static final String SERVICE = "spire.api.server.bundle.v1.Bundle/";

    /** What becomes of the entries that federate with a trust domain whose bundle is dropped. */
    public enum DeleteMode {
        /** Refuse to drop it while there are any. */
        RESTRICT,
        /** Delete those entries. */
        DELETE,
        /** Only unlink them. */
        DISSOCIATE
    }

    private final Rpc rpc;
    private final BundleGrpc.BundleBlockingStub stub;

    Bundles(Rpc rpc) {
        this.rpc = rpc;
        this.stub = rpc.stub(BundleGrpc::newBlockingStub);
    }

    public Outcome<TrustBundle> own() {
        return rpc.read(
                        SERVICE + "GetBundle",
                        stub,
                        s -> s.getBundle(GetBundleRequest.getDefaultInstance()))
                .then(BundleMapper::read);
    }

    public Outcome<TrustBundle> federated(TrustDomain trustDomain) {
        return rpc.read(
                        SERVICE + "GetFederatedBundle",
                        stub,
                        s ->
                                s.getFederatedBundle(
                                        GetFederatedBundleRequest.newBuilder()
                                                .setTrustDomain(trustDomain.getName())
                                                .build()))
                .then(BundleMapper::read);
    }

    public Scan<TrustBundle> scanFederated(ScanListener<TrustBundle> listener) {
        return Pages.scan(
                "federated bundles",
                (size, token) ->
                        rpc.read(
                                SERVICE + "ListFederatedBundles",
                                stub,
                                s ->
                                        s.listFederatedBundles(
                                                ListFederatedBundlesRequest.newBuilder()
                                                        .setPageSize(size)
                                                        .setPageToken(token)
                                                        .build())),
                new Pages.Reader<ListFederatedBundlesResponse, TrustBundle>() {
                    @Override
                    public String nextToken(ListFederatedBundlesResponse page) {
                        return page.getNextPageToken();
                    }

                    @Override
                    public int count(ListFederatedBundlesResponse page) {
                        return page.getBundlesCount();
                    }

                    @Override
                    public void rows(
                            ListFederatedBundlesResponse page, Pages.Rows<TrustBundle> into) {
                        page.getBundlesList()
                                .forEach(bundle -> into.add(BundleMapper.read(bundle)));
                    }
                },
                listener);
    }

    public Outcome<Integer> count() {
        return rpc.read(
                SERVICE + "CountBundles",
                stub,
                s -> s.countBundles(CountBundlesRequest.getDefaultInstance()).getCount());
    }

    /** Adds the authorities of {@code more} to the server's own bundle. */
    public Outcome<TrustBundle> append(TrustBundle more) {
        Bundle wire = BundleWriter.wire(more);
        return rpc.write(
                        SERVICE + "AppendBundle",
                        stub,
                        s ->
                                s.appendBundle(
                                        AppendBundleRequest.newBuilder()
                                                .addAllX509Authorities(
                                                        wire.getX509AuthoritiesList())
                                                .addAllJwtAuthorities(wire.getJwtAuthoritiesList())
                                                .build()))
                .then(BundleMapper::read);
    }

    /** Stores a bundle that is not there yet. */
    public Outcome<TrustBundle> create(TrustBundle bundle) {
        return rpc.write(
                        SERVICE + "BatchCreateFederatedBundle",
                        stub,
                        s ->
                                s.batchCreateFederatedBundle(
                                        BatchCreateFederatedBundleRequest.newBuilder()
                                                .addBundle(BundleWriter.wire(bundle))
                                                .build()))
                .then(answer ->
                        first(answer.getResultsList(), bundle)
                                .then(r -> Batches.item(r.getStatus(), name(bundle), r::getBundle)))
                .then(BundleMapper::read);
    }

    /** Changes a bundle that is there. */
    public Outcome<TrustBundle> update(TrustBundle bundle) {
        return rpc.write(
                        SERVICE + "BatchUpdateFederatedBundle",
                        stub,
                        s ->
                                s.batchUpdateFederatedBundle(
                                        BatchUpdateFederatedBundleRequest.newBuilder()
                                                .addBundle(BundleWriter.wire(bundle))
                                                .build()))
                .then(answer ->
                        first(answer.getResultsList(), bundle)
                                .then(r -> Batches.item(r.getStatus(), name(bundle), r::getBundle)))
                .then(BundleMapper::read);
    }

    /** Stores a bundle, there or not. */
    public Outcome<TrustBundle> set(TrustBundle bundle) {
        return rpc.write(
                        SERVICE + "BatchSetFederatedBundle",
                        stub,
                        s ->
                                s.batchSetFederatedBundle(
                                        BatchSetFederatedBundleRequest.newBuilder()
                                                .addBundle(BundleWriter.wire(bundle))
                                                .build()))
                .then(answer ->
                        first(answer.getResultsList(), bundle)
                                .then(r -> Batches.item(r.getStatus(), name(bundle), r::getBundle)))
                .then(BundleMapper::read);
    }

    /** Drops bundles of other trust domains. Keys are the trust domains' names. */
    public List<ItemResult<String>> delete(List<TrustDomain> trustDomains, DeleteMode mode) {
        List<String> names = trustDomains.stream().map(TrustDomain::getName).toList();
        return Batches.write(
                names,
                name -> name,
                batch ->
                        rpc.write(
                                        SERVICE + "BatchDeleteFederatedBundle",
                                        stub,
                                        s ->
                                                s.batchDeleteFederatedBundle(
                                                        BatchDeleteFederatedBundleRequest
                                                                .newBuilder()
                                                                .addAllTrustDomains(batch)
                                                                .setMode(
                                                                        BatchDeleteFederatedBundleRequest
                                                                                .Mode.valueOf(
                                                                                mode.name()))
                                                                .build()))
                                .map(answer -> {
                                    List<Outcome<String>> results = new ArrayList<>();
                                    for (var r : answer.getResultsList()) {
                                        results.add(
                                                Batches.item(
                                                        r.getStatus(),
                                                        r.getTrustDomain(),
                                                        r::getTrustDomain));
                                    }
                                    return results;
                                }));
    }

    private static <R> Outcome<R> first(List<R> results, TrustBundle bundle) {
        return Batches.only(results, name(bundle));
    }

    private static String name(TrustBundle bundle) {
        return bundle.trustDomain().getName();
    }
}

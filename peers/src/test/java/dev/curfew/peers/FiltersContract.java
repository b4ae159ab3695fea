package dev.curfew.peers;

import static dev.curfew.peers.Wire.entry;
import static dev.curfew.peers.Wire.id;
import static dev.curfew.peers.Wire.said;
import static dev.curfew.peers.Wire.selector;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.BoolValue;
import com.google.protobuf.StringValue;
import dev.curfew.identity.Selector;
import dev.curfew.spire.EntryFilter;
import dev.curfew.spire.ScanListener;
import dev.curfew.wire.spire.bundle.BatchSetFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.BundleGrpc;
import dev.curfew.wire.spire.entry.CountEntriesRequest;
import dev.curfew.wire.spire.entry.ListEntriesRequest;
import dev.curfew.wire.spire.entry.ListEntriesRequest.Filter;
import dev.curfew.wire.spire.types.Bundle;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.FederatesWithMatch;
import dev.curfew.wire.spire.types.SelectorMatch;
import dev.curfew.wire.spire.types.SelectorMatch.MatchBehavior;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What entries can be asked for by. */
abstract class FiltersContract extends SpireContract {

    @BeforeAll
    void fill() {
        BatchSetFederatedBundleRequest.Builder bundles =
                BatchSetFederatedBundleRequest.newBuilder();
        for (String name : List.of("x.test", "y.test", "z.test")) {
            bundles.addBundle(Bundle.newBuilder().setTrustDomain(name));
        }
        BundleGrpc.newBlockingStub(wire()).batchSetFederatedBundle(bundles.build());
        createAll(
                entry("/s/a", "k8s:ns:x"),
                entry("/s/ab", "k8s:ns:x", "k8s:sa:y"),
                entry("/s/abc", "k8s:ns:x", "k8s:sa:y", "unix:uid:1"),
                entry("/s/c", "unix:uid:1"),
                entry("/f/x", "unix:uid:2").addFederatesWith("x.test"),
                entry("/f/xy", "unix:uid:2").addFederatesWith("x.test").addFederatesWith("y.test"),
                entry("/f/xyz", "unix:uid:2")
                        .addFederatesWith("x.test")
                        .addFederatesWith("y.test")
                        .addFederatesWith("z.test"),
                entry("/hinted", "unix:uid:3").setHint("finance"),
                entry("/down", "unix:uid:3").setDownstream(true),
                entry("/moved", "unix:uid:3").setParentId(id("/other")),
                entry("/short/a1", "k8s:pod:p"),
                entry("/short/b1", "k8s:pod:p", "unix:uid:1"),
                entry("/short/b2", "k8s:pod:p", "unix:uid:2"),
                entry("/short/b3", "k8s:pod:p", "unix:uid:3"),
                entry("/short/a2", "k8s:pod:p").setHint("second"));
    }

    private List<String> paths(Filter.Builder filter) {
        return paths(
                entries()
                        .listEntries(ListEntriesRequest.newBuilder().setFilter(filter).build())
                        .getEntriesList());
    }

    private static List<String> paths(List<Entry> entries) {
        return entries.stream().map(entry -> entry.getSpiffeId().getPath()).toList();
    }

    private static SelectorMatch.Builder namespaceAndAccount(MatchBehavior behavior) {
        return SelectorMatch.newBuilder()
                .addSelectors(selector("k8s:ns:x"))
                .addSelectors(selector("k8s:sa:y"))
                .setMatch(behavior);
    }

    private List<String> bySelectors(MatchBehavior behavior) {
        return paths(Filter.newBuilder().setBySelectors(namespaceAndAccount(behavior)));
    }

    @Test
    void selectorsMatchInFourWays() {
        assertThat(bySelectors(MatchBehavior.MATCH_EXACT)).containsExactly("/s/ab");
        assertThat(bySelectors(MatchBehavior.MATCH_SUBSET)).containsExactly("/s/a", "/s/ab");
        assertThat(bySelectors(MatchBehavior.MATCH_SUPERSET)).containsExactly("/s/ab", "/s/abc");
        assertThat(bySelectors(MatchBehavior.MATCH_ANY)).containsExactly("/s/a", "/s/ab", "/s/abc");
    }

    private List<String> byFederation(FederatesWithMatch.MatchBehavior behavior) {
        return paths(
                Filter.newBuilder()
                        .setByFederatesWith(
                                FederatesWithMatch.newBuilder()
                                        .addTrustDomains("x.test")
                                        .addTrustDomains("y.test")
                                        .setMatch(behavior)));
    }

    @Test
    void federationsMatchInFourWays() {
        assertThat(byFederation(FederatesWithMatch.MatchBehavior.MATCH_EXACT))
                .containsExactly("/f/xy");
        assertThat(byFederation(FederatesWithMatch.MatchBehavior.MATCH_SUBSET))
                .containsExactly("/f/x", "/f/xy");
        assertThat(byFederation(FederatesWithMatch.MatchBehavior.MATCH_SUPERSET))
                .containsExactly("/f/xy", "/f/xyz");
        assertThat(byFederation(FederatesWithMatch.MatchBehavior.MATCH_ANY))
                .containsExactly("/f/x", "/f/xy", "/f/xyz");
    }

    @Test
    void idsParentsHintsAndDownstreamMatchExactly() {
        assertThat(paths(Filter.newBuilder().setBySpiffeId(id("/s/a")))).containsExactly("/s/a");
        assertThat(paths(Filter.newBuilder().setBySpiffeId(id("/s")))).isEmpty();
        assertThat(paths(Filter.newBuilder().setByParentId(id("/other"))))
                .containsExactly("/moved");
        assertThat(paths(Filter.newBuilder().setByHint(StringValue.of("finance"))))
                .containsExactly("/hinted");
        assertThat(paths(Filter.newBuilder().setByDownstream(BoolValue.of(true))))
                .containsExactly("/down");
    }

    @Test
    void countsTakeTheSameFilters() {
        int count =
                entries()
                        .countEntries(
                                CountEntriesRequest.newBuilder()
                                        .setFilter(
                                                CountEntriesRequest.Filter.newBuilder()
                                                        .setBySelectors(
                                                                namespaceAndAccount(
                                                                        MatchBehavior.MATCH_ANY)))
                                        .build())
                        .getCount();

        assertThat(count).isEqualTo(3);
    }

    @Test
    void aPageOfExactMatchesMayBeShortButIsNeverEmptyBeforeTheEnd() {
        ListEntriesRequest.Builder exact =
                ListEntriesRequest.newBuilder()
                        .setPageSize(2)
                        .setFilter(
                                Filter.newBuilder()
                                        .setBySelectors(
                                                SelectorMatch.newBuilder()
                                                        .addSelectors(selector("k8s:pod:p"))));
        List<List<String>> pages = new ArrayList<>();
        String token;
        do {
            var page = entries().listEntries(exact.build());
            pages.add(paths(page.getEntriesList()));
            token = page.getNextPageToken();
            exact.setPageToken(token);
        } while (!token.isEmpty());

        assertThat(pages).containsExactly(List.of("/short/a1"), List.of("/short/a2"), List.of());
    }

    @Test
    void refusesFiltersThatAreMalformed() {
        assertThat(said(() -> paths(Filter.newBuilder().setBySpiffeId(id("/spire/agent/x")))))
                .isEqualTo(
                        "INVALID_ARGUMENT malformed SPIFFE ID filter:"
                                + " \"spiffe://acme.test/spire/agent/x\" is not a workload in trust"
                                + " domain \"acme.test\"; path is in the reserved namespace");
        assertThat(
                        said(() ->
                                paths(
                                        Filter.newBuilder()
                                                .setBySelectors(
                                                        SelectorMatch.getDefaultInstance()))))
                .isEqualTo("INVALID_ARGUMENT malformed selectors filter: empty selector set");
    }

    @Test
    void ourClientAsksForWhatItMeans() {
        assertThat(found(EntryFilter.bySpiffeId(spiffeId("/s/ab")))).containsExactly("/s/ab");
        assertThat(found(EntryFilter.byParent(spiffeId("/other")))).containsExactly("/moved");
        assertThat(
                        found(
                                new EntryFilter(
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(new Selector("k8s", "sa:y")),
                                        Optional.empty())))
                .containsExactly("/s/ab", "/s/abc");
        assertThat(
                        found(
                                new EntryFilter(
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        Optional.of("second"))))
                .containsExactly("/short/a2");
    }

    private List<String> found(EntryFilter filter) {
        return server().entries().scan(filter, ScanListener.silent()).rows().stream()
                .map(entry -> entry.spiffeId().getPath())
                .toList();
    }
}

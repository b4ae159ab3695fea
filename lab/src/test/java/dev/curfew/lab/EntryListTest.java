package dev.curfew.lab;

import static dev.curfew.lab.TestServer.id;
import static dev.curfew.lab.TestServer.refusal;
import static dev.curfew.lab.TestServer.selector;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.BoolValue;
import com.google.protobuf.StringValue;
import dev.curfew.wire.spire.entry.BatchDeleteEntryRequest;
import dev.curfew.wire.spire.entry.CountEntriesRequest;
import dev.curfew.wire.spire.entry.ListEntriesRequest;
import dev.curfew.wire.spire.entry.ListEntriesResponse;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.FederatesWithMatch;
import dev.curfew.wire.spire.types.SelectorMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntryListTest {
    private TestServer acme;

    @BeforeEach
    void start() throws Exception {
        acme = TestServer.empty();
    }

    @AfterEach
    void stop() throws Exception {
        acme.close();
    }

    private static Entry entry(String id, String... selectors) {
        var entry = Entry.newBuilder().setId(id).setSpiffeId(id("/w/" + id)).setParentId(id("/n"));
        for (var selector : selectors) {
            entry.addSelectors(selector(selector));
        }
        return entry.build();
    }

    private ListEntriesResponse page(int size, String token) {
        return acme.entries()
                .listEntries(
                        ListEntriesRequest.newBuilder()
                                .setPageSize(size)
                                .setPageToken(token)
                                .build());
    }

    private List<String> ids(ListEntriesRequest.Filter.Builder filter) {
        var request = ListEntriesRequest.newBuilder().setFilter(filter).build();
        return ids(acme.entries().listEntries(request));
    }

    private static List<String> ids(ListEntriesResponse page) {
        return page.getEntriesList().stream().map(Entry::getId).toList();
    }

    @Test
    void endsWithOneExtraEmptyPage() {
        acme.server.load(IntStream.range(0, 5).mapToObj(i -> entry("e" + i, "unix:uid:1")));

        var first = page(3, "");
        var second = page(3, first.getNextPageToken());
        var third = page(3, second.getNextPageToken());

        assertThat(ids(first)).containsExactly("e0", "e1", "e2");
        assertThat(first.getNextPageToken()).isEqualTo("3");
        assertThat(ids(second)).containsExactly("e3", "e4");
        assertThat(second.getNextPageToken()).isEqualTo("5");
        assertThat(third).isEqualTo(ListEntriesResponse.getDefaultInstance());
    }

    @Test
    void withoutAPageSizeEverythingComesAtOnceAndTheTokenIsIgnored() {
        acme.server.load(IntStream.range(0, 5).mapToObj(i -> entry("e" + i, "unix:uid:1")));

        assertThat(page(0, "x").getEntriesCount()).isEqualTo(5);
        assertThat(page(-1, "").getEntriesCount()).isEqualTo(5);
        assertThat(page(0, "").getNextPageToken()).isEmpty();
    }

    @Test
    void aTokenIsARowNumberAndSurvivesThatRow() {
        acme.server.load(IntStream.range(0, 5).mapToObj(i -> entry("e" + i, "unix:uid:1")));
        var first = page(2, "");
        acme.entries().batchDeleteEntry(BatchDeleteEntryRequest.newBuilder().addIds("e1").build());

        assertThat(ids(page(9, first.getNextPageToken()))).containsExactly("e2", "e3", "e4");
        assertThat(page(9, "0").getEntriesCount()).isEqualTo(4);
        assertThat(page(9, "4000000000")).isEqualTo(ListEntriesResponse.getDefaultInstance());
    }

    @Test
    void refusesTokensThatAreNone() {
        assertThat(refusal(() -> page(1, "x")))
                .isEqualTo(
                        "INTERNAL failed to list entries: datastore-sql: rpc error: code ="
                                + " InvalidArgument desc = could not parse token 'x'");
        assertThat(refusal(() -> page(1, "-1"))).endsWith("could not parse token '-1'");
        assertThat(refusal(() -> page(1, "4294967296")))
                .endsWith("could not parse token '4294967296'");
    }

    @Test
    void matchesSelectorsInFourWays() {
        acme.server.load(
                Stream.of(
                        entry("a", "k8s:ns:x"),
                        entry("ab", "k8s:ns:x", "k8s:sa:y"),
                        entry("abc", "k8s:ns:x", "k8s:sa:y", "unix:uid:1"),
                        entry("c", "unix:uid:1")));

        assertThat(matching(SelectorMatch.MatchBehavior.MATCH_EXACT)).containsExactly("ab");
        assertThat(matching(SelectorMatch.MatchBehavior.MATCH_SUBSET)).containsExactly("a", "ab");
        assertThat(matching(SelectorMatch.MatchBehavior.MATCH_SUPERSET))
                .containsExactly("ab", "abc");
        assertThat(matching(SelectorMatch.MatchBehavior.MATCH_ANY))
                .containsExactly("a", "ab", "abc");
    }

    private List<String> matching(SelectorMatch.MatchBehavior behavior) {
        return ids(
                ListEntriesRequest.Filter.newBuilder()
                        .setBySelectors(
                                SelectorMatch.newBuilder()
                                        .addSelectors(selector("k8s:ns:x"))
                                        .addSelectors(selector("k8s:sa:y"))
                                        .setMatch(behavior)));
    }

    @Test
    void aPageOfExactMatchesMayBeShortButIsNeverEmptyBeforeTheEnd() {
        acme.server.load(
                Stream.of(
                        entry("a1", "k8s:ns:x"),
                        entry("b1", "k8s:ns:x", "unix:uid:1"),
                        entry("b2", "k8s:ns:x", "unix:uid:2"),
                        entry("b3", "k8s:ns:x", "unix:uid:3"),
                        entry("a2", "k8s:ns:x")));
        var exact =
                ListEntriesRequest.newBuilder()
                        .setPageSize(2)
                        .setFilter(
                                ListEntriesRequest.Filter.newBuilder()
                                        .setBySelectors(
                                                SelectorMatch.newBuilder()
                                                        .addSelectors(selector("k8s:ns:x"))));
        var pages = new ArrayList<List<String>>();
        String token;
        do {
            var page = acme.entries().listEntries(exact.build());
            pages.add(ids(page));
            token = page.getNextPageToken();
            exact.setPageToken(token);
        } while (!token.isEmpty());

        assertThat(pages).containsExactly(List.of("a1"), List.of("a2"), List.of());
    }

    @Test
    void matchesFederationsInFourWays() {
        acme.server.load(
                Stream.of(
                        entry("none", "unix:uid:1"),
                        entry("x", "unix:uid:2").toBuilder().addFederatesWith("x.test").build(),
                        entry("xy", "unix:uid:3").toBuilder()
                                .addFederatesWith("x.test")
                                .addFederatesWith("y.test")
                                .build(),
                        entry("xyz", "unix:uid:4").toBuilder()
                                .addFederatesWith("x.test")
                                .addFederatesWith("y.test")
                                .addFederatesWith("z.test")
                                .build()));

        assertThat(federating(FederatesWithMatch.MatchBehavior.MATCH_EXACT)).containsExactly("xy");
        assertThat(federating(FederatesWithMatch.MatchBehavior.MATCH_SUBSET))
                .containsExactly("x", "xy");
        assertThat(federating(FederatesWithMatch.MatchBehavior.MATCH_SUPERSET))
                .containsExactly("xy", "xyz");
        assertThat(federating(FederatesWithMatch.MatchBehavior.MATCH_ANY))
                .containsExactly("x", "xy", "xyz");
    }

    private List<String> federating(FederatesWithMatch.MatchBehavior behavior) {
        return ids(
                ListEntriesRequest.Filter.newBuilder()
                        .setByFederatesWith(
                                FederatesWithMatch.newBuilder()
                                        .addTrustDomains("x.test")
                                        .addTrustDomains("y.test")
                                        .setMatch(behavior)));
    }

    @Test
    void filtersByTheOtherFieldsAndCountsWithTheSameFilter() {
        acme.server.load(
                Stream.of(
                        entry("plain", "unix:uid:1"),
                        entry("hinted", "unix:uid:2").toBuilder().setHint("finance").build(),
                        entry("down", "unix:uid:3").toBuilder().setDownstream(true).build(),
                        entry("moved", "unix:uid:4").toBuilder().setParentId(id("/m")).build()));

        assertThat(ids(ListEntriesRequest.Filter.newBuilder().setBySpiffeId(id("/w/plain"))))
                .containsExactly("plain");
        assertThat(ids(ListEntriesRequest.Filter.newBuilder().setByParentId(id("/m"))))
                .containsExactly("moved");
        assertThat(ids(ListEntriesRequest.Filter.newBuilder().setByHint(StringValue.of("finance"))))
                .containsExactly("hinted");
        assertThat(ids(ListEntriesRequest.Filter.newBuilder().setByDownstream(BoolValue.of(true))))
                .containsExactly("down");
        assertThat(
                        acme.entries()
                                .countEntries(
                                        CountEntriesRequest.newBuilder()
                                                .setFilter(
                                                        CountEntriesRequest.Filter.newBuilder()
                                                                .setByParentId(id("/n")))
                                                .build())
                                .getCount())
                .isEqualTo(3);
    }

    @Test
    void refusesFiltersThatAreMalformed() {
        assertThat(
                        refusal(() ->
                                ids(
                                        ListEntriesRequest.Filter.newBuilder()
                                                .setBySpiffeId(id("/spire/agent/x")))))
                .isEqualTo(
                        "INVALID_ARGUMENT malformed SPIFFE ID filter:"
                                + " \"spiffe://acme.test/spire/agent/x\" is not a workload in trust"
                                + " domain \"acme.test\"; path is in the reserved namespace");
        assertThat(
                        refusal(() ->
                                ids(
                                        ListEntriesRequest.Filter.newBuilder()
                                                .setBySelectors(
                                                        SelectorMatch.getDefaultInstance()))))
                .isEqualTo("INVALID_ARGUMENT malformed selectors filter: empty selector set");
    }
}

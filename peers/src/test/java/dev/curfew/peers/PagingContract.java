package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.value;
import static dev.curfew.peers.Wire.entry;
import static dev.curfew.peers.Wire.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.spire.EntryFilter;
import dev.curfew.spire.ScanListener;
import dev.curfew.wire.spire.entry.BatchDeleteEntryRequest;
import dev.curfew.wire.spire.entry.ListEntriesRequest;
import dev.curfew.wire.spire.entry.ListEntriesResponse;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.EntryMask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long lists come in pages. */
abstract class PagingContract extends SpireContract {
    private List<String> rows = List.of();

    @BeforeEach
    void startWithSevenRows() {
        delete(ids(page(0, "")));
        rows =
                createAll(
                                IntStream.range(0, 7)
                                        .mapToObj(i -> entry("/row/" + i, "unix:uid:1"))
                                        .toArray(Entry.Builder[]::new))
                        .stream()
                        .map(Entry::getId)
                        .toList();
    }

    private ListEntriesResponse page(int size, String token) {
        return entries()
                .listEntries(
                        ListEntriesRequest.newBuilder()
                                .setPageSize(size)
                                .setPageToken(token)
                                .build());
    }

    private void delete(List<String> ids) {
        entries().batchDeleteEntry(BatchDeleteEntryRequest.newBuilder().addAllIds(ids).build());
    }

    private static List<String> ids(ListEntriesResponse page) {
        return page.getEntriesList().stream().map(Entry::getId).toList();
    }

    @Test
    void aListEndsWithOneExtraEmptyPage() {
        List<List<String>> pages = new ArrayList<>();
        String token = "";
        do {
            ListEntriesResponse page = page(3, token);
            pages.add(ids(page));
            token = page.getNextPageToken();
        } while (!token.isEmpty());

        assertThat(pages)
                .containsExactly(
                        rows.subList(0, 3), rows.subList(3, 6), rows.subList(6, 7), List.of());
    }

    @Test
    void aFullLastPageDoesNotSayThatItIsTheLast() {
        assertThat(page(7, "").getNextPageToken()).isNotEmpty();
        assertThat(page(8, "").getNextPageToken()).isNotEmpty();
    }

    @Test
    void withoutAPageSizeEverythingComesAtOnceAndTheTokenIsIgnored() {
        assertThat(ids(page(0, ""))).isEqualTo(rows);
        assertThat(ids(page(-1, ""))).isEqualTo(rows);
        assertThat(ids(page(0, "x"))).isEqualTo(rows);
        assertThat(page(0, "").getNextPageToken()).isEmpty();
    }

    @Test
    void deletingTheRowThatATokenNamesLosesNothing() {
        String token = page(2, "").getNextPageToken();
        delete(List.of(rows.get(1)));

        assertThat(ids(page(9, token))).isEqualTo(rows.subList(2, 7));
    }

    @Test
    void aRowThatIsMadeDuringAScanComesLast() {
        String token = page(2, "").getNextPageToken();
        String added = createAll(entry("/row/added", "unix:uid:1")).getFirst().getId();

        assertThat(ids(page(9, token))).hasSize(6).endsWith(added);
    }

    @Test
    void aTokenIsARowNumber() {
        assertThat(ids(page(9, "0"))).isEqualTo(rows);
        assertThat(page(2, "").getNextPageToken()).containsOnlyDigits();
        assertThat(page(9, "4000000000")).isEqualTo(ListEntriesResponse.getDefaultInstance());
    }

    @Test
    void refusesTokensThatAreNone() {
        assertThat(said(() -> page(1, "x"))).isEqualTo(badToken("x"));
        assertThat(said(() -> page(1, "-1"))).isEqualTo(badToken("-1"));
        assertThat(said(() -> page(1, "4294967296"))).isEqualTo(badToken("4294967296"));
    }

    private static String badToken(String token) {
        return "INTERNAL failed to list entries: datastore-sql: rpc error: code ="
                + " InvalidArgument desc = could not parse token '"
                + token
                + "'";
    }

    @Test
    void aMaskLeavesTheIdAndWhatItNames() {
        List<Entry> shown =
                entries()
                        .listEntries(
                                ListEntriesRequest.newBuilder()
                                        .setOutputMask(EntryMask.newBuilder().setSpiffeId(true))
                                        .build())
                        .getEntriesList();

        assertThat(shown.getFirst())
                .isEqualTo(
                        Entry.newBuilder()
                                .setId(rows.getFirst())
                                .setSpiffeId(Wire.id("/row/0"))
                                .build());
        Entry masked =
                entries()
                        .listEntries(
                                ListEntriesRequest.newBuilder()
                                        .setOutputMask(EntryMask.getDefaultInstance())
                                        .build())
                        .getEntries(0);
        assertThat(masked).isEqualTo(Entry.newBuilder().setId(rows.getFirst()).build());
    }

    @Test
    void ourScanKeepsTheOrderOfTheRows() {
        assertThat(server().entries().scan(EntryFilter.NONE, ScanListener.silent()).rows())
                .extracting(entry -> entry.id())
                .isEqualTo(rows);
        assertThat(value(server().entries().count())).isEqualTo(7);
    }
}

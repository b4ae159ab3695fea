package dev.curfew.peers;

import static dev.curfew.peers.Wire.entry;
import static dev.curfew.peers.Wire.id;
import static dev.curfew.peers.Wire.said;
import static dev.curfew.peers.Wire.selector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.wire.spire.entry.BatchCreateEntryRequest;
import dev.curfew.wire.spire.entry.BatchCreateEntryResponse;
import dev.curfew.wire.spire.entry.BatchDeleteEntryRequest;
import dev.curfew.wire.spire.entry.GetEntryRequest;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.EntryMask;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Creating, showing and deleting entries, in the words of the wire. */
abstract class EntriesContract extends SpireContract {

    private BatchCreateEntryResponse.Result create(Entry.Builder entry) {
        return entries()
                .batchCreateEntry(BatchCreateEntryRequest.newBuilder().addEntries(entry).build())
                .getResults(0);
    }

    private String creating(Entry.Builder entry) {
        return said(create(entry).getStatus());
    }

    @Test
    void createsWithAnIdOfItsOwnAndRevisionZero() {
        long before = Instant.now().getEpochSecond();

        var created =
                create(
                        entry("/made", "unix:uid:1")
                                .setRevisionNumber(9)
                                .setCreatedAt(1)
                                .setX509SvidTtl(600));

        assertThat(said(created.getStatus())).isEqualTo("0 OK");
        Entry made = created.getEntry();
        assertThat(made.getId()).matches("[0-9a-f-]{36}");
        assertThat(made.getRevisionNumber()).isZero();
        assertThat(made.getCreatedAt()).isBetween(before, before + 30);
        assertThat(entries().getEntry(GetEntryRequest.newBuilder().setId(made.getId()).build()))
                .isEqualTo(made);
    }

    @Test
    void refusesAnEntryWhoseIdsAreNotOfItsTrustDomain() {
        assertThat(creating(entry("/w", "unix:uid:1").clearParentId()))
                .isEqualTo(
                        "3 failed to convert entry: invalid parent ID: request must specify SPIFFE"
                                + " ID");
        assertThat(creating(entry("/w", "unix:uid:1").setParentId(id(""))))
                .isEqualTo(
                        "3 failed to convert entry: invalid parent ID: \"spiffe://acme.test\" is"
                                + " not a member of trust domain \"acme.test\"; path is empty");
        assertThat(creating(entry("/w", "unix:uid:1").setSpiffeId(id("other.test", "/a"))))
                .isEqualTo(
                        "3 failed to convert entry: invalid spiffe ID: \"spiffe://other.test/a\" is"
                                + " not a member of trust domain \"acme.test\"");
        assertThat(creating(entry("/spire/server", "unix:uid:1")))
                .isEqualTo(
                        "3 failed to convert entry: invalid spiffe ID:"
                                + " \"spiffe://acme.test/spire/server\" is not a workload in trust"
                                + " domain \"acme.test\"; path is in the reserved namespace");
        assertThat(creating(entry("/a b", "unix:uid:1")))
                .isEqualTo(
                        "3 failed to convert entry: invalid spiffe ID: path segment characters are"
                                + " limited to letters, numbers, dots, dashes, and underscores");
    }

    @Test
    void refusesAnEntryWithMalformedFields() {
        assertThat(creating(entry("/w")))
                .isEqualTo("3 failed to convert entry: selector list is empty");
        assertThat(creating(entry("/w", "unix:")))
                .isEqualTo("3 failed to convert entry: missing selector value");
        assertThat(creating(entry("/w", "unix:uid:1").addDnsNames("*.*.acme.test")))
                .isEqualTo("3 failed to convert entry: invalid DNS name: too many wildcards");
        assertThat(creating(entry("/w", "unix:uid:1").setHint("h".repeat(1025))))
                .isEqualTo(
                        "3 failed to convert entry: hint is too long, max length is 1024"
                                + " characters");
    }

    @Test
    void refusesWhatItsDatabaseRefuses() {
        assertThat(creating(entry("/w", "unix:uid:1").setX509SvidTtl(-5)))
                .isEqualTo(
                        "3 failed to create entry: datastore-validation: invalid registration"
                                + " entry: X509SvidTtl is not set");
        assertThat(creating(entry("/w", "unix:uid:1").setId("a/b")))
                .isEqualTo(
                        "3 failed to create entry: datastore-validation: invalid registration"
                                + " entry: entry ID contains invalid characters");
        assertThat(creating(entry("/w", "unix:uid:1", "k8s:ns:x").setStoreSvid(true)))
                .isEqualTo(
                        "3 failed to create entry: datastore-validation: invalid registration"
                                + " entry: selector types must be the same when store SVID is"
                                + " enabled");
        assertThat(creating(entry("/w", "unix:uid:1").addFederatesWith("nobody.test")))
                .isEqualTo(
                        "13 failed to create entry: unable to find federated bundle"
                                + " \"spiffe://nobody.test\"");
        assertThat(creating(entry("/w", "unix:uid:1", "unix:uid:1")))
                .isEqualTo(
                        "6 failed to create entry: datastore-sql: UNIQUE constraint failed:"
                                + " selectors.registered_entry_id, selectors.type,"
                                + " selectors.value");
    }

    @Test
    void acceptsDnsNamesThatAreNoneAndAnExpiryInThePast() {
        long past = Instant.now().getEpochSecond() - 3600;

        assertThat(creating(entry("/odd/dns", "unix:uid:1").addDnsNames("a b"))).isEqualTo("0 OK");
        assertThat(creating(entry("/odd/past", "unix:uid:1").setExpiresAt(past))).isEqualTo("0 OK");
    }

    @Test
    void givesTheSimilarEntryBackInsteadOfMakingASecondOne() {
        Entry first =
                create(entry("/similar", "k8s:ns:a", "k8s:sa:b").setX509SvidTtl(60)).getEntry();

        var second = create(entry("/similar", "k8s:sa:b", "k8s:ns:a").setX509SvidTtl(999));

        assertThat(said(second.getStatus())).isEqualTo("6 similar entry already exists");
        assertThat(second.getEntry()).isEqualTo(first);
        assertThat(creating(entry("/similar", "k8s:ns:a"))).isEqualTo("0 OK");
    }

    @Test
    void answersWithSortedListsAndShowsThemAsTheyWereGiven() {
        Entry.Builder unsorted =
                entry("/sorted", "k8s:ns:b", "unix:uid:2", "k8s:ns:a")
                        .addAllDnsNames(List.of("z.acme.test", "a.acme.test", "m.acme.test"));

        Entry answered = create(unsorted).getEntry();
        Entry similar = create(unsorted).getEntry();

        Entry kept =
                entries().getEntry(GetEntryRequest.newBuilder().setId(answered.getId()).build());
        assertThat(answered.getSelectorsList())
                .containsExactly(
                        selector("k8s:ns:a"), selector("k8s:ns:b"), selector("unix:uid:2"));
        assertThat(kept.getSelectorsList())
                .containsExactly(
                        selector("k8s:ns:b"), selector("unix:uid:2"), selector("k8s:ns:a"));
        assertThat(List.copyOf(answered.getDnsNamesList()))
                .containsExactly("a.acme.test", "m.acme.test", "z.acme.test");
        assertThat(List.copyOf(kept.getDnsNamesList()))
                .containsExactly("z.acme.test", "a.acme.test", "m.acme.test");
        assertThat(similar).isEqualTo(kept);
    }

    @Test
    void deletesItemByItem() {
        String made = create(entry("/gone", "unix:uid:1")).getEntry().getId();

        var results =
                entries()
                        .batchDeleteEntry(
                                BatchDeleteEntryRequest.newBuilder()
                                        .addIds(made)
                                        .addIds(made)
                                        .addIds("")
                                        .build())
                        .getResultsList();

        assertThat(results)
                .extracting(result -> result.getId() + " " + said(result.getStatus()))
                .containsExactly(
                        made + " 0 OK", made + " 5 entry not found", " 3 missing entry ID");
    }

    @Test
    void showsWhatTheMaskAsksForAndAlwaysTheId() {
        Entry made =
                create(entry("/masked", "unix:uid:1").setHint("h").setX509SvidTtl(5)).getEntry();

        Entry shown =
                entries()
                        .getEntry(
                                GetEntryRequest.newBuilder()
                                        .setId(made.getId())
                                        .setOutputMask(EntryMask.newBuilder().setHint(true))
                                        .build());

        assertThat(shown).isEqualTo(Entry.newBuilder().setId(made.getId()).setHint("h").build());
    }

    @Test
    void refusesToGetWhatIsNotThere() {
        assertThat(said(() -> entries().getEntry(GetEntryRequest.getDefaultInstance())))
                .isEqualTo("INVALID_ARGUMENT missing ID");
        assertThat(said(() -> entries().getEntry(GetEntryRequest.newBuilder().setId("x").build())))
                .isEqualTo("NOT_FOUND entry not found");
    }

    @Test
    void refusesRequestsOverFourMegabytes() {
        var huge = BatchDeleteEntryRequest.newBuilder().addIds("x".repeat(5_000_000)).build();

        assertThat(said(() -> entries().batchDeleteEntry(huge)))
                .isEqualTo(
                        "RESOURCE_EXHAUSTED grpc: received message larger than max (%d vs. 4194304)"
                                .formatted(huge.getSerializedSize()));
    }

    @Test
    void refusesAMalformedSelectorType() {
        assertThat(creating(entry("/w").addSelectors(selector(":x").toBuilder().setType("a:b"))))
                .isEqualTo("3 failed to convert entry: selector type contains ':'");
    }
}

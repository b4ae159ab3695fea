package dev.curfew.lab;

import static dev.curfew.lab.TestServer.id;
import static dev.curfew.lab.TestServer.refusal;
import static dev.curfew.lab.TestServer.selector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.wire.spire.bundle.BatchSetFederatedBundleRequest;
import dev.curfew.wire.spire.entry.BatchCreateEntryRequest;
import dev.curfew.wire.spire.entry.BatchCreateEntryResponse;
import dev.curfew.wire.spire.entry.BatchDeleteEntryRequest;
import dev.curfew.wire.spire.entry.BatchUpdateEntryRequest;
import dev.curfew.wire.spire.entry.BatchUpdateEntryResponse;
import dev.curfew.wire.spire.entry.CountEntriesRequest;
import dev.curfew.wire.spire.entry.GetEntryRequest;
import dev.curfew.wire.spire.types.Bundle;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.EntryMask;
import dev.curfew.wire.spire.types.SPIFFEID;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntryServiceTest {
    private TestServer acme;

    @BeforeEach
    void start() throws Exception {
        acme = TestServer.empty();
    }

    @AfterEach
    void stop() throws Exception {
        acme.close();
    }

    private static Entry.Builder planner() {
        return Entry.newBuilder()
                .setSpiffeId(id("/agent/planner"))
                .setParentId(id("/pool/ai"))
                .addSelectors(selector("k8s:ns:agents"))
                .addSelectors(selector("k8s:sa:planner"));
    }

    private BatchCreateEntryResponse.Result create(Entry.Builder entry) {
        return acme.entries()
                .batchCreateEntry(BatchCreateEntryRequest.newBuilder().addEntries(entry).build())
                .getResults(0);
    }

    private String creating(Entry.Builder entry) {
        var status = create(entry).getStatus();
        return status.getCode() + " " + status.getMessage();
    }

    private BatchUpdateEntryResponse.Result update(Entry entry, EntryMask.Builder mask) {
        return acme.entries()
                .batchUpdateEntry(
                        BatchUpdateEntryRequest.newBuilder()
                                .addEntries(entry)
                                .setInputMask(mask)
                                .build())
                .getResults(0);
    }

    @Test
    void createsWithAnIdOfItsOwnAndRevisionZero() {
        acme.pass(Duration.ofSeconds(5));

        var created = create(planner().setRevisionNumber(9).setCreatedAt(1).setX509SvidTtl(600));

        assertThat(created.getStatus().getCode()).isZero();
        assertThat(created.getStatus().getMessage()).isEqualTo("OK");
        var entry = created.getEntry();
        assertThat(entry.getId()).matches("[0-9a-f-]{36}");
        assertThat(entry.getRevisionNumber()).isZero();
        assertThat(entry.getCreatedAt()).isEqualTo(acme.now().getEpochSecond());
        assertThat(
                        acme.entries()
                                .getEntry(
                                        GetEntryRequest.newBuilder().setId(entry.getId()).build()))
                .isEqualTo(entry);
    }

    @Test
    void refusesWhatIsMalformedItemByItem() {
        assertThat(creating(planner().clearParentId()))
                .isEqualTo(
                        "3 failed to convert entry: invalid parent ID: request must specify SPIFFE"
                                + " ID");
        assertThat(creating(planner().setParentId(id(""))))
                .isEqualTo(
                        "3 failed to convert entry: invalid parent ID: \"spiffe://acme.test\" is"
                                + " not a member of trust domain \"acme.test\"; path is empty");
        assertThat(
                        creating(
                                planner()
                                        .setSpiffeId(
                                                SPIFFEID.newBuilder()
                                                        .setTrustDomain("other.test")
                                                        .setPath("/a"))))
                .isEqualTo(
                        "3 failed to convert entry: invalid spiffe ID: \"spiffe://other.test/a\" is"
                                + " not a member of trust domain \"acme.test\"");
        assertThat(creating(planner().setSpiffeId(id("/spire/server"))))
                .isEqualTo(
                        "3 failed to convert entry: invalid spiffe ID:"
                                + " \"spiffe://acme.test/spire/server\" is not a workload in trust"
                                + " domain \"acme.test\"; path is in the reserved namespace");
        assertThat(creating(planner().setSpiffeId(id("/a b"))))
                .isEqualTo(
                        "3 failed to convert entry: invalid spiffe ID: path segment characters are"
                                + " limited to letters, numbers, dots, dashes, and underscores");
        assertThat(creating(planner().clearSelectors()))
                .isEqualTo("3 failed to convert entry: selector list is empty");
        assertThat(creating(planner().addSelectors(selector("unix:"))))
                .isEqualTo("3 failed to convert entry: missing selector value");
        assertThat(creating(planner().addDnsNames("*.*.acme.test")))
                .isEqualTo("3 failed to convert entry: invalid DNS name: too many wildcards");
        assertThat(creating(planner().setHint("h".repeat(1025))))
                .isEqualTo(
                        "3 failed to convert entry: hint is too long, max length is 1024"
                                + " characters");
        assertThat(acme.entries().countEntries(CountEntriesRequest.getDefaultInstance()).getCount())
                .isZero();
    }

    @Test
    void refusesWhatTheDatabaseWouldRefuse() {
        assertThat(creating(planner().setX509SvidTtl(-5)))
                .isEqualTo(
                        "3 failed to create entry: datastore-validation: invalid registration"
                                + " entry: X509SvidTtl is not set");
        assertThat(creating(planner().setId("a/b")))
                .isEqualTo(
                        "3 failed to create entry: datastore-validation: invalid registration"
                                + " entry: entry ID contains invalid characters");
        assertThat(creating(planner().setStoreSvid(true).addSelectors(selector("unix:uid:1"))))
                .isEqualTo(
                        "3 failed to create entry: datastore-validation: invalid registration"
                                + " entry: selector types must be the same when store SVID is enabled");
        assertThat(creating(planner().addFederatesWith("partner.test")))
                .isEqualTo(
                        "13 failed to create entry: unable to find federated bundle"
                                + " \"spiffe://partner.test\"");
        assertThat(creating(planner().addSelectors(selector("k8s:ns:agents"))))
                .isEqualTo(
                        "6 failed to create entry: datastore-sql: UNIQUE constraint failed:"
                                + " selectors.registered_entry_id, selectors.type, selectors.value");
    }

    @Test
    void acceptsWhatTheRealServerAcceptsThoughItShouldNot() {
        assertThat(creating(planner().addDnsNames("a b"))).isEqualTo("0 OK");
        var past = acme.now().minusSeconds(3600).getEpochSecond();
        assertThat(creating(planner().setSpiffeId(id("/agent/late")).setExpiresAt(past)))
                .isEqualTo("0 OK");
    }

    @Test
    void givesTheSimilarEntryBack() {
        var first = create(planner().setX509SvidTtl(60)).getEntry();

        var second =
                create(
                        planner()
                                .clearSelectors()
                                .addSelectors(selector("k8s:sa:planner"))
                                .addSelectors(selector("k8s:ns:agents"))
                                .setX509SvidTtl(999));

        assertThat(second.getStatus().getCode()).isEqualTo(6);
        assertThat(second.getStatus().getMessage()).isEqualTo("similar entry already exists");
        assertThat(second.getEntry()).isEqualTo(first);
        assertThat(creating(planner().addSelectors(selector("unix:uid:1")))).isEqualTo("0 OK");
    }

    @Test
    void everyUpdateRaisesTheRevisionEvenWithoutAChange() {
        var entry = create(planner().setX509SvidTtl(600)).getEntry();

        var same = update(entry, EntryMask.newBuilder().setX509SvidTtl(true));
        var shorter =
                update(
                        Entry.newBuilder().setId(entry.getId()).setX509SvidTtl(60).build(),
                        EntryMask.newBuilder().setX509SvidTtl(true));

        assertThat(same.getEntry()).isEqualTo(entry.toBuilder().setRevisionNumber(1).build());
        assertThat(shorter.getEntry())
                .isEqualTo(entry.toBuilder().setRevisionNumber(2).setX509SvidTtl(60).build());
    }

    @Test
    void anUpdateWithoutMaskReplacesEverything() {
        var entry = create(planner().setHint("old").setX509SvidTtl(600)).getEntry();
        var all =
                acme.entries()
                        .batchUpdateEntry(
                                BatchUpdateEntryRequest.newBuilder()
                                        .addEntries(planner().setId(entry.getId()).setHint("new"))
                                        .addEntries(Entry.newBuilder().setId(entry.getId()))
                                        .build());

        assertThat(all.getResults(0).getEntry())
                .isEqualTo(
                        entry.toBuilder()
                                .setHint("new")
                                .setX509SvidTtl(0)
                                .setRevisionNumber(1)
                                .build());
        assertThat(all.getResults(1).getStatus().getMessage())
                .isEqualTo(
                        "failed to convert entry: invalid parent ID: request must specify SPIFFE"
                                + " ID");
    }

    @Test
    void anUpdateRefusesItemByItem() {
        var entry = create(planner()).getEntry();
        var ttl = EntryMask.newBuilder().setJwtSvidTtl(true);

        var missing = update(planner().setId("nobody").build(), ttl).getStatus();
        assertThat(missing.getCode()).isEqualTo(5);
        assertThat(missing.getMessage()).isEqualTo("failed to update entry");

        var negative = update(entry.toBuilder().setJwtSvidTtl(-1).build(), ttl).getStatus();
        assertThat(negative.getCode()).isEqualTo(3);
        assertThat(negative.getMessage())
                .isEqualTo(
                        "failed to update entry: datastore-validation: invalid registration entry:"
                                + " JwtSvidTtl is not set");

        var unknown =
                update(
                                entry.toBuilder().addFederatesWith("partner.test").build(),
                                EntryMask.newBuilder().setFederatesWith(true))
                        .getStatus();
        assertThat(unknown.getCode()).isEqualTo(13);
        assertThat(unknown.getMessage())
                .isEqualTo(
                        "failed to update entry: unable to find federated bundle"
                                + " \"spiffe://partner.test\"");
    }

    @Test
    void keepsFederationsOnceAndInTheOrderOfTheirNames() {
        acme.bundles()
                .batchSetFederatedBundle(
                        BatchSetFederatedBundleRequest.newBuilder()
                                .addBundle(Bundle.newBuilder().setTrustDomain("zulu.test"))
                                .addBundle(Bundle.newBuilder().setTrustDomain("alpha.test"))
                                .build());

        var created =
                create(
                        planner()
                                .addFederatesWith("alpha.test")
                                .addFederatesWith("spiffe://zulu.test")
                                .addFederatesWith("alpha.test"));

        assertThat(created.getEntry().getFederatesWithList())
                .containsExactly("alpha.test", "zulu.test");
    }

    @Test
    void deletesItemByItem() {
        var id = create(planner()).getEntry().getId();

        var results =
                acme.entries()
                        .batchDeleteEntry(
                                BatchDeleteEntryRequest.newBuilder()
                                        .addIds(id)
                                        .addIds(id)
                                        .addIds("")
                                        .build())
                        .getResultsList();

        assertThat(results)
                .extracting(r ->
                        r.getId()
                                + " "
                                + r.getStatus().getCode()
                                + " "
                                + r.getStatus().getMessage())
                .containsExactly(id + " 0 OK", id + " 5 entry not found", " 3 missing entry ID");
    }

    @Test
    void masksWhatItShows() {
        var entry = create(planner().setHint("h").setX509SvidTtl(5)).getEntry();

        var shown =
                acme.entries()
                        .getEntry(
                                GetEntryRequest.newBuilder()
                                        .setId(entry.getId())
                                        .setOutputMask(EntryMask.newBuilder().setHint(true))
                                        .build());

        assertThat(shown).isEqualTo(Entry.newBuilder().setId(entry.getId()).setHint("h").build());
    }

    @Test
    void refusesToGetWhatIsNotThere() {
        assertThat(refusal(() -> acme.entries().getEntry(GetEntryRequest.getDefaultInstance())))
                .isEqualTo("INVALID_ARGUMENT missing ID");
        assertThat(
                        refusal(() ->
                                acme.entries()
                                        .getEntry(GetEntryRequest.newBuilder().setId("x").build())))
                .isEqualTo("NOT_FOUND entry not found");
    }

    @Test
    void refusesRequestsOverFourMegabytes() {
        var huge = BatchDeleteEntryRequest.newBuilder().addIds("x".repeat(5_000_000)).build();

        assertThat(refusal(() -> acme.entries().batchDeleteEntry(huge)))
                .isEqualTo(
                        "RESOURCE_EXHAUSTED grpc: received message larger than max (%d vs. 4194304)"
                                .formatted(huge.getSerializedSize()));
    }
}

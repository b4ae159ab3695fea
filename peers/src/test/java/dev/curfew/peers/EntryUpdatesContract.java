package dev.curfew.peers;

import static dev.curfew.peers.Wire.entry;
import static dev.curfew.peers.Wire.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.wire.spire.bundle.BatchSetFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.BundleGrpc;
import dev.curfew.wire.spire.entry.BatchUpdateEntryRequest;
import dev.curfew.wire.spire.entry.BatchUpdateEntryResponse;
import dev.curfew.wire.spire.entry.GetEntryRequest;
import dev.curfew.wire.spire.types.Bundle;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.EntryMask;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changing entries, in the words of the wire. */
abstract class EntryUpdatesContract extends SpireContract {
    private static final EntryMask.Builder X509_TTL = EntryMask.newBuilder().setX509SvidTtl(true);

    private BatchUpdateEntryResponse.Result update(Entry.Builder entry, EntryMask.Builder mask) {
        return entries()
                .batchUpdateEntry(
                        BatchUpdateEntryRequest.newBuilder()
                                .addEntries(entry)
                                .setInputMask(mask)
                                .build())
                .getResults(0);
    }

    private Entry made(Entry.Builder entry) {
        return createAll(entry).getFirst();
    }

    @Test
    void everyUpdateRaisesTheRevisionEvenWithoutAChange() {
        Entry entry = made(entry("/revised", "unix:uid:1").setX509SvidTtl(600));

        var same = update(entry.toBuilder(), X509_TTL);
        var shorter = update(Entry.newBuilder().setId(entry.getId()).setX509SvidTtl(60), X509_TTL);

        assertThat(same.getEntry()).isEqualTo(entry.toBuilder().setRevisionNumber(1).build());
        assertThat(shorter.getEntry())
                .isEqualTo(entry.toBuilder().setRevisionNumber(2).setX509SvidTtl(60).build());
    }

    @Test
    void anUpdateWithoutMaskReplacesEverything() {
        Entry entry = made(entry("/replaced", "unix:uid:1").setHint("old").setX509SvidTtl(600));

        var answer =
                entries()
                        .batchUpdateEntry(
                                BatchUpdateEntryRequest.newBuilder()
                                        .addEntries(
                                                entry("/replaced", "unix:uid:1")
                                                        .setId(entry.getId())
                                                        .setHint("new"))
                                        .addEntries(Entry.newBuilder().setId(entry.getId()))
                                        .build());

        assertThat(answer.getResults(0).getEntry())
                .isEqualTo(
                        entry.toBuilder()
                                .setHint("new")
                                .setX509SvidTtl(0)
                                .setRevisionNumber(1)
                                .build());
        assertThat(said(answer.getResults(1).getStatus()))
                .isEqualTo(
                        "3 failed to convert entry: invalid parent ID: request must specify SPIFFE"
                                + " ID");
    }

    @Test
    void answersWithSortedListsAlsoWhereTheyWereNotChanged() {
        Entry entry =
                made(
                        entry("/names", "k8s:ns:b", "unix:uid:2", "k8s:ns:a")
                                .addAllDnsNames(List.of("z.acme.test", "a.acme.test")));

        Entry answered = update(entry.toBuilder().setX509SvidTtl(60), X509_TTL).getEntry();

        assertThat(List.copyOf(answered.getDnsNamesList()))
                .containsExactly("a.acme.test", "z.acme.test");
        assertThat(answered.getSelectorsList()).isEqualTo(entry.getSelectorsList());
        assertThat(
                        entries()
                                .getEntry(GetEntryRequest.newBuilder().setId(entry.getId()).build())
                                .getSelectorsList())
                .containsExactly(
                        Wire.selector("k8s:ns:b"),
                        Wire.selector("unix:uid:2"),
                        Wire.selector("k8s:ns:a"));
        assertThat(Outcomes.value(server().entries().get(entry.getId())).dnsNames())
                .containsExactly("z.acme.test", "a.acme.test");
    }

    @Test
    void refusesItemByItem() {
        Entry.Builder entry = made(entry("/refused", "unix:uid:1")).toBuilder();
        EntryMask.Builder jwt = EntryMask.newBuilder().setJwtSvidTtl(true);

        assertThat(said(update(entry("/w", "unix:uid:1").setId("nobody"), jwt).getStatus()))
                .isEqualTo("5 failed to update entry");
        assertThat(said(update(entry.clone().setJwtSvidTtl(-1), jwt).getStatus()))
                .isEqualTo(
                        "3 failed to update entry: datastore-validation: invalid registration"
                                + " entry: JwtSvidTtl is not set");
        assertThat(
                        said(
                                update(
                                                entry.clone().addFederatesWith("nobody.test"),
                                                EntryMask.newBuilder().setFederatesWith(true))
                                        .getStatus()))
                .isEqualTo(
                        "13 failed to update entry: unable to find federated bundle"
                                + " \"spiffe://nobody.test\"");
    }

    @Test
    void keepsFederationsOnceAndInTheOrderOfTheirNames() {
        BundleGrpc.newBlockingStub(wire())
                .batchSetFederatedBundle(
                        BatchSetFederatedBundleRequest.newBuilder()
                                .addBundle(Bundle.newBuilder().setTrustDomain("mike.test"))
                                .addBundle(Bundle.newBuilder().setTrustDomain("zulu.test"))
                                .addBundle(Bundle.newBuilder().setTrustDomain("alpha.test"))
                                .build());

        Entry answered =
                made(
                        entry("/federated", "unix:uid:1")
                                .addFederatesWith("spiffe://alpha.test")
                                .addFederatesWith("zulu.test")
                                .addFederatesWith("mike.test")
                                .addFederatesWith("zulu.test"));

        assertThat(List.copyOf(answered.getFederatesWithList()))
                .containsExactly("alpha.test", "mike.test", "zulu.test");
        assertThat(
                        List.copyOf(
                                entries()
                                        .getEntry(
                                                GetEntryRequest.newBuilder()
                                                        .setId(answered.getId())
                                                        .build())
                                        .getFederatesWithList()))
                .containsExactly("alpha.test", "mike.test", "zulu.test");
    }
}

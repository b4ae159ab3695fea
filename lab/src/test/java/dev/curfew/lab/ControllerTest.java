package dev.curfew.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.wire.spire.entry.BatchDeleteEntryRequest;
import dev.curfew.wire.spire.entry.BatchUpdateEntryRequest;
import dev.curfew.wire.spire.entry.ListEntriesRequest;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.EntryMask;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControllerTest {
    private TestServer acme;

    @BeforeEach
    void start() throws Exception {
        acme = TestServer.seeded();
    }

    @AfterEach
    void stop() throws Exception {
        acme.close();
    }

    private List<Entry> entries(String path) {
        return acme.entries()
                .listEntries(
                        ListEntriesRequest.newBuilder()
                                .setFilter(
                                        ListEntriesRequest.Filter.newBuilder()
                                                .setBySpiffeId(TestServer.id(path)))
                                .build())
                .getEntriesList();
    }

    private Entry only(String path) {
        assertThat(entries(path)).hasSize(1);
        return entries(path).getFirst();
    }

    private void delete(Entry entry) {
        acme.entries()
                .batchDeleteEntry(
                        BatchDeleteEntryRequest.newBuilder().addIds(entry.getId()).build());
    }

    private void shorten(Entry entry) {
        acme.entries()
                .batchUpdateEntry(
                        BatchUpdateEntryRequest.newBuilder()
                                .addEntries(entry.toBuilder().setX509SvidTtl(60))
                                .setInputMask(EntryMask.newBuilder().setX509SvidTtl(true))
                                .build());
    }

    @Test
    void putsBackWhatWasDeletedAsAnotherEntry() {
        acme.server.faults().revertChanges(true);
        var before = only("/agent/web-researcher");
        delete(before);

        acme.pass(Duration.ofSeconds(9));
        assertThat(entries("/agent/web-researcher")).isEmpty();

        acme.pass(Duration.ofSeconds(1));
        var after = only("/agent/web-researcher");
        assertThat(after.getId()).isNotEqualTo(before.getId());
        assertThat(after)
                .isEqualTo(
                        before.toBuilder()
                                .setId(after.getId())
                                .setRevisionNumber(0)
                                .setCreatedAt(acme.now().getEpochSecond())
                                .build());
    }

    @Test
    void putsItBackEachTimeItIsDeleted() {
        acme.server.faults().revertChanges(true);
        delete(only("/agent/web-researcher"));
        acme.pass(Duration.ofSeconds(10));
        delete(only("/agent/web-researcher"));
        acme.pass(Duration.ofSeconds(10));

        assertThat(entries("/agent/web-researcher")).hasSize(1);
    }

    @Test
    void changesBackWhatWasChanged() {
        acme.server.faults().revertChanges(Duration.ofSeconds(2));
        var before = only("/agent/web-researcher");
        shorten(before);
        assertThat(only("/agent/web-researcher").getX509SvidTtl()).isEqualTo(60);

        acme.pass(Duration.ofSeconds(2));

        assertThat(only("/agent/web-researcher"))
                .isEqualTo(
                        before.toBuilder()
                                .setRevisionNumber(before.getRevisionNumber() + 2)
                                .build());
    }

    @Test
    void leavesAloneWhatIsAsItWantsAndWhatIsNotForKubernetes() {
        acme.server.faults().revertChanges(true);
        var before = only("/agent/code-writer");
        var machine = only("/vm/payments/hsm-bridge");
        delete(machine);

        acme.pass(Duration.ofMinutes(1));

        assertThat(only("/agent/code-writer")).isEqualTo(before);
        assertThat(entries("/vm/payments/hsm-bridge")).isEmpty();
    }

    @Test
    void doesNothingAnyMoreWhenItIsSwitchedOff() {
        acme.server.faults().revertChanges(true);
        assertThat(acme.server.faults().revertsChanges()).isTrue();
        acme.server.faults().reset();
        assertThat(acme.server.faults().revertsChanges()).isFalse();
        delete(only("/agent/web-researcher"));

        acme.pass(Duration.ofMinutes(1));

        assertThat(entries("/agent/web-researcher")).isEmpty();
    }

    @Test
    void canDoNothingWhileTheServerHangs() {
        acme.server.faults().revertChanges(true);
        delete(only("/agent/web-researcher"));
        acme.server.faults().hang();
        acme.pass(Duration.ofMinutes(1));
        acme.server.faults().stopHanging();
        assertThat(entries("/agent/web-researcher")).isEmpty();

        acme.pass(Duration.ofSeconds(10));
        assertThat(entries("/agent/web-researcher")).hasSize(1);
    }
}

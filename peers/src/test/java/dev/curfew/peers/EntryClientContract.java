package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.failure;
import static dev.curfew.peers.Outcomes.value;
import static dev.curfew.peers.Outcomes.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.estate.EntryReads;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.Selector;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.EntryFilter;
import dev.curfew.spire.EntryUpdate;
import dev.curfew.spire.Scan;
import dev.curfew.spire.ScanListener;
import dev.curfew.spire.SpireServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What our client makes of a server's entries. */
abstract class EntryClientContract extends SpireContract {

    static EntryDraft draft(String path) {
        return new EntryDraft(
                spiffeId(path),
                spiffeId("/node"),
                List.of(new Selector("unix", "uid:1")),
                600,
                300,
                List.of(),
                List.of("w.acme.test"),
                "hint",
                false,
                false,
                false,
                false,
                0);
    }

    private RegistrationEntry made(String path) {
        return values(server().entries().create(List.of(draft(path)))).getFirst();
    }

    @Test
    void whatWasCreatedReadsBackAsItWasWanted() {
        RegistrationEntry entry = made("/back");

        assertThat(entry.toDraft()).isEqualTo(draft("/back"));
        assertThat(value(server().entries().get(entry.id()))).isEqualTo(entry);
    }

    @Test
    void manyAreReadAsAListAndOneByOneAlike() {
        SpireServer client = server();
        List<String> ids =
                values(
                                client.entries()
                                        .create(
                                                IntStream.range(0, 60)
                                                        .mapToObj(i -> draft("/crowd/" + i))
                                                        .toList()))
                        .stream()
                        .map(RegistrationEntry::id)
                        .toList();
        client.entries().delete(List.of(ids.get(7)));
        Map<String, Outcome<RegistrationEntry>> single = EntryReads.get(client, ids);
        assertThat(client.entries().rowsThere()).isEmpty();
        client.entries().scan(EntryFilter.NONE, ScanListener.silent());

        Map<String, Outcome<RegistrationEntry>> listed = EntryReads.get(client, ids);

        assertThat(client.entries().rowsThere()).isNotEmpty();
        assertThat(listed.keySet()).containsExactlyElementsOf(ids);
        for (String id : ids) {
            Outcome<RegistrationEntry> one = Objects.requireNonNull(listed.get(id));
            if (id.equals(ids.get(7))) {
                assertThat(failure(one).reason()).isEqualTo(Reason.NOT_FOUND);
            } else {
                assertThat(value(one)).isEqualTo(value(Objects.requireNonNull(single.get(id))));
            }
        }
    }

    @Test
    void everyItemOfABatchHasItsOwnResult() {
        made("/twice");
        EntryDraft bad = draft("/spire/x");

        var results =
                server().entries()
                        .create(List.of(draft("/first"), bad, draft("/twice"), draft("/last")));

        assertThat(results).extracting(result -> result.key()).containsExactly("0", "1", "2", "3");
        assertThat(value(results.get(0).outcome()).toDraft()).isEqualTo(draft("/first"));
        assertThat(failure(results.get(1).outcome()).reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure(results.get(2).outcome()).reason()).isEqualTo(Reason.ALREADY_EXISTS);
        assertThat(value(results.get(3).outcome()).toDraft()).isEqualTo(draft("/last"));
    }

    @Test
    void anEntryThatIsThereAlreadyIsNamed() {
        RegistrationEntry first = made("/named");

        Failure again =
                failure(server().entries().create(List.of(draft("/named"))).getFirst().outcome());

        assertThat(again)
                .isEqualTo(
                        new Failure(
                                Reason.ALREADY_EXISTS,
                                "spiffe://acme.test/named",
                                "similar entry already exists: " + first.id()));
    }

    @Test
    void settingTtlsLeavesTheRestAsItIs() {
        RegistrationEntry entry = made("/ttl");
        EntryDraft other = draft("/other").withTtls(60, 30);

        RegistrationEntry after =
                values(server().entries().setTtls(List.of(new EntryUpdate(entry.id(), other))))
                        .getFirst();

        assertThat(after.toDraft()).isEqualTo(draft("/ttl").withTtls(60, 30));
        assertThat(after.revision()).isEqualTo(1);
    }

    @Test
    void settingAnExpiryLeavesTheRestAsItIs() {
        RegistrationEntry entry = made("/expiry");
        EntryDraft other = draft("/other").withExpiry(4_000_000_000L);

        RegistrationEntry after =
                values(server().entries().setExpiry(List.of(new EntryUpdate(entry.id(), other))))
                        .getFirst();

        assertThat(after.toDraft()).isEqualTo(draft("/expiry").withExpiry(4_000_000_000L));
    }

    @Test
    void aDeletedEntryComesBackUnderItsIdWithRevisionZero() {
        RegistrationEntry entry = made("/undo");
        values(server().entries().setTtls(List.of(new EntryUpdate(entry.id(), entry.toDraft()))));
        values(server().entries().delete(List.of(entry.id())));

        RegistrationEntry back = values(server().entries().recreate(List.of(entry))).getFirst();

        assertThat(back.id()).isEqualTo(entry.id());
        assertThat(back.toDraft()).isEqualTo(entry.toDraft());
        assertThat(back.revision()).isZero();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(failure(server().entries().get("nobody")))
                .isEqualTo(new Failure(Reason.NOT_FOUND, "Entry/GetEntry", "entry not found"));
        assertThat(failure(server().entries().delete(List.of("nobody")).getFirst().outcome()))
                .isEqualTo(new Failure(Reason.NOT_FOUND, "nobody", "entry not found"));
    }

    @Test
    void aLongListIsWrittenInBatchesAndReadInPagesAndCountedTheSame() {
        int many = 1_300;
        int before = value(server().entries().count());
        List<RegistrationEntry> made =
                values(
                        server().entries()
                                .create(
                                        IntStream.range(0, many)
                                                .mapToObj(i -> draft("/many/" + i))
                                                .toList()));
        List<Integer> pages = new ArrayList<>();

        Scan<RegistrationEntry> scan =
                server().entries().scan(EntryFilter.NONE, rows -> pages.add(rows.size()));

        assertThat(scan.isComplete()).isTrue();
        assertThat(scan.rows())
                .hasSize(before + many)
                .endsWith(made.toArray(RegistrationEntry[]::new));
        assertThat(pages).containsExactly(500, before + many - 500);
        assertThat(value(server().entries().count())).isEqualTo(scan.rows().size());
        assertThat(
                        values(
                                server().entries()
                                        .delete(made.stream().map(RegistrationEntry::id).toList())))
                .hasSize(many);
        assertThat(value(server().entries().count())).isEqualTo(before);
    }

    @Test
    void aScanCanBeCancelled() {
        made("/cancelled");

        Scan<RegistrationEntry> scan =
                server().entries()
                        .scan(
                                EntryFilter.NONE,
                                new ScanListener<>() {
                                    @Override
                                    public void page(List<RegistrationEntry> rows) {}

                                    @Override
                                    public boolean isCancelled() {
                                        return true;
                                    }
                                });

        assertThat(scan.failure()).contains(Failure.of(Reason.CANCELLED, "entries"));
        assertThat(scan.rows()).isEmpty();
    }

    @Test
    void anUnknownPeerIsRefusedThoughTheServerCallsItInternal() {
        EntryDraft plain = draft("/peer");
        EntryDraft federated =
                new EntryDraft(
                        plain.spiffeId(),
                        plain.parentId(),
                        plain.selectors(),
                        0,
                        0,
                        List.of(io.spiffe.spiffeid.TrustDomain.parse("nobody.test")),
                        List.of(),
                        "",
                        false,
                        false,
                        false,
                        false,
                        0);

        Outcome<RegistrationEntry> outcome =
                server().entries().create(List.of(federated)).getFirst().outcome();

        assertThat(failure(outcome))
                .isEqualTo(
                        new Failure(
                                Reason.REFUSED,
                                "spiffe://acme.test/peer",
                                "failed to create entry: unable to find federated bundle"
                                        + " \"spiffe://nobody.test\""));
    }
}

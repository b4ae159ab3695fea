package dev.curfew.peers;

import static dev.curfew.containment.ItemReport.State.CONFIRMED;
import static dev.curfew.containment.ItemReport.State.FAILED;
import static dev.curfew.peers.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.containment.Change;
import dev.curfew.containment.ChangeReport;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.Selector;
import dev.curfew.identity.TrustBundle;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.Bundles.DeleteMode;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Actions as an operator takes them, read back and taken back. */
abstract class ChangesContract extends SpireContract {
    private static final TrustDomain ZULU = TrustDomain.parse("zulu.test");
    private static final TrustDomain ALPHA = TrustDomain.parse("alpha.test");
    private Console console;

    @BeforeAll
    void openConsole() {
        TrustBundle own = value(server().bundles().own());
        for (TrustDomain peer : List.of(ZULU, ALPHA)) {
            value(
                    server().bundles()
                            .create(
                                    new TrustBundle(
                                            peer,
                                            own.x509Authorities(),
                                            own.jwtAuthorities(),
                                            0,
                                            0)));
        }
        console = Console.live();
        console.connect(ConnectionProfile.local(Console.NAME, peer().socket().path()));
    }

    @AfterAll
    void closeConsole() {
        console.close();
    }

    /** Its lists are in no order that a server would keep. */
    private static EntryDraft draft(String path) {
        return new EntryDraft(
                spiffeId(path),
                spiffeId("/node"),
                List.of(
                        new Selector("unix", "uid:2"),
                        new Selector("k8s", "ns:b"),
                        new Selector("k8s", "ns:a")),
                600,
                300,
                List.of(ZULU, ALPHA),
                List.of("z.acme.test", "a.acme.test"),
                "",
                false,
                false,
                false,
                false,
                0);
    }

    private RegistrationEntry create(String path) {
        ChangeReport made = console.run(new Change.CreateEntries(List.of(draft(path))));
        confirmed(made);
        return console.entry(path);
    }

    private static void confirmed(ChangeReport report) {
        assertThat(report.items())
                .allSatisfy(item -> {
                    assertThat(item.failure()).isEmpty();
                    assertThat(item.state()).isEqualTo(CONFIRMED);
                });
        assertThat(report.succeeded()).isTrue();
    }

    @Test
    void anEntryIsConfirmedInWhateverOrderTheServerKeepsItsLists() {
        RegistrationEntry entry = create("/order");

        assertThat(entry.dnsNames()).containsExactly("z.acme.test", "a.acme.test");
        assertThat(entry.selectors())
                .containsExactlyInAnyOrderElementsOf(draft("/order").selectors());
        assertThat(entry.federatesWith()).containsExactly(ALPHA, ZULU);
    }

    @Test
    void anEditIsConfirmedAndUndone() {
        RegistrationEntry before = create("/edited");
        EntryDraft wanted =
                new EntryDraft(
                        before.spiffeId(),
                        spiffeId("/other"),
                        List.of(new Selector("unix", "uid:9"), new Selector("unix", "gid:1")),
                        60,
                        30,
                        List.of(ZULU),
                        List.of("b.acme.test"),
                        "hint",
                        false,
                        true,
                        false,
                        false,
                        4_000_000_000L);

        ChangeReport edited = console.run(new Change.EditEntry(before, wanted));
        confirmed(edited);
        assertThat(console.entry("/edited").toDraft())
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(wanted);

        confirmed(console.undo(edited));
        assertThat(console.entry("/edited").toDraft())
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(before.toDraft());
    }

    @Test
    void aDeletionIsConfirmedAndUndoneUnderTheOldId() {
        RegistrationEntry before = create("/deleted");

        ChangeReport deleted = console.run(new Change.DeleteEntries(List.of(before)));
        confirmed(deleted);
        assertThat(console.estate().entries().value().entries()).doesNotContain(before);

        confirmed(console.undo(deleted));
        assertThat(console.entry("/deleted").id()).isEqualTo(before.id());
    }

    @Test
    void aCreationIsUndoneByADeletion() {
        ChangeReport made = console.run(new Change.CreateEntries(List.of(draft("/made"))));
        confirmed(made);

        confirmed(console.undo(made));

        assertThat(console.estate().entries().value().entries())
                .extracting(entry -> entry.spiffeId().getPath())
                .doesNotContain("/made");
    }

    @Test
    void anExpiryAloneIsSetAndTakenBack() {
        RegistrationEntry before = create("/expiring");

        ChangeReport tightened =
                console.run(
                        new Change.Tighten(
                                List.of(before),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(4_000_000_000L)));
        confirmed(tightened);
        assertThat(console.entry("/expiring").expiresAtSeconds()).isEqualTo(4_000_000_000L);

        confirmed(console.undo(tightened));
        assertThat(console.entry("/expiring").expiresAtSeconds()).isZero();
    }

    @Test
    void anEntryThatIsGoneMeanwhileIsDeletedAsWantedAndCanNotBeChanged() {
        RegistrationEntry gone = create("/gone");
        Outcomes.values(server().entries().delete(List.of(gone.id())));

        ChangeReport edited =
                console.run(new Change.EditEntry(gone, gone.toDraft().withTtls(60, 60)));
        ChangeReport deleted = console.run(new Change.DeleteEntries(List.of(gone)));

        assertThat(Console.states(edited)).containsExactly(FAILED);
        assertThat(edited.items().getFirst().failure().map(Failure::reason))
                .contains(Reason.NOT_FOUND);
        confirmed(deleted);
    }

    @Test
    void anEntryThatIsThereAlreadyIsNotMadeTwice() {
        create("/once");

        ChangeReport again = console.run(new Change.CreateEntries(List.of(draft("/once"))));

        assertThat(Console.states(again)).containsExactly(FAILED);
        assertThat(again.items().getFirst().failure().map(Failure::reason))
                .contains(Reason.ALREADY_EXISTS);
    }

    @Test
    void aBanIsConfirmedAndLifted() {
        SpiffeId id = peer().attestByToken("machine");
        console.estates().rereadNodes(Console.NAME);
        Node seen = console.node(id);

        ChangeReport banned = console.run(new Change.BanNode(seen));
        confirmed(banned);
        console.estates().rereadNodes(Console.NAME);
        assertThat(console.node(id).banned()).isTrue();

        confirmed(console.undo(banned));
        console.estates().rereadNodes(Console.NAME);
        assertThat(console.estate().nodes().value()).extracting(Node::id).doesNotContain(id);
    }

    @Test
    void aNodeThatWasBannedMeanwhileIsNotBannedAgain() {
        SpiffeId id = peer().attestByToken("raced");
        console.estates().rereadNodes(Console.NAME);
        Node seen = console.node(id);
        value(server().nodes().ban(id));

        ChangeReport refused = console.run(new Change.BanNode(seen));

        assertThat(refused.items().getFirst().failure())
                .contains(
                        new Failure(
                                Reason.CHANGED_MEANWHILE, id.toString(), "it is banned by now"));
    }

    @Test
    void aFederationIsAddedAndRemovedWithItsBundle() {
        TrustDomain vendor = TrustDomain.parse("vendor.test");
        FederationRelationship relationship =
                new FederationRelationship(
                        vendor,
                        "https://127.0.0.1:1",
                        new FederationRelationship.Profile.HttpsWeb(),
                        Optional.empty());

        ChangeReport added = console.run(new Change.AddFederation(relationship));
        confirmed(added);
        ChangeReport removed =
                console.run(new Change.RemoveFederation(relationship, Optional.empty()));
        confirmed(removed);

        ChangeReport again =
                console.run(
                        new Change.RemoveFederation(
                                relationship, Optional.of(DeleteMode.RESTRICT)));
        assertThat(Console.states(again)).containsExactly(FAILED);
    }

    @Test
    void anUndoneFederationIsGone() {
        FederationRelationship relationship =
                new FederationRelationship(
                        TrustDomain.parse("undone.test"),
                        "https://127.0.0.1:1",
                        new FederationRelationship.Profile.HttpsWeb(),
                        Optional.empty());
        ChangeReport added = console.run(new Change.AddFederation(relationship));

        confirmed(console.undo(added));

        assertThat(
                        Outcomes.failure(server().federations().get(relationship.trustDomain()))
                                .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }
}

package dev.curfew.peers;

import static dev.curfew.containment.ItemReport.State.CONFIRMED;
import static dev.curfew.containment.ItemReport.State.FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.Change;
import dev.curfew.containment.ChangeReport;
import dev.curfew.estate.Link;
import dev.curfew.estate.NodeState;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.store.JournalEntry.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What actions on entries do to a real workload. */
@NeedsSpire
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealSpireEntryTest {
    /** Real agents take seconds at most with these intervals; a busy computer takes longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<Phase> WENT_WELL =
            List.of(Phase.PLANNED, Phase.SENDING, Phase.ACCEPTED, Phase.CONFIRMED, Phase.FINISHED);

    private RealSpire spire;
    private RealAgent agent;
    private Console console;

    @BeforeAll
    void start() {
        spire = RealSpire.builder(Binaries.find().orElseThrow()).start();
        agent = spire.startAgent("one");
        console = Console.live();
        console.connect(spire.localProfile(Console.NAME));
    }

    @AfterAll
    void stop() {
        console.close();
        spire.close();
    }

    private EntryDraft draft(RealWorkload workload, String path) {
        return Drafts.of("spiffe://acme.test" + path, agent.nodeId(), workload.selector(), 600, 90);
    }

    /** Makes an entry by way of a plan, and waits until the workload has its identity. */
    private FetchedX509 admit(RealWorkload workload, String path) {
        ChangeReport made = console.run(new Change.CreateEntries(List.of(draft(workload, path))));
        assertThat(Console.states(made)).containsExactly(CONFIRMED);
        assertThat(console.journal(made)).isEqualTo(WENT_WELL);
        return await(workload, path);
    }

    private static FetchedX509 await(RealWorkload workload, String path) {
        return Waiting.value(
                "the identity " + path,
                PATIENCE,
                () ->
                        workload.fetchX509()
                                .first()
                                .filter(svid -> svid.id().getPath().equals(path)));
    }

    private static Duration life(FetchedX509 svid) {
        return Duration.between(svid.notBefore(), svid.notAfter());
    }

    @Test
    void theEstateShowsTheEntryAndTheNode() {
        RealWorkload workload = agent.workload("shown");
        admit(workload, "/shown");

        ServerEstate estate = console.connect(spire.localProfile(Console.NAME));

        assertThat(estate.link()).isInstanceOf(Link.Up.class);
        assertThat(estate.entries().state()).isEqualTo(Reading.State.COMPLETE);
        assertThat(console.entry("/shown").toDraft()).isEqualTo(draft(workload, "/shown"));
        var node = console.node(agent.nodeId());
        assertThat(NodeState.of(node, Instant.now())).isEqualTo(NodeState.ATTESTED);
        assertThat(estate.entries().value().derived().orElseThrow().entitlements().entriesOf(node))
                .contains(console.entry("/shown"));
    }

    @Test
    void aShorterTtlReachesTheWorkload() {
        RealWorkload workload = agent.workload("shorter");
        FetchedX509 before = admit(workload, "/shorter");
        assertThat(life(before)).isEqualTo(Duration.ofSeconds(610));

        ChangeReport done =
                console.run(
                        new Change.Tighten(
                                List.of(console.entry("/shorter")),
                                Optional.of(60),
                                Optional.of(20),
                                Optional.empty()));

        assertThat(Console.states(done)).containsExactly(CONFIRMED);
        assertThat(console.journal(done)).isEqualTo(WENT_WELL);
        FetchedX509 after =
                Waiting.value(
                        "the shorter SVID",
                        PATIENCE,
                        () ->
                                workload.fetchX509()
                                        .first()
                                        .filter(svid -> !svid.serial().equals(before.serial())));
        assertThat(life(after)).isEqualTo(Duration.ofSeconds(70));
        // Nothing revokes the old one, and the report says so.
        assertThat(before.notAfter()).isAfter(after.notAfter());
        FetchedJwt token = workload.fetchJwt("never asked before").first().orElseThrow();
        assertThat(Duration.between(token.issuedAt(), token.expiresAt()))
                .isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aDeletedEntryLeavesNoIdentityAndUndoBringsItBackUnderItsId() {
        RealWorkload workload = agent.workload("deleted");
        admit(workload, "/deleted");
        RegistrationEntry entry = console.entry("/deleted");

        ChangeReport deleted = console.run(new Change.DeleteEntries(List.of(entry)));

        assertThat(Console.states(deleted)).containsExactly(CONFIRMED);
        assertThat(console.journal(deleted)).isEqualTo(WENT_WELL);
        assertThat(
                        Waiting.until(
                                PATIENCE,
                                () ->
                                        workload.fetchX509()
                                                .refusal()
                                                .endsWith("no identity issued")))
                .isTrue();
        assertThat(console.estate().entries().value().entries()).doesNotContain(entry);

        ChangeReport undone = console.undo(deleted);

        assertThat(Console.states(undone)).containsExactly(CONFIRMED);
        assertThat(console.journal(undone)).isEqualTo(WENT_WELL);
        assertThat(console.entry("/deleted").id()).isEqualTo(entry.id());
        assertThat(console.entry("/deleted").toDraft()).isEqualTo(entry.toDraft());
        await(workload, "/deleted");
    }

    @Test
    void undoOfAShorterTtlPutsTheOldOneBack() {
        RealWorkload workload = agent.workload("undone");
        admit(workload, "/undone");
        RegistrationEntry before = console.entry("/undone");
        ChangeReport tightened =
                console.run(
                        new Change.Tighten(
                                List.of(before),
                                Optional.of(60),
                                Optional.empty(),
                                Optional.empty()));

        ChangeReport undone = console.undo(tightened);

        assertThat(Console.states(undone)).containsExactly(CONFIRMED);
        assertThat(console.entry("/undone").toDraft()).isEqualTo(before.toDraft());
        assertThat(console.entry("/undone").revision()).isEqualTo(2);
    }

    @Test
    void anEntryThatSomeoneElseChangedMeanwhileIsNotTouched() {
        RealWorkload workload = agent.workload("raced");
        admit(workload, "/raced");
        RegistrationEntry seen = console.entry("/raced");
        spire.cli(
                        "entry",
                        "update",
                        "-entryID",
                        seen.id(),
                        "-parentID",
                        seen.parentId().toString(),
                        "-spiffeID",
                        seen.spiffeId().toString(),
                        "-selector",
                        workload.selector().toString(),
                        "-hint",
                        "someone else")
                .text();

        ChangeReport refused =
                console.run(
                        new Change.Tighten(
                                List.of(seen),
                                Optional.of(60),
                                Optional.empty(),
                                Optional.empty()));

        assertThat(Console.states(refused)).containsExactly(FAILED);
        assertThat(refused.items().getFirst().failure())
                .contains(
                        new Failure(
                                Reason.CHANGED_MEANWHILE,
                                "spiffe://acme.test/raced",
                                "you saw revision 0, it is revision 1 now"));
        assertThat(console.journal(refused))
                .containsExactly(Phase.PLANNED, Phase.FAILED, Phase.FINISHED);
        RegistrationEntry found = Outcomes.value(console.server().entries().get(seen.id()));
        assertThat(found.revision()).isEqualTo(1);
        assertThat(found.hint()).isEqualTo("someone else");
    }

    @Test
    void anEntryThatHasExpiredIsIssuedFromInFullUntilTheServerPrunesIt() {
        RealWorkload workload = agent.workload("expired");
        long past = Instant.now().minusSeconds(60).getEpochSecond();
        EntryDraft expired = draft(workload, "/expired").withExpiry(past);

        ChangeReport made = console.run(new Change.CreateEntries(List.of(expired)));

        assertThat(Console.states(made)).containsExactly(CONFIRMED);
        assertThat(life(await(workload, "/expired"))).isEqualTo(Duration.ofSeconds(610));
    }

    @Test
    void withoutArmingNothingIsSentAndTheRefusalIsJournaled() {
        RealWorkload workload = agent.workload("unarmed");
        admit(workload, "/unarmed");
        RegistrationEntry entry = console.entry("/unarmed");
        try (Console unarmed = Console.live()) {
            unarmed.connect(spire.localProfile(Console.NAME));
            unarmed.disarm();

            ChangeReport refused = unarmed.run(new Change.DeleteEntries(List.of(entry)));

            assertThat(refused.refused()).contains(Failure.of(Reason.READ_ONLY, Console.NAME));
            assertThat(unarmed.journal(refused)).containsExactly(Phase.NOTE);
            assertThat(Outcomes.value(unarmed.server().entries().get(entry.id()))).isEqualTo(entry);
        }
    }
}

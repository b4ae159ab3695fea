package dev.curfew.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.Confirmation;
import dev.curfew.containment.Strength;
import dev.curfew.containment.book.ContainmentBook;
import dev.curfew.containment.book.DryRun;
import dev.curfew.containment.book.Kept;
import dev.curfew.containment.book.LookKeeper;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.run.Proof;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.lab.Lab;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.EntryUpdate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The book of containments, on the lab. */
class LabContainmentBookTest {
    private static final String ACME = "acme";
    private static final String AGENT = "spiffe://acme.test/agent/web-researcher";

    @TempDir Path folder;
    private Lab lab;
    private Responder responder;
    private ContainmentBook book;

    @BeforeEach
    void start() throws IOException {
        lab = Lab.start();
        responder = new Responder();
        responder.connect(LabContainmentTest.profile(ACME, lab.acme().unixTarget()));
        book = responder.book();
    }

    @AfterEach
    void stop() {
        book.close();
        responder.close();
        lab.close();
    }

    private ContainmentPlan plan() {
        return responder.plan(Responder.identity(AGENT), Strength.CONTAIN);
    }

    private List<RegistrationEntry> agentEntries() {
        return responder.entries(ACME, "/agent/web-researcher");
    }

    /** Waits until the book has a containment like this. */
    private Kept await(ContainmentBook where, String id, Predicate<Kept> wanted) {
        CompletableFuture<Kept> found = new CompletableFuture<>();
        try (var _ =
                where.subscribe(all ->
                        all.stream()
                                .filter(kept -> kept.id().equals(id) && wanted.test(kept))
                                .findFirst()
                                .ifPresent(found::complete))) {
            return found.orTimeout(60, TimeUnit.SECONDS).join();
        }
    }

    private static boolean isOver(Kept kept) {
        return !kept.runsHere() && kept.state().endedAt().isPresent();
    }

    private Kept contained() {
        ContainmentPlan plan = plan();
        assertThat(book.start(plan, Responder.confirmed(plan))).isEqualTo(Outcome.ok(plan.id()));
        return await(book, plan.id(), LabContainmentBookTest::isOver);
    }

    @Test
    void whatIsStartedIsKnownAtOnceAndWhenItIsOver() {
        ContainmentPlan plan = plan();
        assertThat(book.all()).isEmpty();

        assertThat(book.start(plan, Responder.confirmed(plan))).isEqualTo(Outcome.ok(plan.id()));

        assertThat(book.find(plan.id())).isPresent();
        Kept over = await(book, plan.id(), LabContainmentBookTest::isOver);
        assertThat(over.state().phase()).isEqualTo(Phase.ENDED);
        assertThat(over.state().succeeded()).isTrue();
        assertThat(over.canStillAct(Instant.now())).isTrue();
        assertThat(over.residuals(Instant.now()))
                .extracting(Residual::state)
                .containsExactly(Residual.State.RUNNING, Residual.State.RUNNING);
    }

    @Test
    void whatIsRefusedIsNotInTheBook() {
        ContainmentPlan plan = plan();
        assertThat(book.start(plan, new Confirmation("tester", "", "", "web")))
                .isEqualTo(
                        Outcome.failed(
                                Reason.NOT_CONFIRMED,
                                "web-researcher",
                                "it needs 'web-researcher' to be typed"));
        assertThat(book.all()).isEmpty();
        assertThat(book.start(plan, Responder.confirmed(plan))).isEqualTo(Outcome.ok(plan.id()));
    }

    @Test
    void theNewestStandsFirstAndTheJournalTellsTheOldOnes() {
        Kept first = contained();
        ContainmentState restored = responder.run(responder.restorePlan(first.state()));
        ContainmentBook later = responder.book();
        later.load();
        assertThat(later.all()).extracting(Kept::id).containsExactly(restored.id(), first.id());
        assertThat(later.find(first.id()).orElseThrow().restoredBy()).contains(restored.id());
        assertThat(later.find(first.id()).orElseThrow().canStillAct(Instant.now())).isFalse();
        assertThat(later.find(first.id()).orElseThrow().residuals(Instant.now()))
                .extracting(Residual::state)
                .containsOnly(Residual.State.REVERTED);
        assertThat(later.find(restored.id()).orElseThrow().isRestore()).isTrue();
        assertThat(later.find(restored.id()).orElseThrow().residuals(Instant.now())).isEmpty();
    }

    @Test
    void aRunIsHeldGoneOnWithAndAbortedByItsId() {
        ContainmentPlan plan =
                Outcomes.value(
                        responder.plan(
                                Responder.identity(AGENT),
                                Strength.CONTAIN,
                                dev.curfew.containment.plan.ContainmentRequest.Options.USUAL
                                        .withBan(true)));
        assertThat(plan.steps()).hasSizeGreaterThan(1);
        AtomicReference<Kept.Wish> wish = new AtomicReference<>(Kept.Wish.NONE);
        try (var _ =
                book.subscribe(all ->
                        all.stream()
                                .filter(kept -> kept.runsHere())
                                .findFirst()
                                .ifPresent(kept -> {
                                    if (kept.state().steps().getFirst().state() == StepState.SENT
                                            && kept.wish() == Kept.Wish.NONE) {
                                        book.hold(kept.id());
                                    }
                                    if (kept.state().phase() == Phase.HELD
                                            && kept.wish() == Kept.Wish.HOLD) {
                                        wish.set(kept.wish());
                                        book.abort(kept.id());
                                    }
                                }))) {
            book.start(plan, Responder.confirmed(plan));
            Kept over = await(book, plan.id(), LabContainmentBookTest::isOver);
            assertThat(wish.get()).isEqualTo(Kept.Wish.HOLD);
            assertThat(over.state().phase()).isEqualTo(Phase.ABORTED);
            assertThat(over.state().steps().getFirst().state()).isEqualTo(StepState.CONFIRMED);
            assertThat(over.state().steps().getLast().state()).isEqualTo(StepState.SKIPPED);
        }
        book.goOn(plan.id());
        assertThat(book.resume(plan.id())).isEqualTo(Outcome.ok(plan.id()));
        Kept resumed =
                await(book, plan.id(), kept -> isOver(kept) && kept.state().phase() == Phase.ENDED);
        assertThat(resumed.state().succeeded()).isTrue();
    }

    @Test
    void oneThatWasCutOffIsGoneOnWithOrGivenUp() {
        String cut;
        try (Responder dying =
                new Responder(
                        LocalStore.open(folder.resolve("cut.db"), InstantSource.system()).store(),
                        Responder.QUICK,
                        journal -> new DyingJournal(journal, 4))) {
            dying.connect(LabContainmentTest.profile(ACME, lab.acme().unixTarget()));
            ContainmentPlan plan = dying.plan(Responder.identity(AGENT), Strength.CONTAIN);
            cut = plan.id();
            ContainmentBook doomed = dying.book();
            doomed.start(plan, Responder.confirmed(plan));
            assertThat(await(doomed, cut, Kept::isCutOff).state().endedAt()).isEmpty();
        }
        try (Responder next =
                new Responder(
                        LocalStore.open(folder.resolve("cut.db"), InstantSource.system()).store(),
                        Responder.QUICK,
                        journal -> journal)) {
            next.connect(LabContainmentTest.profile(ACME, lab.acme().unixTarget()));
            ContainmentBook known = next.book();
            known.load();
            assertThat(known.all()).extracting(Kept::isCutOff).containsExactly(true);

            assertThat(known.giveUp(cut, "second")).isEqualTo(Outcome.ok(cut));

            assertThat(known.find(cut).orElseThrow().state().phase()).isEqualTo(Phase.ABORTED);
            assertThat(next.journal().unfinishedOperations()).isEmpty();
            assertThat(next.history(cut).phase()).isEqualTo(Phase.ABORTED);
            assertThat(known.giveUp(cut, "second"))
                    .isEqualTo(
                            Outcome.failed(
                                    Reason.NOT_FOUND, cut, "it is not one that was cut off"));
            assertThat(known.resume(cut)).isEqualTo(Outcome.ok(cut));
            await(known, cut, kept -> isOver(kept) && kept.state().succeeded());
        }
    }

    @Test
    void theServersAreLookedAtOnceMoreWhenATimeIsOver() {
        Kept kept = contained();
        StepReport step = kept.state().steps().getFirst();
        Instant x509 = step.bound().orElseThrow().x509Dead().at().orElseThrow();
        int before = step.proofs().size();
        LookKeeper early = responder.keeper(book, () -> step.acceptedAt().orElseThrow());
        early.lookDue();
        assertThat(proofs(kept.id())).hasSize(before);

        LookKeeper later = responder.keeper(book, () -> x509);
        later.lookDue();

        assertThat(proofs(kept.id())).hasSize(before + 1);
        assertThat(proofs(kept.id()).getLast().verdict()).isEqualTo(Proof.Verdict.HOLDS);
        assertThat(proofs(kept.id()).getLast().at()).isEqualTo(x509);
        assertThat(responder.history(kept.id()).steps().getFirst().proofs())
                .isEqualTo(proofs(kept.id()));
        later.lookDue();
        assertThat(proofs(kept.id())).hasSize(before + 1);
    }

    private List<Proof> proofs(String id) {
        return book.find(id).orElseThrow().state().steps().getFirst().proofs();
    }

    @Test
    void whatWasPutBackMeanwhileIsFoundByTheLastLook() {
        RegistrationEntry entry = agentEntries().getFirst();
        Kept kept = contained();
        Instant x509 =
                kept.state().steps().getFirst().bound().orElseThrow().x509Dead().at().orElseThrow();
        responder.server(ACME).entries().create(List.of(entry.toDraft()));

        responder.keeper(book, () -> x509).lookDue();

        assertThat(proofs(kept.id()).getLast().verdict()).isEqualTo(Proof.Verdict.REVERTED);
        Kept now = book.find(kept.id()).orElseThrow();
        assertThat(now.canStillAct(x509)).isTrue();
        assertThat(now.residuals(x509))
                .extracting(Residual::state)
                .containsOnly(Residual.State.REVERTED);
    }

    @Test
    void aServerThatIsAwayIsNotWrittenAbout() {
        Kept kept = contained();
        int before = proofs(kept.id()).size();
        Instant after = Instant.now().plusSeconds(90_000);
        responder.estates().disconnect(ACME);
        responder.keeper(book, () -> after).lookDue();
        assertThat(proofs(kept.id())).hasSize(before);
        responder.connect(LabContainmentTest.profile(ACME, lab.acme().unixTarget()));
        responder.keeper(book, () -> after).lookDue();
        assertThat(proofs(kept.id())).hasSize(before + 1);
    }

    @Test
    void aDryRunWritesNothingAndSaysWhatHasChanged() {
        ContainmentPlan plan = plan();
        int entries = agentEntries().size();
        DryRun.Result good = responder.dryRun(plan);
        assertThat(good.isAsPlanned()).isTrue();
        assertThat(good.checked())
                .containsExactly(new DryRun.Checked(1, ACME, entries, entries, List.of()));
        assertThat(good.readOnly()).isEmpty();
        RegistrationEntry first = agentEntries().getFirst();
        responder
                .server(ACME)
                .entries()
                .setTtls(List.of(new EntryUpdate(first.id(), first.toDraft().withTtls(60, 60))));
        responder.disarm(ACME);

        DryRun.Result changed = responder.dryRun(plan);

        assertThat(changed.isAsPlanned()).isFalse();
        assertThat(changed.readOnly()).containsExactly(ACME);
        assertThat(changed.checked().getFirst().asPlanned()).isEqualTo(entries - 1);
        assertThat(responder.journal().newestBefore(Long.MAX_VALUE, 10)).isEmpty();
    }
}

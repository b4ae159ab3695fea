package dev.curfew.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ClockSkew;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Credentials;
import dev.curfew.connect.ServerTimings;
import dev.curfew.estate.Connected;
import dev.curfew.estate.EstateService;
import dev.curfew.estate.Link;
import dev.curfew.estate.LiveConnector;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.lab.fault.Faults;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.wire.spire.types.Entry;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the estate makes of a server that misbehaves while it is read. */
class LabFaultsTest {
    private static final int ROWS = 1_200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LabPeer peer;
    private Faults faults;
    private Console console;

    @BeforeEach
    void start() {
        peer = new LabPeer();
        peer.server().load(IntStream.range(0, ROWS).mapToObj(LabFaultsTest::row));
        peer.attestByCertificate("one");
        peer.attestByCertificate("two");
        faults = peer.server().faults();
        console = Console.live();
    }

    @AfterEach
    void stop() {
        console.close();
        peer.close();
    }

    private static Entry row(int i) {
        return Wire.entry("/row/" + i, "unix:uid:1").setId("row-" + i).build();
    }

    private ConnectionProfile profile(String name) {
        return ConnectionProfile.local(name, peer.socket().path());
    }

    private ServerEstate connect() {
        return console.connect(profile(Console.NAME));
    }

    /**
     * With a deadline that a test can wait for, and that is enough for a server that answers: the
     * first connection of a process is slow, so another one comes before.
     */
    private static Console hasty() {
        return new Console(new LiveConnector(Outcomes.NO_SECRETS, Duration.ofSeconds(3)));
    }

    /** Does something once, on the reading thread, when the first rows are there. */
    private void afterTheFirstPage(Runnable work) {
        AtomicBoolean done = new AtomicBoolean();
        console.estates()
                .subscribe(estate -> {
                    boolean rows =
                            estate.servers().stream()
                                    .anyMatch(s -> !s.entries().value().entries().isEmpty());
                    if (rows && done.compareAndSet(false, true)) {
                        work.run();
                    }
                });
    }

    private static void isPartial(ServerEstate estate, int rows, Reason why) {
        assertThat(estate.entries().state()).isEqualTo(Reading.State.PARTIAL);
        assertThat(estate.entries().failure().map(Failure::reason)).contains(why);
        assertThat(estate.entries().value().entries()).hasSize(rows);
    }

    private static void isComplete(ServerEstate estate) {
        assertThat(estate.entries().failure()).isEmpty();
        assertThat(estate.entries().state()).isEqualTo(Reading.State.COMPLETE);
        assertThat(estate.entries().value().entries())
                .extracting(entry -> entry.id())
                .isEqualTo(IntStream.range(0, ROWS).mapToObj(i -> "row-" + i).toList());
    }

    @Test
    void aServerThatHangsHoldsUpNoOther() {
        faults.hang("ListEntries");
        try (LabPeer other = new LabPeer()) {
            EstateService estates = console.estates();
            estates.connect(profile("hanging"));
            assertThat(Waiting.until(PATIENCE, () -> faults.hangingCalls() == 1)).isTrue();

            ServerEstate answering =
                    console.connect(ConnectionProfile.local("answering", other.socket().path()));

            assertThat(answering.entries().state()).isEqualTo(Reading.State.COMPLETE);
            ServerEstate hanging = estates.estate().server("hanging").orElseThrow();
            assertThat(hanging.entries().state()).isEqualTo(Reading.State.READING);
            assertThat(hanging.link()).isInstanceOf(Link.Up.class);
        }
    }

    @Test
    void aListThatHangsEndsAtItsDeadlineAndTheServerIsDown() {
        connect();
        faults.hang("ListEntries");
        try (Console hasty = hasty()) {
            ServerEstate estate = hasty.connect(profile(Console.NAME));

            isFailedWithoutRows(estate, Reason.NO_ANSWER);
            assertThat(estate.nodes().value()).hasSize(2);
            assertThat(estate.link()).isInstanceOf(Link.Down.class);
        }
    }

    private static void isFailed(ServerEstate estate, int rows, Reason why) {
        assertThat(estate.entries().state()).isEqualTo(Reading.State.FAILED);
        assertThat(estate.entries().failure().map(Failure::reason)).contains(why);
        assertThat(estate.entries().value().entries()).hasSize(rows);
    }

    private static void isFailedWithoutRows(ServerEstate estate, Reason why) {
        isFailed(estate, 0, why);
        // Never read, so that nobody takes it for an empty list.
        assertThat(estate.entries().readAt()).isEmpty();
    }

    @Test
    void aServerThatHangsAltogetherIsDownAfterTheGreeting() {
        connect();
        faults.hang();
        try (Console hasty = hasty()) {
            ServerEstate estate = hasty.connect(profile(Console.NAME));

            assertThat(estate.link())
                    .isInstanceOfSatisfying(
                            Link.Down.class,
                            down -> assertThat(down.why().reason()).isEqualTo(Reason.NO_ANSWER));
        }
    }

    @Test
    void anOlderServerLacksOnlyWhatItLacks() {
        faults.unimplemented(
                "GetX509AuthorityState", "GetJWTAuthorityState", "ListFederationRelationships");

        ServerEstate estate = connect();

        isComplete(estate);
        assertThat(estate.link()).isInstanceOf(Link.Up.class);
        assertThat(estate.nodes().state()).isEqualTo(Reading.State.COMPLETE);
        assertThat(estate.authorities().state()).isEqualTo(Reading.State.PARTIAL);
        assertThat(estate.authorities().failure().map(Failure::reason))
                .contains(Reason.OLDER_SERVER);
        assertThat(estate.authorities().value().bundle()).isPresent();
        assertThat(estate.authorities().value().x509()).isEmpty();
        assertThat(estate.federation().failure().map(Failure::reason))
                .contains(Reason.OLDER_SERVER);
        assertThat(estate.federatedBundles().state()).isEqualTo(Reading.State.COMPLETE);
    }

    @Test
    void aPageThatNamesItselfAsTheNextOneEndsTheScan() {
        faults.repeatPageToken(true);

        ServerEstate estate = connect();

        isPartial(estate, 500, Reason.PAGE_REPEATS);
        assertThat(estate.entries().failure())
                .contains(new Failure(Reason.PAGE_REPEATS, "entries", "500"));
    }

    @Test
    void pagesThatAreTooLargeAreHalvedUntilTheyFit() {
        faults.refusePagesAbove(100);

        isComplete(connect());
    }

    @Test
    void rowsThatAreTooLargeOneByOneEndTheScan() {
        faults.refusePagesAbove(0);

        isFailedWithoutRows(connect(), Reason.TOO_LARGE);
    }

    @Test
    void rowsThatCanNotBeReadAreCountedAndLeftOut() {
        faults.malformIds(true);

        ServerEstate estate = connect();

        assertThat(estate.entries().state()).isEqualTo(Reading.State.COMPLETE);
        // The first row of each of two pages.
        assertThat(estate.entries().value().unreadable()).isEqualTo(2);
        assertThat(estate.entries().value().entries()).hasSize(ROWS - 2);
        assertThat(estate.nodes().value()).hasSize(1);
    }

    @Test
    void aConnectionThatBreaksInTheMiddleOfAScanIsMadeAgain() {
        afterTheFirstPage(() -> faults.cutConnectionsAfter(0));

        isComplete(connect());
    }

    @Test
    void aServerThatSendsItsConnectionsAwayIsReadToTheEnd() {
        afterTheFirstPage(faults::sendConnectionsAway);

        isComplete(connect());
    }

    @Test
    void aServerThatGoesAwayForGoodLeavesWhatWasRead() {
        afterTheFirstPage(() -> peer.server().close());

        ServerEstate estate = connect();

        assertThat(estate.entries().state()).isEqualTo(Reading.State.PARTIAL);
        assertThat(estate.entries().failure().map(Failure::reason)).contains(Reason.LOST_MID_SCAN);
        // The next page may have been under way already.
        assertThat(estate.entries().value().entries().size()).isIn(500, ROWS);
        assertThat(estate.link()).isInstanceOf(Link.Down.class);
    }

    @Test
    void aFailedScanDoesNotReplaceAnOlderFullerTable() {
        connect();
        faults.refusePagesAbove(0);

        // On the same connection: a new one would know nothing of the older table.
        console.estates().refresh(Console.NAME);

        assertThat(
                        Waiting.until(
                                PATIENCE,
                                () -> console.estate().entries().state() == Reading.State.FAILED))
                .isTrue();
        isFailed(console.estate(), ROWS, Reason.TOO_LARGE);
    }

    @Test
    void aScanThatIsCancelledKeepsWhatItHas() {
        afterTheFirstPage(() -> console.estates().cancel(Console.NAME));

        isPartial(connect(), 500, Reason.CANCELLED);
    }

    @Test
    void aServerOfAnotherTrustDomainIsNotRead() {
        ServerEstate estate =
                console.connect(
                        new ConnectionProfile(
                                Console.NAME,
                                peer.socket(),
                                new Credentials.LocalSocket(),
                                Optional.of(TrustDomain.parse("other.test")),
                                ServerTimings.SPIRE_DEFAULTS));

        assertThat(estate.link())
                .isInstanceOfSatisfying(
                        Link.Down.class,
                        down ->
                                assertThat(down.why().reason())
                                        .isEqualTo(Reason.WRONG_TRUST_DOMAIN));
        assertThat(estate.entries().state()).isEqualTo(Reading.State.NEVER_READ);
        for (int i = 0; i < 3; i++) {
            console.estates().ping();
            // More calls on the same connection: the ping has its answer by then.
            console.estates().rereadTrust(Console.NAME);
        }
        assertThat(console.estate().link())
                .as("that it answers does not make it the right one")
                .isEqualTo(estate.link());
    }

    @Test
    void aServerThatCouldNotBeReachedIsTriedAgainAndThenRead() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-29T12:00:00Z"));
        AtomicReference<Optional<Failure>> noAgent =
                new AtomicReference<>(
                        Optional.of(new Failure(Reason.WORKLOAD_API_FAILED, "agent.sock", "")));
        LiveConnector live = new LiveConnector(Outcomes.NO_SECRETS);
        try (EstateService estates =
                new EstateService(
                        profile ->
                                noAgent.get()
                                        .<Outcome<Connected>>map(Outcome::failed)
                                        .orElseGet(() -> live.open(profile)),
                        now::get)) {
            ServerEstate down = estates.connectNow(profile(Console.NAME));
            assertThat(down.link())
                    .isEqualTo(
                            new Link.Down(
                                    noAgent.get().orElseThrow(),
                                    now.get(),
                                    Optional.of(now.get().plusSeconds(5))));
            noAgent.set(Optional.empty());
            now.set(now.get().plusSeconds(5));
            estates.retry();
            assertThat(
                            Waiting.until(
                                    PATIENCE,
                                    () -> {
                                        ServerEstate read =
                                                estates.estate().server(Console.NAME).orElseThrow();
                                        return read.entries().state() == Reading.State.COMPLETE;
                                    }))
                    .isTrue();
            isComplete(estates.estate().server(Console.NAME).orElseThrow());
        }
    }

    @Test
    void aServerThatFallsSilentIsTriedAgainAndNotReadAnew() {
        connect();
        Instant read = console.estate().entries().readAt().orElseThrow();
        peer.server().close();
        console.estates().ping();
        assertThat(Waiting.until(PATIENCE, () -> console.estate().link() instanceof Link.Down))
                .isTrue();
        assertThat(console.estate().link())
                .isInstanceOfSatisfying(
                        Link.Down.class, down -> assertThat(down.nextAttempt()).isPresent());
        assertThat(console.estate().entries().readAt()).contains(read);
        isComplete(console.estate());
    }

    @Test
    void aClockThatIsBehindIsMeasuredAsBehind() {
        connect();
        faults.clockOffset(Duration.ofMinutes(-7));

        ClockSkew skew = Outcomes.value(console.estates().measureClock(Console.NAME));

        assertThat(skew.low()).isLessThanOrEqualTo(Duration.ofMinutes(-7));
        assertThat(skew.high()).isGreaterThanOrEqualTo(Duration.ofMinutes(-7));
        assertThat(console.estate().skew()).contains(skew);
    }
}

package dev.curfew.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.lab.acting.Call;
import dev.curfew.lab.acting.Lane;
import dev.curfew.lab.acting.Moment;
import dev.curfew.lab.agent.Credential;
import dev.curfew.lab.call.Denial;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the lab is there for: an entry is deleted, and the agent goes on acting. */
class DeletedAndStillCallingTest {
    private static final String AGENT = "web-researcher";

    /** The cache of the server and the synchronisation of the node. */
    private static final Duration CACHE = Duration.ofSeconds(5);

    private static final Duration SYNC = Duration.ofMillis(5_500);

    private static Story story;
    private static Instant deleted;
    private static Instant closed;

    /** Played once; each test looks at another side of it. */
    @BeforeAll
    static void play() throws Exception {
        story = new Story();
        story.pass(Duration.ofSeconds(20));
        deleted = story.now();
        story.deleteEntry(AGENT);
        story.pass(CACHE.plus(Story.X509).plusSeconds(5));
        closed = story.now();
        story.lab.activity().closeStreams();
        story.pass(Duration.ofSeconds(5));
    }

    @AfterAll
    static void stop() throws Exception {
        story.close();
    }

    @Test
    void beforeThatEverybodysCallsGoThroughAndShould() {
        var calls = story.calls(call -> call.at().isBefore(deleted));

        assertThat(calls).hasSizeGreaterThan(50).allMatch(Call::ok).allMatch(Call::rightful);
        assertThat(calls).extracting(Call::lane).containsAll(story.lab.activity().lanes());
    }

    @Test
    void itsCertificateLetsItInUntilItIsDeadAndNoLonger() {
        var end = story.end(AGENT, Credential.Kind.X509);
        var calls = story.callsOf(AGENT, Lane.Kind.MTLS, deleted);

        assertThat(end).isBetween(deleted, deleted.plus(CACHE).plus(Story.X509));
        assertThat(calls).noneMatch(Call::rightful);
        assertThat(calls)
                .filteredOn(call -> call.at().isBefore(end))
                .hasSizeGreaterThan(5)
                .allMatch(Call::ok);
        assertThat(calls)
                .filteredOn(call -> call.at().isAfter(end))
                .hasSizeGreaterThan(3)
                .extracting(Call::denial)
                .containsOnly(Optional.of(Denial.CERTIFICATE_ENDED));
    }

    @Test
    void itsTokenLetsItInUntilItIsDeadWhichIsEarlier() {
        var end = story.end(AGENT, Credential.Kind.JWT);
        var calls = story.callsOf(AGENT, Lane.Kind.JWT, deleted);

        assertThat(end).isBetween(deleted, deleted.plus(CACHE).plus(Story.JWT));
        assertThat(end).isBefore(story.end(AGENT, Credential.Kind.X509));
        assertThat(calls)
                .filteredOn(call -> call.at().isBefore(end))
                .isNotEmpty()
                .allMatch(Call::ok);
        assertThat(calls)
                .filteredOn(call -> !call.at().isBefore(end))
                .hasSizeGreaterThan(10)
                .extracting(Call::denial)
                .containsOnly(Optional.of(Denial.TOKEN_ENDED));
    }

    @Test
    void itsOpenConnectionGoesOnUntilSomebodyClosesIt() {
        var end = story.end(AGENT, Credential.Kind.X509);
        assertThat(story.callsOf(AGENT, Lane.Kind.STREAM, end))
                .filteredOn(call -> call.at().isBefore(closed))
                .isNotEmpty()
                .allMatch(Call::ok)
                .noneMatch(Call::rightful);
        assertThat(story.lab.activity().openStreams()).isEmpty();
        assertThat(story.callsOf(AGENT, Lane.Kind.STREAM, closed))
                .hasSizeGreaterThan(1)
                .extracting(Call::denial)
                .containsOnly(Optional.of(Denial.CERTIFICATE_ENDED));
    }

    @Test
    void nobodyElseIsHarmed() {

        assertThat(story.calls(call -> !call.lane().from().path().equals("/agent/" + AGENT)))
                .hasSizeGreaterThan(100)
                .allMatch(Call::ok)
                .allMatch(Call::rightful);
    }

    @Test
    void itIsSeenWhenTheAgentOfTheNodeKnowsAndWhenItsCredentialsDie() {

        assertThat(story.momentsOf(AGENT))
                .extracting(Moment::kind)
                .containsExactly(
                        Moment.Kind.ENTRY_GONE,
                        Moment.Kind.AGENT_KNOWS,
                        Moment.Kind.JWT_DIED,
                        Moment.Kind.X509_DIED);
        var moments = story.momentsOf(AGENT);
        assertThat(moments.get(0).at()).isBetween(deleted, deleted.plusMillis(200));
        assertThat(moments.get(1).at()).isBetween(deleted, deleted.plus(CACHE).plus(SYNC));
        assertThat(moments.get(2).at()).isEqualTo(story.end(AGENT, Credential.Kind.JWT));
        assertThat(moments.get(3).at()).isEqualTo(story.end(AGENT, Credential.Kind.X509));
        assertThat(story.lab.activity().moments()).hasSize(4);
    }

    @Test
    void aControllerThatPutsTheEntryBackUndoesAllOfIt() throws Exception {
        try (var other = new Story()) {
            other.lab.acme().faults().revertChanges(true);
            other.pass(Duration.ofSeconds(2));
            other.deleteEntry(AGENT);
            other.pass(Duration.ofSeconds(40));

            // A token does not live long enough for the way back to the workload.
            assertThat(other.callsOf(AGENT, Lane.Kind.MTLS, Instant.MIN)).allMatch(Call::ok);
            assertThat(other.callsOf(AGENT, Lane.Kind.JWT, other.now().minusSeconds(10)))
                    .isNotEmpty()
                    .allMatch(Call::ok)
                    .allMatch(Call::rightful);
            assertThat(other.momentsOf(AGENT))
                    .extracting(Moment::kind)
                    .startsWith(Moment.Kind.ENTRY_GONE)
                    .contains(Moment.Kind.ENTRY_BACK)
                    .doesNotContain(Moment.Kind.X509_DIED);
        }
    }
}

package dev.curfew.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.lab.time.DrivenTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class DrivenTimeTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private final DrivenTime time = new DrivenTime(START);
    private final ArrayList<String> log = new ArrayList<>();

    private void note(String what) {
        log.add(what + "@" + Duration.between(START, time.instant()).toSeconds());
    }

    @Test
    void runsEverythingAtItsOwnTimeAndInOrder() {
        time.every(Duration.ofSeconds(4), () -> note("tick"));
        time.after(Duration.ofSeconds(5), () -> note("once"));

        time.advance(Duration.ofSeconds(9));

        assertThat(log).containsExactly("tick@4", "once@5", "tick@8");
        assertThat(time.instant()).isEqualTo(START.plusSeconds(9));
    }

    @Test
    void goesOnAfterAFailureAndStopsWhatIsCancelled() {
        var failing =
                time.every(
                        Duration.ofSeconds(1),
                        () -> {
                            note("try");
                            throw new IllegalStateException("on purpose");
                        });
        time.advance(Duration.ofSeconds(2));
        failing.cancel();
        time.advance(Duration.ofSeconds(5));

        assertThat(log).containsExactly("try@1", "try@2");
    }

    @Test
    void workMayScheduleMoreWork() {
        time.after(
                Duration.ofSeconds(1),
                () -> time.after(Duration.ofSeconds(1), () -> note("second")));

        time.advance(Duration.ofSeconds(2));

        assertThat(log).containsExactly("second@2");
    }
}

package dev.curfew.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.wiring.LabHost;
import dev.curfew.lab.Lab;
import dev.curfew.lab.LabOptions;
import dev.curfew.lab.acting.Lane;
import dev.curfew.lab.acting.Moment;
import dev.curfew.lab.agent.Credential;
import dev.curfew.lab.call.Denial;
import dev.curfew.lab.time.DrivenTime;
import dev.curfew.views.lab.LabDenial;
import dev.curfew.views.lab.LabFault;
import dev.curfew.views.lab.LabSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WindowLabTest {
    private final DrivenTime time = new DrivenTime(Instant.parse("2026-11-22T12:00:00Z"));
    private final List<String> changed = new ArrayList<>();
    private Lab lab;
    private LabHost host;
    private WindowLab desk;

    @BeforeEach
    void start() throws Exception {
        lab = Lab.start(LabOptions.ACTING, time);
        host = new LabHost(lab);
        desk = new WindowLab(host, () -> changed.add("servers"));
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    @Test
    void theScreenHasAWordForEverythingThatTheLabTells() {
        assertThat(names(LabDenial.values())).isEqualTo(names(Denial.values()));
        assertThat(names(LabSnapshot.Happening.values()))
                .containsExactlyInAnyOrderElementsOf(names(Moment.Kind.values()));
        assertThat(names(LabSnapshot.Way.values())).isEqualTo(names(Lane.Kind.values()));
        assertThat(names(LabSnapshot.Kind.values())).isEqualTo(names(Credential.Kind.values()));
    }

    @Test
    void showsWhatTheLabHasSeen() {
        List<LabSnapshot> seen = new ArrayList<>();
        Runnable end = desk.watch(seen::add);
        time.advance(Duration.ofSeconds(10));
        end.run();
        time.advance(Duration.ofSeconds(10));

        LabSnapshot last = seen.getLast();
        assertThat(last.acting()).isTrue();
        assertThat(last.calls()).hasSize(seen.size());
        assertThat(last.lanes()).hasSameSizeAs(lab.activity().lanes());
        assertThat(last.calls()).allMatch(call -> call.denial().isEmpty() && call.rightful());
        assertThat(last.credentials()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(last.open()).hasSize(1);
        assertThat(last.lanes().get(last.open().getFirst().lane()).way())
                .isEqualTo(LabSnapshot.Way.STREAM);
        assertThat(last.faults()).isEmpty();
        assertThat(desk.look().calls()).hasSizeGreaterThan(seen.size());
    }

    @Test
    void switchesEveryFaultOnAndOff() {
        for (LabFault fault : LabFault.values()) {
            desk.set(fault, true);
            assertThat(desk.look().faults()).containsExactly(fault);
            desk.set(fault, false);
            assertThat(desk.look().faults()).isEmpty();
        }
        assertThat(changed).hasSize(2);
    }

    @Test
    void theSecondServerIsAConnectionWhileItRuns() {
        desk.set(LabFault.SECOND_SERVER, true);
        assertThat(host.profiles())
                .extracting(profile -> profile.name())
                .containsExactly("lab:acme.test", "lab:acme.test-b", "lab:partner.test");
        desk.set(LabFault.SECOND_SERVER, false);
        assertThat(host.profiles())
                .extracting(profile -> profile.name())
                .containsExactly("lab:acme.test", "lab:partner.test");
    }

    @Test
    void stopsAndStartsThoseThatActAndClosesWhatStaysOpen() {
        time.advance(Duration.ofSeconds(5));
        assertThat(desk.look().open()).hasSize(1);
        desk.closeStreams();
        assertThat(desk.look().open()).isEmpty();

        desk.act(false);
        assertThat(desk.look().acting()).isFalse();
        desk.act(true);
        assertThat(desk.look().acting()).isTrue();
    }

    @Test
    void withoutARunningLabThereIsNothing() {
        try (LabHost none = new LabHost()) {
            WindowLab empty = new WindowLab(none, () -> {});
            assertThat(empty.look()).isEqualTo(LabSnapshot.EMPTY);
            empty.watch(snapshot -> changed.add("call")).run();
            empty.set(LabFault.HANGING, true);
            assertThat(none.running()).isEmpty();
        }
    }
}

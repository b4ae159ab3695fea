package dev.curfew.views.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.kit.TaskState;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.TestUi;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {
    private final InlineTasks tasks = new InlineTasks();
    private final ShellViewModel model = new ShellViewModel(tasks);

    @Test
    void joinsWhatItIsToldWithTheRunningTasks() {
        TaskState scan = new TaskState(1, "Scan", "", -1, () -> {});
        tasks.pretend(List.of(scan));
        model.update(
                new ShellState(
                        List.of(),
                        List.of(),
                        Optional.of(TestUi.NOW),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(model.stateProperty().get().tasks()).containsExactly(scan);
        assertThat(model.stateProperty().get().dataReadAt()).contains(TestUi.NOW);
        tasks.pretend(List.of());
        assertThat(model.stateProperty().get().tasks()).isEmpty();
        assertThat(model.stateProperty().get().dataReadAt()).contains(TestUi.NOW);
    }

    @Test
    void armedEndsByItself() {
        ConnectionState connection =
                new ConnectionState(
                        "spire-a",
                        "acme.test",
                        Health.UP,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(TestUi.NOW),
                        "");
        assertThat(connection.armedAt(TestUi.NOW.minusMillis(1))).isTrue();
        assertThat(connection.armedAt(TestUi.NOW)).isFalse();
    }
}

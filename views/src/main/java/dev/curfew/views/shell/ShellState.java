package dev.curfew.views.shell;

import dev.curfew.views.kit.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything the window's frame shows, at one moment.
 *
 * @param dataReadAt when the shown data were read; with several sources the newest
 * @param oldest the source whose data are clearly older than that, if there is one
 * @param clock how the server's clock goes against ours
 */
public record ShellState(
        List<ConnectionState> connections,
        List<TaskState> tasks,
        Optional<Instant> dataReadAt,
        Optional<OldSource> oldest,
        Optional<ServerClock> clock) {

    public static final ShellState EMPTY =
            new ShellState(
                    List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public ShellState {
        connections = List.copyOf(connections);
        tasks = List.copyOf(tasks);
    }

    public ShellState withTasks(List<TaskState> newTasks) {
        return new ShellState(connections, newTasks, dataReadAt, oldest, clock);
    }

    public record OldSource(String name, Instant readAt) {}

    /**
     * A clock beside ours.
     *
     * @param server whose clock it is
     * @param skew the server's time minus ours
     */
    public record ServerClock(String server, Duration skew) {}
}

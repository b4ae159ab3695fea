package dev.curfew.views.overview;

import dev.curfew.estate.ServerEstate;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/**
 * Makes the report of the chosen connection away from the JavaFX thread. While a scan publishes ten
 * times a second, one report is made after the other, each of the newest data.
 */
public final class OverviewViewModel {
    private static final Duration STALE = Duration.ofSeconds(30);

    private final EstateModel estate;
    private final Tasks tasks;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Optional<OverviewReport>> report =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean running;
    private boolean again;

    public OverviewViewModel(EstateModel estate, Tasks tasks, InstantSource clock) {
        this.estate = estate;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Empty: no connection, or nothing made yet. */
    public ReadOnlyObjectProperty<Optional<OverviewReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Follows the estate until the subscription ends. */
    public Subscription attached() {
        return estate.serverProperty().subscribe(server -> make());
    }

    /** Each second: what depends on the time is made again once it is half a minute old. */
    public void tick() {
        boolean old =
                report.get()
                        .filter(made -> !made.at().plus(STALE).isAfter(clock.instant()))
                        .isPresent();
        if (old) {
            make();
        }
    }

    private void make() {
        Optional<ServerEstate> server = estate.server();
        if (server.isEmpty()) {
            report.set(Optional.empty());
        } else if (running) {
            again = true;
        } else {
            running = true;
            tasks.start(
                    "overview",
                    () -> OverviewReport.of(server.get(), clock.instant()),
                    this::made,
                    failure -> ended());
        }
    }

    private void made(OverviewReport made) {
        // Of a connection that was left meanwhile, nothing is shown.
        if (estate.currentProperty().get().equals(Optional.of(made.server().name()))) {
            report.set(Optional.of(made));
        }
        ended();
    }

    private void ended() {
        running = false;
        if (again) {
            again = false;
            make();
        }
    }
}

package dev.curfew.views.lab;

import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.FxThread;
import dev.curfew.views.kit.LatestValue;
import dev.curfew.views.kit.Tasks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** The lab as it is now, unless the picture is held. JavaFX thread only. */
public final class LabViewModel implements Attachable {
    private final LabDesk desk;
    private final FxThread fx;
    private final Tasks tasks;
    private final InstantSource clock;
    private final Consumer<Throwable> crashed;
    private final ReadOnlyObjectWrapper<LabState> state;
    private LabSnapshot newest = LabSnapshot.EMPTY;

    /**
     * @param crashed hears of bugs of ours
     */
    public LabViewModel(
            LabDesk desk,
            FxThread fx,
            Tasks tasks,
            InstantSource clock,
            Consumer<Throwable> crashed) {
        this.desk = desk;
        this.fx = fx;
        this.tasks = tasks;
        this.clock = clock;
        this.crashed = crashed;
        state =
                new ReadOnlyObjectWrapper<>(
                        LabState.of(newest, clock.instant(), false, Optional.empty()));
    }

    ReadOnlyObjectProperty<LabState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    @Override
    public Subscription attached() {
        LatestValue<LabSnapshot> latest = new LatestValue<>(fx, this::show);
        Runnable end = desk.watch(latest::offer);
        look();
        return () -> {
            end.run();
            latest.close();
        };
    }

    /** Looks again: time goes on where nobody calls. */
    void look() {
        tasks.start("lab.look", desk::look, this::show, crashed);
    }

    private void show(LabSnapshot seen) {
        newest = seen;
        LabState before = state.get();
        if (!before.held()) {
            update(seen, clock.instant(), false, before.chosen());
        } else if (!seen.faults().equals(before.lab().faults())) {
            // Switches are never held back.
            update(withFaultsOf(seen, before.lab()), before.now(), true, before.chosen());
        }
    }

    private static LabSnapshot withFaultsOf(LabSnapshot seen, LabSnapshot held) {
        return new LabSnapshot(
                held.acting(),
                held.lanes(),
                held.calls(),
                held.moments(),
                held.credentials(),
                held.open(),
                seen.faults());
    }

    private void update(LabSnapshot lab, Instant now, boolean held, Optional<String> chosen) {
        state.set(LabState.of(lab, now, held, chosen));
    }

    /** Lets the picture stand still, or go on; the lab goes on in any case. */
    void hold(boolean held) {
        LabState now = state.get();
        update(held ? now.lab() : newest, held ? now.now() : clock.instant(), held, now.chosen());
    }

    /** Follows this one; empty for whoever is hit last. */
    void follow(Optional<String> who) {
        LabState now = state.get();
        update(now.lab(), now.now(), now.held(), who);
    }

    void act(boolean on) {
        change(() -> desk.act(on));
    }

    void set(LabFault fault, boolean on) {
        change(() -> desk.set(fault, on));
    }

    void closeStreams() {
        change(desk::closeStreams);
    }

    private void change(Runnable work) {
        tasks.start(
                "lab.change",
                () -> {
                    work.run();
                    return desk.look();
                },
                this::show,
                crashed);
    }
}

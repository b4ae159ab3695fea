package dev.curfew.app.window;

import dev.curfew.app.wiring.LabHost;
import dev.curfew.lab.Lab;
import dev.curfew.lab.acting.Call;
import dev.curfew.lab.acting.LabActivity;
import dev.curfew.lab.acting.Lane;
import dev.curfew.lab.fault.Faults;
import dev.curfew.views.lab.LabDenial;
import dev.curfew.views.lab.LabDesk;
import dev.curfew.views.lab.LabFault;
import dev.curfew.views.lab.LabSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The lab of this process, as its screen needs it. Without a running lab there is nothing to see.
 */
final class WindowLab implements LabDesk {
    private static final Duration CLOCK_BEHIND = Duration.ofMinutes(-5);

    private final LabHost host;
    private final Runnable serversChanged;

    /**
     * @param serversChanged to be called, on any thread, when a server came or went
     */
    WindowLab(LabHost host, Runnable serversChanged) {
        this.host = host;
        this.serversChanged = serversChanged;
    }

    @Override
    public LabSnapshot look() {
        return host.running().map(WindowLab::look).orElse(LabSnapshot.EMPTY);
    }

    @Override
    public Runnable watch(Consumer<LabSnapshot> listener) {
        return host.running()
                .map(lab -> lab.activity().subscribe(_ -> listener.accept(look(lab))))
                .orElse(() -> {});
    }

    @Override
    public void act(boolean on) {
        host.running().ifPresent(lab -> act(lab.activity(), on));
    }

    private static void act(LabActivity activity, boolean on) {
        if (!on) {
            activity.stop();
            return;
        }
        try {
            activity.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the lab's agents can not be called", e);
        }
    }

    @Override
    public void set(LabFault fault, boolean on) {
        host.running().ifPresent(lab -> set(lab, fault, on));
    }

    private void set(Lab lab, LabFault fault, boolean on) {
        Faults faults = lab.acme().faults();
        switch (fault) {
            case CONTROLLER -> faults.revertChanges(on);
            case HANGING -> {
                if (on) {
                    faults.hang();
                } else {
                    faults.stopHanging();
                }
            }
            case WRONG_CLOCK -> faults.clockOffset(on ? CLOCK_BEHIND : Duration.ZERO);
            case SECOND_SERVER -> {
                second(lab, on);
                serversChanged.run();
            }
        }
    }

    private static void second(Lab lab, boolean on) {
        if (!on) {
            lab.stopSecond();
            return;
        }
        try {
            lab.startSecond();
        } catch (IOException e) {
            throw new UncheckedIOException("the lab's second server does not start", e);
        }
    }

    @Override
    public void closeStreams() {
        host.running().ifPresent(lab -> lab.activity().closeStreams());
    }

    private static LabSnapshot look(Lab lab) {
        LabActivity activity = lab.activity();
        List<Lane> lanes = activity.lanes();
        return new LabSnapshot(
                activity.isRunning(),
                lanes.stream().map(WindowLab::lane).toList(),
                activity.calls().stream().map(call -> call(call, lanes)).toList(),
                activity.moments().stream()
                        .map(one ->
                                new LabSnapshot.Moment(
                                        one.at(),
                                        LabSnapshot.Happening.valueOf(one.kind().name()),
                                        one.who().toString()))
                        .toList(),
                activity.credentials().stream()
                        .map(one ->
                                new LabSnapshot.Credential(
                                        one.holder().toString(),
                                        LabSnapshot.Kind.valueOf(one.kind().name()),
                                        one.name(),
                                        one.got(),
                                        one.until()))
                        .toList(),
                activity.openStreams().stream()
                        .map(one -> new LabSnapshot.Open(lanes.indexOf(one.lane()), one.since()))
                        .toList(),
                faults(lab));
    }

    private static LabSnapshot.Lane lane(Lane lane) {
        return new LabSnapshot.Lane(
                lane.from().toString(),
                lane.to().toString(),
                LabSnapshot.Way.valueOf(lane.kind().name()));
    }

    private static LabSnapshot.Call call(Call call, List<Lane> lanes) {
        return new LabSnapshot.Call(
                call.number(),
                call.at(),
                lanes.indexOf(call.lane()),
                call.denial().map(why -> LabDenial.valueOf(why.name())),
                call.rightful());
    }

    private static Set<LabFault> faults(Lab lab) {
        Faults faults = lab.acme().faults();
        Set<LabFault> on = EnumSet.noneOf(LabFault.class);
        if (faults.revertsChanges()) {
            on.add(LabFault.CONTROLLER);
        }
        if (faults.hangsAltogether()) {
            on.add(LabFault.HANGING);
        }
        if (!faults.clockOffset().isZero()) {
            on.add(LabFault.WRONG_CLOCK);
        }
        if (lab.second().isPresent()) {
            on.add(LabFault.SECOND_SERVER);
        }
        return Set.copyOf(on);
    }
}

package dev.curfew.views.lab;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A lab that does what it is told and notes it. */
final class FakeLab implements LabDesk {
    LabSnapshot now;
    final List<String> log = new ArrayList<>();
    final List<Consumer<LabSnapshot>> watching = new ArrayList<>();

    FakeLab(LabSnapshot now) {
        this.now = now;
    }

    @Override
    public LabSnapshot look() {
        return now;
    }

    @Override
    public Runnable watch(Consumer<LabSnapshot> listener) {
        watching.add(listener);
        return () -> watching.remove(listener);
    }

    @Override
    public void act(boolean on) {
        log.add(on ? "act" : "stop");
        now = with(on, now.faults());
    }

    @Override
    public void set(LabFault fault, boolean on) {
        log.add(fault + (on ? " on" : " off"));
        EnumSet<LabFault> faults = EnumSet.noneOf(LabFault.class);
        faults.addAll(now.faults());
        if (on) {
            faults.add(fault);
        } else {
            faults.remove(fault);
        }
        now = with(now.acting(), faults);
    }

    @Override
    public void closeStreams() {
        log.add("close");
    }

    private LabSnapshot with(boolean acting, Set<LabFault> faults) {
        return new LabSnapshot(
                acting,
                now.lanes(),
                now.calls(),
                now.moments(),
                now.credentials(),
                now.open(),
                faults);
    }
}

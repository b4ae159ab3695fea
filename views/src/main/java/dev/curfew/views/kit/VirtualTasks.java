package dev.curfew.views.kit;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Tasks on virtual threads. Closing it interrupts all of them; from then on none is started. */
public final class VirtualTasks implements Tasks, AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FxThread fx;
    private final ShownTasks shown = new ShownTasks();
    private final AtomicLong lastId = new AtomicLong();

    public VirtualTasks(FxThread fx) {
        this.fx = fx;
    }

    @Override
    public <T> Running start(
            String name,
            Callable<T> work,
            Consumer<? super T> done,
            Consumer<? super Throwable> crashed) {
        AtomicBoolean open = new AtomicBoolean(true);
        Future<?> running = run(name, work, open, done, crashed);
        return () -> {
            open.set(false);
            running.cancel(true);
        };
    }

    @Override
    public <T> Running startShown(
            String title,
            Work<T> work,
            Consumer<? super T> done,
            Consumer<? super Throwable> crashed) {
        long id = lastId.incrementAndGet();
        AtomicBoolean open = new AtomicBoolean(true);
        LatestValue<Report> reports =
                new LatestValue<>(fx, report -> shown.update(id, report.fraction(), report.note()));
        Callable<T> reporting =
                () -> work.run((fraction, note) -> reports.offer(new Report(fraction, note)));
        Worker worker = new Worker();
        shown.add(new TaskState(id, title, "", -1, worker::interrupt));
        Runnable ended =
                () -> {
                    reports.close();
                    shown.remove(id);
                };
        Future<?> running =
                run(
                        title,
                        () -> worker.call(reporting),
                        open,
                        value -> {
                            ended.run();
                            done.accept(value);
                        },
                        failure -> {
                            ended.run();
                            crashed.accept(failure);
                        });
        return () -> {
            open.set(false);
            running.cancel(true);
            ended.run();
        };
    }

    @Override
    public ReadOnlyObjectProperty<List<TaskState>> shownProperty() {
        return shown.property();
    }

    private <T> Future<?> run(
            String name,
            Callable<T> work,
            AtomicBoolean open,
            Consumer<? super T> done,
            Consumer<? super Throwable> crashed) {
        FutureTask<Void> task =
                new FutureTask<>(
                        () -> {
                            Thread.currentThread().setName(name);
                            try {
                                T value = work.call();
                                fx.run(() -> deliver(open, done, value));
                            } catch (Throwable failure) {
                                fx.run(() -> deliver(open, crashed, failure));
                            }
                        },
                        null);
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            // The window is closing: what a timer still wanted has nobody to be shown to.
            open.set(false);
            task.cancel(false);
        }
        return task;
    }

    private static <V> void deliver(AtomicBoolean open, Consumer<? super V> to, V value) {
        if (open.getAndSet(false)) {
            to.accept(value);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private record Report(double fraction, String note) {}
}

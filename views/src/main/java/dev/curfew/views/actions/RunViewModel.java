package dev.curfew.views.actions;

import dev.curfew.containment.ChangePlan;
import dev.curfew.containment.ChangeReport;
import dev.curfew.containment.Confirmation;
import dev.curfew.containment.ItemReport;
import dev.curfew.containment.Runner;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.LatestValue;
import dev.curfew.views.kit.Tasks;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A confirmed plan while it runs. Stopping it never cuts off a batch: the thread that writes is not
 * interrupted, it is asked between batches.
 */
final class RunViewModel {
    /** How far it is. */
    record Progress(int done, int total, boolean stopping) {
        double fraction() {
            return total == 0 ? 0 : (double) done / total;
        }
    }

    private final FlowContext context;
    private final ChangePlan plan;
    private final Confirmation confirmation;
    private final ReadOnlyObjectWrapper<Progress> progress;
    private final AtomicBoolean stop = new AtomicBoolean();

    RunViewModel(FlowContext context, ChangePlan plan, Confirmation confirmation) {
        this.context = context;
        this.plan = plan;
        this.confirmation = confirmation;
        this.progress = new ReadOnlyObjectWrapper<>(new Progress(0, plan.items().size(), false));
    }

    ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ChangePlan plan() {
        return plan;
    }

    /** After the batch that is under way. */
    void stop() {
        stop.set(true);
        Progress now = progress.get();
        progress.set(new Progress(now.done(), now.total(), true));
    }

    void start(Consumer<ChangeReport> done, Runnable lost) {
        LatestValue<Integer> newest =
                new LatestValue<>(
                        context.host().fx(),
                        count ->
                                progress.set(new Progress(count, plan.items().size(), stop.get())));
        context.ui()
                .tasks()
                .startShown(
                        context.words().title(plan),
                        task -> uninterrupted(() -> run(task, newest)),
                        report -> {
                            newest.close();
                            done.accept(report);
                        },
                        crash -> {
                            newest.close();
                            lost.run();
                            context.host().crashed().accept(crash);
                        });
    }

    private ChangeReport run(Tasks.Progress task, LatestValue<Integer> newest) {
        return context.services()
                .runner()
                .run(
                        plan,
                        confirmation,
                        new Runner.Progress() {
                            @Override
                            public void items(List<ItemReport> items) {
                                int count = answered(items);
                                newest.offer(count);
                                task.report(
                                        (double) count / items.size(),
                                        context.ui()
                                                .text(
                                                        "actions.run.note",
                                                        Counts.of(count),
                                                        Counts.of(items.size())));
                            }

                            @Override
                            public boolean isCancelled() {
                                return stop.get();
                            }
                        });
    }

    private static int answered(List<ItemReport> items) {
        return (int)
                items.stream().filter(item -> item.state() != ItemReport.State.NOT_SENT).count();
    }

    /** Runs it on a thread of its own; an interrupt of this one only asks it to stop. */
    private ChangeReport uninterrupted(java.util.concurrent.Callable<ChangeReport> work)
            throws Exception {
        FutureTask<ChangeReport> running = new FutureTask<>(work);
        Thread.ofVirtual().name("action").start(running);
        while (true) {
            try {
                return running.get();
            } catch (InterruptedException e) {
                stop.set(true);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause
                        ? cause
                        : new IllegalStateException(e.getCause());
            }
        }
    }
}

package dev.curfew.views.kit;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * Runs blocking work away from the JavaFX thread and brings its end back to it. Started from the
 * JavaFX thread; both consumers run there, at most one of them, once.
 */
public interface Tasks {

    /** Work without a trace in the window, such as sorting. */
    <T> Running start(
            String name,
            Callable<T> work,
            Consumer<? super T> done,
            Consumer<? super Throwable> crashed);

    /** Work that the status bar shows and the operator can stop. */
    <T> Running startShown(
            String title,
            Work<T> work,
            Consumer<? super T> done,
            Consumer<? super Throwable> crashed);

    /** What {@link #startShown} has under way, oldest first. */
    ReadOnlyObjectProperty<List<TaskState>> shownProperty();

    /** Work that says how far it is. Interrupted when it is cancelled or stopped. */
    @FunctionalInterface
    interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /** Any thread; values may come as often as they like, the newest is shown. */
    @FunctionalInterface
    interface Progress {
        /**
         * Says how far the work is.
         *
         * @param fraction 0 to 1, or negative while the end is unknown
         */
        void report(double fraction, String note);
    }

    /** The owner's hold on started work. */
    @FunctionalInterface
    interface Running {
        Running NONE = () -> {};

        /** Interrupts the work; neither consumer is called any more. */
        void cancel();
    }
}

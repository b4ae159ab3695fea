package dev.curfew.views.list;

import dev.curfew.views.kit.Tasks;
import dev.curfew.views.kit.Tasks.Running;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer to the newest question, worked out elsewhere; the last answer stays until it is there.
 * JavaFX thread only.
 */
public final class Latest<A> {
    private static final Logger LOG = LoggerFactory.getLogger(Latest.class);

    private final ReadOnlyObjectWrapper<Optional<A>> answer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final String name;
    private final Tasks tasks;
    private Running running = Running.NONE;

    public Latest(String name, Tasks tasks) {
        this.name = name;
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<Optional<A>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public void ask(Callable<Optional<A>> question) {
        running.cancel();
        running = tasks.start(name, question, answer::set, this::crashed);
    }

    public void clear() {
        running.cancel();
        answer.set(Optional.empty());
    }

    private void crashed(Throwable bug) {
        LOG.error("{} failed", name, bug);
        answer.set(Optional.empty());
    }
}

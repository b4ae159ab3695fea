package dev.curfew.lab.fault;

import dev.curfew.lab.entry.EntryStore;
import dev.curfew.lab.entry.EntryWriter;
import dev.curfew.lab.rpc.Refusal;
import dev.curfew.lab.time.LabScheduler;
import dev.curfew.wire.spire.types.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A controller that keeps entries as Kubernetes wants them, as spire-controller-manager does: what
 * somebody deleted comes back under another ID, what somebody changed is changed back. It wants the
 * entries that were there when it was switched on. Any thread may call.
 */
public final class Controller {
    /** How often spire-controller-manager looks by itself. */
    public static final Duration EVERY = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Controller.class);
    private final EntryStore entries;
    private final EntryWriter writer;
    private final LabScheduler scheduler;
    private final BooleanSupplier serverAnswers;
    private List<Entry> wanted = List.of();
    private LabScheduler.@Nullable Task looking;

    /**
     * A controller that is off.
     *
     * @param serverAnswers while it does not, the controller can do nothing either
     */
    public Controller(
            EntryStore entries,
            EntryWriter writer,
            LabScheduler scheduler,
            BooleanSupplier serverAnswers) {
        this.entries = entries;
        this.writer = writer;
        this.scheduler = scheduler;
        this.serverAnswers = serverAnswers;
    }

    /** Wants from now on what is there now, and looks every so often. */
    public synchronized void start(Duration every) {
        stop();
        wanted = entries.all().filter(Controller::isForKubernetes).toList();
        looking = scheduler.every(every, this::reconcile);
    }

    /** Wants nothing any more. */
    public synchronized void stop() {
        if (looking != null) {
            looking.cancel();
            looking = null;
        }
    }

    /** Whether it is on. */
    public synchronized boolean runs() {
        return looking != null;
    }

    private synchronized void reconcile() {
        if (looking == null || !serverAnswers.getAsBoolean()) {
            return;
        }
        var now = new ArrayList<Entry>(wanted.size());
        for (var entry : wanted) {
            now.add(kept(entry));
        }
        wanted = List.copyOf(now);
    }

    private Entry kept(Entry entry) {
        try {
            var stored = entries.find(entry.getId());
            if (stored.isEmpty()) {
                return entry.toBuilder()
                        .setId(writer.create(entry.toBuilder().clearId().build()).entry().getId())
                        .build();
            }
            if (!sameWish(entry, stored.get())) {
                writer.update(entry);
            }
        } catch (Refusal refusal) {
            LOG.info("The controller is refused: {}", refusal.getMessage());
        }
        return entry;
    }

    private static boolean sameWish(Entry one, Entry other) {
        return wish(one).equals(wish(other))
                && new HashSet<>(one.getSelectorsList())
                        .equals(new HashSet<>(other.getSelectorsList()));
    }

    private static Entry wish(Entry entry) {
        return entry.toBuilder()
                .clearId()
                .clearSelectors()
                .clearRevisionNumber()
                .clearCreatedAt()
                .build();
    }

    private static boolean isForKubernetes(Entry entry) {
        return entry.getSelectorsList().stream()
                .anyMatch(selector -> selector.getType().equals("k8s"));
    }
}

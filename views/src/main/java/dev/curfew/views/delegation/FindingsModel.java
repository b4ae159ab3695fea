package dev.curfew.views.delegation;

import dev.curfew.delegation.rules.DelegationRules;
import dev.curfew.views.delegation.FindingRow.Found;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Tasks.Running;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks whatever the screen is fed with, away from the JavaFX thread. What was found stays until
 * newer facts are checked; a check that is under way then is given up. Lives as long as the window.
 * JavaFX thread only.
 */
public final class FindingsModel {
    /** Ends pass without anything being read anew. */
    private static final Duration OLD = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(FindingsModel.class);

    private final ObservableValue<Optional<GrantSnapshot>> feed;
    private final Supplier<DelegationRules> rules;
    private final FindingMemory memory;
    private final FindingWords words;
    private final Ui ui;
    private final ReadOnlyObjectWrapper<Optional<GrantSnapshot>> snapshot =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<FindingsState> state =
            new ReadOnlyObjectWrapper<>(FindingsState.NONE);
    private Running running = Running.NONE;

    /**
     * @param rules those in force; may block, and is not asked on the JavaFX thread
     */
    public FindingsModel(
            ObservableValue<Optional<GrantSnapshot>> feed,
            Supplier<DelegationRules> rules,
            FindingMemory memory,
            Ui ui) {
        this.feed = feed;
        this.rules = rules;
        this.memory = memory;
        this.ui = ui;
        words = new FindingWords(ui);
        feed.subscribe(now -> check());
    }

    /** What was fed, with what is known of it marked. */
    public ReadOnlyObjectProperty<Optional<GrantSnapshot>> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<FindingsState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Checks anew: the rules have changed, or time has passed. */
    public void check() {
        running.cancel();
        Optional<GrantSnapshot> fed = feed.getValue();
        if (fed.isEmpty()) {
            snapshot.set(fed);
            state.set(FindingsState.NONE);
            return;
        }
        FindingMarks marks = snapshot.get().map(GrantSnapshot::marks).orElse(FindingMarks.NONE);
        GrantSnapshot marked = fed.get().with(marks);
        if (snapshot.get().isEmpty() || !isSame(snapshot.get().get(), marked)) {
            snapshot.set(Optional.of(marked));
        }
        state.set(new FindingsState(state.get().findings(), true));
        running =
                ui.tasks()
                        .start(
                                "delegation.check",
                                () ->
                                        Findings.of(
                                                marked,
                                                rules.get(),
                                                memory,
                                                words,
                                                ui.ages().now()),
                                this::checked,
                                this::crashed);
    }

    /** Newer facts about the workloads alone draw no other picture. */
    private static boolean isSame(GrantSnapshot one, GrantSnapshot other) {
        return one.grants() == other.grants()
                && one.marks() == other.marks()
                && one.readAt().equals(other.readAt())
                && one.partial().equals(other.partial())
                && one.source().equals(other.source());
    }

    private void checked(Findings found) {
        state.set(new FindingsState(Optional.of(found), false));
        GrantSnapshot marked = found.of().with(found.marks());
        if (snapshot.get().isEmpty() || !isSame(snapshot.get().get(), marked)) {
            snapshot.set(Optional.of(marked));
        }
    }

    private void crashed(Throwable bug) {
        if (!(bug instanceof InterruptedException)) {
            LOG.error("Delegation could not be checked", bug);
        }
        state.set(new FindingsState(state.get().findings(), false));
    }

    /** Lets a finding be for a while; the rest is checked anew. */
    void waive(Found found, String reason, Duration time) {
        Instant now = ui.ages().now();
        keep(() ->
                memory.waivers()
                        .add(found.finding(), reason, memory.operator(), now, now.plus(time)));
    }

    /**
     * @param reason may be empty
     */
    void endWaiver(Found found, String reason) {
        keep(() -> memory.waivers().end(found.finding(), reason, memory.operator()));
    }

    FindingMemory memory() {
        return memory;
    }

    private void keep(Runnable change) {
        ui.tasks()
                .start(
                        "delegation.waive",
                        () -> {
                            change.run();
                            return change;
                        },
                        done -> check(),
                        bug -> {
                            LOG.error("A waiver could not be kept", bug);
                            ui.dialogs()
                                    .tell(
                                            Notice.warning(
                                                    ui.text(
                                                            "findings.waive.failed",
                                                            String.valueOf(bug.getMessage()))));
                        });
    }

    /** Each second while it is shown: what depends on the time is checked again once it is old. */
    void tick() {
        boolean old =
                state.get()
                        .findings()
                        .filter(found -> !found.at().plus(OLD).isAfter(ui.ages().now()))
                        .isPresent();
        if (old && !state.get().checking()) {
            check();
        }
    }
}

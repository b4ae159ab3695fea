package dev.curfew.views.containments;

import dev.curfew.containment.book.Kept;
import dev.curfew.views.kit.FxThread;
import dev.curfew.views.kit.LatestValue;
import dev.curfew.views.kit.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/**
 * The newest state of every containment on the JavaFX thread, and what of it can still act. JavaFX
 * thread only, but for {@link #feed}.
 */
public final class ContainmentsModel {
    /** What is over is still shown for so long. */
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final ReadOnlyObjectWrapper<List<Kept>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Countdown>> countdowns =
            new ReadOnlyObjectWrapper<>(List.of());
    private final LatestValue<List<Kept>> newest;
    private final InstantSource clock;

    public ContainmentsModel(FxThread fx, InstantSource clock) {
        this.clock = clock;
        newest = new LatestValue<>(fx, this::show);
    }

    /** Takes every new list; any thread. */
    public Consumer<List<Kept>> feed() {
        return newest::offer;
    }

    /** The newest first. */
    public ReadOnlyObjectProperty<List<Kept>> allProperty() {
        return all.getReadOnlyProperty();
    }

    public Optional<Kept> find(String id) {
        return all.get().stream().filter(kept -> kept.id().equals(id)).findFirst();
    }

    /** What can still act, the longest first; then what ended within a day. */
    public ReadOnlyObjectProperty<List<Countdown>> countdownsProperty() {
        return countdowns.getReadOnlyProperty();
    }

    /** How many can still act. */
    public long open() {
        return countdowns.get().stream().filter(Countdown::isOpen).count();
    }

    /** How many of them have no end that is known: put back, without a bound, not known. */
    public long endless() {
        return countdowns.get().stream().filter(one -> one.isOpen() && !one.isRunning()).count();
    }

    /** When the last that counts down is over; empty: one has no bound, or none counts down. */
    public Optional<Instant> lastEnd() {
        List<Countdown> open = countdowns.get().stream().filter(Countdown::isOpen).toList();
        return open.isEmpty() || !open.stream().allMatch(Countdown::isRunning)
                ? Optional.empty()
                : open.getFirst().by();
    }

    /** Looks each second what is over by now, until the subscription ends. */
    public Subscription attached(Ticker ticker) {
        return ticker.everySecond(this::count);
    }

    private void show(List<Kept> shown) {
        all.set(shown);
        count();
    }

    private void count() {
        Instant now = clock.instant();
        countdowns.set(
                all.get().stream()
                        .flatMap(kept -> Countdown.of(kept, now).stream())
                        .filter(one -> one.isOpen() || isRemembered(one, now))
                        .sorted(Countdown.longestFirst())
                        .toList());
    }

    private static boolean isRemembered(Countdown one, Instant now) {
        Instant over = one.by().orElse(one.kept().state().startedAt());
        return over.plus(REMEMBERED).isAfter(now);
    }
}

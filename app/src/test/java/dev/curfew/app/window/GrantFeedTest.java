package dev.curfew.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.added.Added;
import dev.curfew.delegation.added.AddedFile;
import dev.curfew.outcome.Outcome;
import dev.curfew.text.Texts;
import dev.curfew.views.delegation.GrantSnapshot;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.FxThread;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;

/** What is added is looked at whether or not a backend is there. */
class GrantFeedTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private final List<Throwable> crashes = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Added> added = new ReadOnlyObjectWrapper<>(Added.NOTHING);
    private Instant now = NOON;

    private static final class AtOnce implements FxThread {
        @Override
        public void run(Runnable action) {
            action.run();
        }

        @Override
        public void runAfter(Duration delay, Runnable action) {}
    }

    private static Added declared(String text) {
        return switch (AddedFile.read(text, "known.yaml", NOON)) {
            case Outcome.Ok<Added>(var read) -> read;
            case Outcome.Failed<Added>(var why) -> throw new AssertionError(why);
        };
    }

    @Test
    void withoutABackendWhatWasAddedIsShownAndGoesAway() {
        GrantFeed feed =
                new GrantFeed(
                        new EstateModel(new AtOnce()),
                        added.getReadOnlyProperty(),
                        new AtOnceTasks(title -> {
                            throw new AssertionError(title);
                        }),
                        () -> now,
                        Texts.ofServices(),
                        crashes::add);
        assertThat(feed.snapshotProperty().get()).isEmpty();
        now = NOON.plusSeconds(5);
        added.set(declared("version: 1\ngrants:\n  - {from: user:erin, to: tool:mail}\n"));
        GrantSnapshot shown = feed.snapshotProperty().get().orElseThrow();
        assertThat(shown.grants().grants()).hasSize(1);
        assertThat(shown.source()).isEqualTo("known.yaml");
        assertThat(shown.readAt()).isEqualTo(NOON.plusSeconds(5));
        assertThat(shown.partial()).isEmpty();
        added.set(Added.NOTHING);
        assertThat(feed.snapshotProperty().get()).isEmpty();
        assertThat(crashes).isEmpty();
    }
}

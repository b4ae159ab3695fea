package dev.curfew.views.testing;

import dev.curfew.text.Texts;
import dev.curfew.views.kit.Ages;
import dev.curfew.views.kit.Overlays;
import dev.curfew.views.kit.Tasks;
import dev.curfew.views.kit.Ui;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import javafx.util.Subscription;

/** A {@link Ui} of fakes at a fixed time. */
public final class TestUi {
    public static final Instant NOW = Instant.parse("2026-10-02T14:01:12Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private TestUi() {}

    public static Texts texts() {
        return Texts.load("dev.curfew.views.text.views", Locale.ROOT);
    }

    public static Ui with(Tasks tasks) {
        return with(tasks, new FakeDialogs(), overlay -> () -> {});
    }

    public static Ui with(Tasks tasks, FakeDialogs dialogs, Overlays overlays) {
        Texts texts = texts();
        return new Ui(
                texts,
                tasks,
                dialogs,
                overlays,
                new Ages(texts, CLOCK),
                action -> Subscription.EMPTY,
                new MemoryColumns());
    }
}

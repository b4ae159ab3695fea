package dev.curfew.app.window;

import dev.curfew.connect.StatusFailures;
import dev.curfew.text.Texts;
import dev.curfew.views.kit.Dialogs;
import dev.curfew.views.kit.Notice;
import java.util.function.Consumer;

/** Bugs of ours: logged once, told by their reference. JavaFX thread only. */
record Crashes(Dialogs dialogs, Texts texts) implements Consumer<Throwable> {
    @Override
    public void accept(Throwable thrown) {
        String reference = StatusFailures.unexpected(thrown, "window").detail();
        dialogs.tell(Notice.warning(texts.get("window.crashed", reference)));
    }
}

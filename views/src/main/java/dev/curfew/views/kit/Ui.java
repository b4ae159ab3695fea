package dev.curfew.views.kit;

import dev.curfew.text.Texts;

/** What nearly every view is given. */
public record Ui(
        Texts texts,
        Tasks tasks,
        Dialogs dialogs,
        Overlays overlays,
        Ages ages,
        Ticker ticker,
        ColumnMemory columns) {

    public String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }
}

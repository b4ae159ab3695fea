package dev.curfew.views.journal;

import dev.curfew.export.PrettyJson;
import javafx.scene.control.TextArea;

/** What was sent or came back, indented, to read and to copy from. */
final class CodeBlock extends TextArea {
    private static final int MOST_LINES = 16;

    CodeBlock(String id, String name, String text) {
        super(PrettyJson.of(text));
        setId(id);
        setEditable(false);
        setAccessibleText(name);
        getStyleClass().addAll("mono", "code-block");
        long lines = getText().lines().count();
        setPrefRowCount((int) Math.clamp(lines + 1, 2, MOST_LINES));
        setMinHeight(USE_PREF_SIZE);
        setWrapText(!text.startsWith("{") && !text.startsWith("["));
    }
}

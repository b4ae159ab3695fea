package dev.curfew.views.actions;

import dev.curfew.identity.HostNames;
import dev.curfew.identity.Node;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Says below the parent which nodes would serve the entry, while it is typed. */
final class ServedNote extends VBox {
    private static final int NAMED = 3;

    private final Ui ui;
    private final Label words = Labels.wrapped("", "caption");

    ServedNote(Ui ui) {
        this.ui = ui;
        words.setId("entry-served");
        getChildren().setAll(words);
    }

    void show(EntryFormViewModel.Served served) {
        if (!served.parentRead()) {
            say(Tone.MUTED, "");
        } else if (served.nodes().isEmpty()) {
            say(Tone.MUTED, ui.text("actions.entry.served.unknown"));
        } else {
            show(served.nodes().get(), served.alias());
        }
    }

    private void show(List<Node> nodes, boolean alias) {
        if (nodes.isEmpty()) {
            say(
                    Tone.WARNING,
                    alias
                            ? ui.text("actions.entry.alias.none")
                            : ui.text("actions.entry.served.none"));
            return;
        }
        String count = Counts.of(nodes.size());
        String names =
                nodes.stream()
                        .limit(NAMED)
                        .map(node -> HostNames.orShortName(node))
                        .collect(Collectors.joining(", "));
        String shown = nodes.size() > NAMED ? names + ", …" : names;
        say(
                Tone.MUTED,
                alias
                        ? ui.text("actions.entry.alias", count, shown)
                        : ui.text("actions.entry.served", count, shown));
    }

    private void say(Tone tone, String text) {
        tone.on(words);
        words.setText(text);
        setVisible(!text.isEmpty());
        setManaged(!text.isEmpty());
    }
}

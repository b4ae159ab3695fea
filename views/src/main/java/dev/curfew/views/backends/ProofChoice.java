package dev.curfew.views.backends;

import dev.curfew.views.backends.BackendDraft.Proof;
import dev.curfew.views.backends.BackendDraft.Shown;
import dev.curfew.views.backends.BackendDraft.Source;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Segments;
import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.HBox;

/**
 * What is shown as a proof of who we are, and where its secret comes from: two lines of choices.
 */
final class ProofChoice {
    private final HBox shownLine;
    private final HBox sourceLine;
    private final Supplier<Proof> now;

    /**
     * @param name of what is chosen
     * @param offered in this order
     * @param now what is chosen
     * @param chosen hears of another choice
     */
    ProofChoice(
            String id,
            String name,
            List<Shown> offered,
            Supplier<Proof> now,
            Consumer<Proof> chosen,
            Ui ui) {
        this.now = now;
        Segments shown =
                new Segments(
                        id,
                        name,
                        offered.stream().map(one -> word(one, ui)).toList(),
                        index -> chosen.accept(now.get().with(offered.get(index))));
        shown.choose(offered.indexOf(now.get().shown()));
        Segments source =
                new Segments(
                        id + "-from",
                        ui.text("backends.form.secretFrom"),
                        List.of(
                                ui.text("connections.passphrase.ask"),
                                ui.text("connections.passphrase.environment"),
                                ui.text("connections.passphrase.file")),
                        index -> chosen.accept(now.get().with(Source.values()[index])));
        source.choose(now.get().source().ordinal());
        shownLine = line(name, shown);
        sourceLine = line(ui.text("backends.form.secretFrom"), source);
        show(true);
    }

    HBox shownLine() {
        return shownLine;
    }

    HBox sourceLine() {
        return sourceLine;
    }

    /**
     * @param needed the choice has a meaning
     */
    void show(boolean needed) {
        show(shownLine, needed);
        show(sourceLine, needed && now.get().shown() != Shown.NOTHING);
    }

    private static void show(HBox line, boolean needed) {
        line.setVisible(needed);
        line.setManaged(needed);
    }

    private static HBox line(String name, Segments segments) {
        HBox line = new HBox(Labels.of(name, "field-name"), segments);
        line.getStyleClass().add("field-line");
        return line;
    }

    private static String word(Shown shown, Ui ui) {
        return switch (shown) {
            case NOTHING -> ui.text("backends.proof.nothing");
            case KEY -> ui.text("backends.proof.key");
            case PASSWORD -> ui.text("backends.proof.password");
        };
    }
}

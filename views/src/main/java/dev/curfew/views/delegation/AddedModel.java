package dev.curfew.views.delegation;

import dev.curfew.delegation.added.Added;
import dev.curfew.delegation.added.AddedFile;
import dev.curfew.outcome.Outcome;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Ui;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Tokens and declared grants that were added by hand, until the window is closed: nothing of them
 * is stored. JavaFX thread only; files are read elsewhere.
 */
public final class AddedModel {
    private final ReadOnlyObjectWrapper<Added> added = new ReadOnlyObjectWrapper<>(Added.NOTHING);
    private final Consumer<Throwable> crashed;
    private final Ui ui;

    public AddedModel(Consumer<Throwable> crashed, Ui ui) {
        this.crashed = crashed;
        this.ui = ui;
    }

    public ReadOnlyObjectProperty<Added> addedProperty() {
        return added.getReadOnlyProperty();
    }

    /** A file with a token, or with declared grants. */
    void addFile(Path file) {
        add(() -> AddedFile.read(file, ui.ages().now()));
    }

    /** The same as text that was dropped. */
    void addText(String text) {
        add(text, ui.text("delegation.added.dropped"));
    }

    /** The same from the clipboard. */
    void paste() {
        ui.dialogs()
                .pasted()
                .filter(text -> !text.isBlank())
                .ifPresentOrElse(
                        text -> add(text, ui.text("delegation.added.pasted")),
                        () ->
                                ui.dialogs()
                                        .tell(Notice.warning(ui.text("delegation.added.nothing"))));
    }

    /** Texts have no names of their own: a second one must not take the place of the first. */
    private void add(String text, String name) {
        List<String> taken = added.get().names();
        String free =
                IntStream.iterate(1, n -> n + 1)
                        .mapToObj(n -> n == 1 ? name : ui.text("delegation.added.again", name, n))
                        .filter(one -> !taken.contains(one))
                        .findFirst()
                        .orElse(name);
        add(() -> AddedFile.read(text, free, ui.ages().now()));
    }

    void remove(String name) {
        added.set(added.get().without(name));
    }

    private void add(Callable<Outcome<Added>> reading) {
        ui.tasks().start("delegation.added", reading, this::arrived, crashed);
    }

    private void arrived(Outcome<Added> read) {
        switch (read) {
            case Outcome.Ok<Added>(var more) -> {
                added.set(added.get().and(more));
                ui.dialogs().tell(Notice.done(told(more)));
            }
            case Outcome.Failed<Added>(var failure) ->
                    ui.dialogs().tell(Notice.warning(Explanations.of(failure).asParagraph()));
        }
    }

    private String told(Added more) {
        String name = String.join(", ", more.names());
        int grants = more.grants().size();
        return more.tokens().isEmpty()
                ? ui.text("delegation.added.declared", grants, name)
                : ui.text("delegation.added.claimed", grants, name);
    }
}

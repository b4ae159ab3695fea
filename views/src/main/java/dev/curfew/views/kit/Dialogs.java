package dev.curfew.views.kit;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What leaves the page: questions, notes, files, the clipboard. Nothing here waits; answers come
 * back on the JavaFX thread, and a dismissed question or chooser calls nobody.
 */
public interface Dialogs {
    void confirm(Confirmation question, Runnable confirmed);

    /** A note that needs no answer and goes away by itself. */
    void tell(Notice notice);

    void chooseSave(FileQuestion question, Consumer<Path> chosen);

    void chooseOpen(FileQuestion question, Consumer<Path> chosen);

    void chooseFolder(FileQuestion question, Consumer<Path> chosen);

    void copy(String text);

    /** The text of the clipboard; empty: it holds none. */
    Optional<String> pasted();

    /** Shows a folder in the operating system's own file manager. */
    void openFolder(Path folder);
}

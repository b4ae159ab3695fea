package dev.curfew.views.kit.dialog;

import dev.curfew.views.kit.FileQuestion;
import java.nio.file.Path;
import java.util.Optional;

/** What only the operating system does. Blocks while its own window is open; JavaFX thread. */
public interface SystemDesk {
    Optional<Path> chooseSave(FileQuestion question);

    Optional<Path> chooseOpen(FileQuestion question);

    Optional<Path> chooseFolder(FileQuestion question);

    void copy(String text);

    /** The text of the clipboard; empty: it holds none. */
    Optional<String> pasted();

    void openFolder(Path folder);
}

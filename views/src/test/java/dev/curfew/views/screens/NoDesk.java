package dev.curfew.views.screens;

import dev.curfew.views.kit.FileQuestion;
import dev.curfew.views.kit.dialog.SystemDesk;
import java.nio.file.Path;
import java.util.Optional;

/** No choosers and no clipboard. */
final class NoDesk implements SystemDesk {
    @Override
    public Optional<Path> chooseSave(FileQuestion question) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseOpen(FileQuestion question) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseFolder(FileQuestion question) {
        return Optional.empty();
    }

    @Override
    public void copy(String text) {}

    @Override
    public Optional<String> pasted() {
        return Optional.empty();
    }

    @Override
    public void openFolder(Path folder) {}
}

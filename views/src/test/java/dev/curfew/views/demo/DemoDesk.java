package dev.curfew.views.demo;

import dev.curfew.views.kit.FileQuestion;
import dev.curfew.views.kit.dialog.SystemDesk;
import java.nio.file.Path;
import java.util.Optional;

/** A desk without a screen. */
final class DemoDesk implements SystemDesk {
    String clipboard = "";

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
    public void copy(String text) {
        clipboard = text;
    }

    @Override
    public Optional<String> pasted() {
        return Optional.empty();
    }

    @Override
    public void openFolder(Path folder) {}
}

package dev.curfew.uitests;

import dev.curfew.views.kit.FileQuestion;
import dev.curfew.views.kit.dialog.SystemDesk;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Stands for the choosers and the clipboard, which the headless platform has not. */
final class TestDesk implements SystemDesk {
    private final Deque<Path> choices = new ArrayDeque<>();
    private final Deque<Path> places = new ArrayDeque<>();
    private final List<String> copied = new ArrayList<>();

    /** The next chooser that asks for a file to open gets it. */
    synchronized void willChoose(Path file) {
        choices.add(file);
    }

    /** The next chooser that asks where to save gets it. */
    synchronized void willSaveAs(Path file) {
        places.add(file);
    }

    synchronized List<String> copied() {
        return List.copyOf(copied);
    }

    @Override
    public synchronized Optional<Path> chooseSave(FileQuestion question) {
        return Optional.ofNullable(places.poll());
    }

    @Override
    public synchronized Optional<Path> chooseOpen(FileQuestion question) {
        return Optional.ofNullable(choices.poll());
    }

    @Override
    public Optional<Path> chooseFolder(FileQuestion question) {
        return Optional.empty();
    }

    @Override
    public synchronized void copy(String text) {
        copied.add(text);
    }

    @Override
    public Optional<String> pasted() {
        return Optional.empty();
    }

    @Override
    public void openFolder(Path folder) {}
}

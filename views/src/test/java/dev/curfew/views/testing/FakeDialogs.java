package dev.curfew.views.testing;

import dev.curfew.views.kit.Confirmation;
import dev.curfew.views.kit.Dialogs;
import dev.curfew.views.kit.FileQuestion;
import dev.curfew.views.kit.Notice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Remembers what was asked and told; questions wait until the test answers. */
public final class FakeDialogs implements Dialogs {
    private Optional<String> toPaste = Optional.empty();
    private final List<Confirmation> asked = new ArrayList<>();
    private final List<Runnable> confirmations = new ArrayList<>();
    private final List<Notice> told = new ArrayList<>();
    private final List<Path> opened = new ArrayList<>();
    private Optional<Path> file = Optional.empty();
    private String clipboard = "";

    /** What the next choosers answer; empty: they are dismissed. */
    public void willChoose(Optional<Path> path) {
        file = path;
    }

    public List<Confirmation> asked() {
        return List.copyOf(asked);
    }

    public List<Notice> told() {
        return List.copyOf(told);
    }

    public List<Path> opened() {
        return List.copyOf(opened);
    }

    public String clipboard() {
        return clipboard;
    }

    public void confirmLast() {
        confirmations.removeLast().run();
    }

    @Override
    public void confirm(Confirmation question, Runnable confirmed) {
        asked.add(question);
        confirmations.add(confirmed);
    }

    @Override
    public void tell(Notice notice) {
        told.add(notice);
    }

    @Override
    public void chooseSave(FileQuestion question, Consumer<Path> chosen) {
        file.ifPresent(chosen);
    }

    @Override
    public void chooseOpen(FileQuestion question, Consumer<Path> chosen) {
        file.ifPresent(chosen);
    }

    @Override
    public void chooseFolder(FileQuestion question, Consumer<Path> chosen) {
        file.ifPresent(chosen);
    }

    @Override
    public void copy(String text) {
        clipboard = text;
    }

    public void willPaste(Optional<String> text) {
        toPaste = text;
    }

    @Override
    public Optional<String> pasted() {
        return toPaste;
    }

    @Override
    public void openFolder(Path folder) {
        opened.add(folder);
    }
}

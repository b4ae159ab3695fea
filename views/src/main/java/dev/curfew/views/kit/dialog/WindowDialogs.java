package dev.curfew.views.kit.dialog;

import dev.curfew.text.Texts;
import dev.curfew.views.kit.Confirmation;
import dev.curfew.views.kit.Dialogs;
import dev.curfew.views.kit.FileQuestion;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Overlays;
import dev.curfew.views.kit.Overlays.Open;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Dialogs of the real window: questions above the page, files and clipboard by the system. */
public final class WindowDialogs implements Dialogs {
    private final Overlays overlays;
    private final NoticeBar notices;
    private final SystemDesk desk;
    private final Texts texts;

    public WindowDialogs(Overlays overlays, NoticeBar notices, SystemDesk desk, Texts texts) {
        this.overlays = overlays;
        this.notices = notices;
        this.desk = desk;
        this.texts = texts;
    }

    @Override
    public void confirm(Confirmation question, Runnable confirmed) {
        AtomicReference<Open> open = new AtomicReference<>(() -> {});
        ConfirmCard card =
                new ConfirmCard(
                        question,
                        texts,
                        () -> open.get().close(),
                        () -> {
                            open.get().close();
                            confirmed.run();
                        });
        Node node = card.node();
        open.set(
                overlays.show(
                        new Overlays.Overlay(
                                question.id(),
                                question.title(),
                                node,
                                card.firstFocus(),
                                Overlays.Placement.QUESTION,
                                () -> {})));
    }

    @Override
    public void tell(Notice notice) {
        notices.show(notice);
    }

    @Override
    public void chooseSave(FileQuestion question, Consumer<Path> chosen) {
        desk.chooseSave(question).ifPresent(chosen);
    }

    @Override
    public void chooseOpen(FileQuestion question, Consumer<Path> chosen) {
        desk.chooseOpen(question).ifPresent(chosen);
    }

    @Override
    public void chooseFolder(FileQuestion question, Consumer<Path> chosen) {
        desk.chooseFolder(question).ifPresent(chosen);
    }

    @Override
    public void copy(String text) {
        desk.copy(text);
    }

    @Override
    public Optional<String> pasted() {
        return desk.pasted();
    }

    @Override
    public void openFolder(Path folder) {
        desk.openFolder(folder);
    }
}

package dev.curfew.views.kit.dialog;

import dev.curfew.views.kit.FileQuestion;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * JavaFX's choosers and clipboard. How a folder is opened is given by the application ({@code
 * HostServices}), which alone has the right to.
 */
public final class JavaFxDesk implements SystemDesk {
    private final Supplier<@Nullable Window> owner;
    private final Consumer<Path> folderOpener;

    public JavaFxDesk(Supplier<@Nullable Window> owner, Consumer<Path> folderOpener) {
        this.owner = owner;
        this.folderOpener = folderOpener;
    }

    @Override
    public Optional<Path> chooseSave(FileQuestion question) {
        return path(chooser(question).showSaveDialog(owner.get()));
    }

    @Override
    public Optional<Path> chooseOpen(FileQuestion question) {
        return path(chooser(question).showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> chooseFolder(FileQuestion question) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(question.title());
        return path(chooser.showDialog(owner.get()));
    }

    private static FileChooser chooser(FileQuestion question) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(question.title());
        chooser.setInitialFileName(question.suggestedName());
        if (!question.extension().isEmpty()) {
            chooser.getExtensionFilters()
                    .add(
                            new FileChooser.ExtensionFilter(
                                    question.kind(), "*." + question.extension()));
        }
        return chooser;
    }

    private static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public Optional<String> pasted() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString());
    }

    @Override
    public void openFolder(Path folder) {
        folderOpener.accept(folder);
    }
}

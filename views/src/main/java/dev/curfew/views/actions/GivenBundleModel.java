package dev.curfew.views.actions;

import dev.curfew.bundle.BundleFile;
import dev.curfew.bundle.GivenBundle;
import dev.curfew.outcome.Outcome;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A bundle as it is given: the file counts, where there is one, else what was pasted. */
final class GivenBundleModel {
    private final FlowContext context;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<String>> fileName =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Outcome<GivenBundle>>> bundle =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    GivenBundleModel(FlowContext context) {
        this.context = context;
        text.subscribe(_ -> parse());
    }

    StringProperty textProperty() {
        return text;
    }

    ReadOnlyObjectProperty<Optional<String>> fileNameProperty() {
        return fileName.getReadOnlyProperty();
    }

    /** What is in it, or what is wrong with it; empty while none is given. */
    ReadOnlyObjectProperty<Optional<Outcome<GivenBundle>>> bundleProperty() {
        return bundle.getReadOnlyProperty();
    }

    boolean isGiven() {
        return bundle.get().isPresent();
    }

    /** Reads it away from the JavaFX thread. */
    void read(Path file) {
        context.ui()
                .tasks()
                .start(
                        "actions.bundle",
                        () -> BundleFile.read(file),
                        read -> {
                            fileName.set(Optional.of(file.toString()));
                            bundle.set(Optional.of(read));
                        },
                        context.host().crashed());
    }

    void clearFile() {
        fileName.set(Optional.empty());
        parse();
    }

    /** Its size is limited, so that it may be read as it is typed. */
    private void parse() {
        if (fileName.get().isEmpty()) {
            bundle.set(
                    text.get().isBlank()
                            ? Optional.empty()
                            : Optional.of(GivenBundle.parse(text.get())));
        }
    }
}

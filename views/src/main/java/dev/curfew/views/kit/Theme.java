package dev.curfew.views.kit;

import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.util.Subscription;

/**
 * The look of the window: the operating system's colour scheme, unless the operator chose one. The
 * system's is given as a value ({@code Platform.getPreferences().colorSchemeProperty()}), so that a
 * test can change it.
 */
public final class Theme {
    public enum Choice {
        SYSTEM,
        DARK,
        LIGHT
    }

    private final ObservableValue<ColorScheme> system;
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final ObjectProperty<Double> textScale = new SimpleObjectProperty<>(1.0);
    private final ReadOnlyObjectWrapper<Look> look;

    public Theme(ObservableValue<ColorScheme> system) {
        this.system = system;
        this.look = new ReadOnlyObjectWrapper<>(current());
        system.subscribe(scheme -> look.set(current()));
        choice.subscribe(chosen -> look.set(current()));
        textScale.subscribe(scale -> look.set(current()));
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** 1.0 to 2.0. */
    public ObjectProperty<Double> textScaleProperty() {
        return textScale;
    }

    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** Dark to light or back; from now on the operator's choice. */
    public void toggle() {
        choice.set(look.get().dark() ? Choice.LIGHT : Choice.DARK);
    }

    /** Keeps the scene in the look until the subscription ends. */
    public Subscription install(Scene scene) {
        return look.subscribe(now -> now.apply(scene));
    }

    private Look current() {
        boolean dark =
                switch (choice.get()) {
                    case SYSTEM -> system.getValue() == ColorScheme.DARK;
                    case DARK -> true;
                    case LIGHT -> false;
                };
        return new Look(dark, textScale.get());
    }
}

package dev.curfew.views.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ThemeTest {
    private final SimpleObjectProperty<ColorScheme> system =
            new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private final Theme theme = new Theme(system);

    @Test
    void followsTheSystemUntilTheOperatorChooses() {
        assertThat(theme.lookProperty().get()).isEqualTo(new Look(false, 1));
        system.set(ColorScheme.DARK);
        assertThat(theme.lookProperty().get().dark()).isTrue();
        theme.toggle();
        assertThat(theme.choiceProperty().get()).isEqualTo(Theme.Choice.LIGHT);
        system.set(ColorScheme.DARK);
        assertThat(theme.lookProperty().get().dark()).isFalse();
        theme.choiceProperty().set(Theme.Choice.SYSTEM);
        assertThat(theme.lookProperty().get().dark()).isTrue();
    }

    @Test
    void textGrowsToTwiceItsSizeAndNoFurther() {
        theme.textScaleProperty().set(1.5);
        assertThat(theme.lookProperty().get().textScale()).isEqualTo(1.5);
        theme.textScaleProperty().set(9.0);
        assertThat(theme.lookProperty().get().textScale()).isEqualTo(2);
    }

    @Test
    void takesTheFirstFontThatIsThere() {
        assertThat(Fonts.among(List.of("DejaVu Sans", "Segoe UI", "Consolas")))
                .isEqualTo(new Fonts("Segoe UI", "Consolas", 13));
        assertThat(Fonts.among(List.of("DejaVu Sans", "DejaVu Sans Mono")))
                .isEqualTo(new Fonts("DejaVu Sans", "DejaVu Sans Mono", 12));
        assertThat(Fonts.among(List.of())).isEqualTo(new Fonts("System", "Monospaced", 13));
    }
}

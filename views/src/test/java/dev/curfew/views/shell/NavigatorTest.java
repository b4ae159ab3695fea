package dev.curfew.views.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NavigatorTest {
    private final Navigator navigator = new Navigator();

    private Optional<String> here() {
        return navigator.hereProperty().get().map(Location::screen);
    }

    @Test
    void goesBackAndForward() {
        navigator.go("a");
        navigator.go("b");
        navigator.go(new Location("c", "key"));
        navigator.back();
        navigator.back();
        assertThat(here()).contains("a");
        assertThat(navigator.canGoBack()).isFalse();
        navigator.forward();
        navigator.forward();
        assertThat(navigator.hereProperty().get()).contains(new Location("c", "key"));
        assertThat(navigator.canGoForward()).isFalse();
    }

    @Test
    void aNewStepForgetsWhatLayAhead() {
        navigator.go("a");
        navigator.go("b");
        navigator.back();
        navigator.go("c");
        navigator.forward();
        assertThat(here()).contains("c");
        navigator.back();
        assertThat(here()).contains("a");
    }

    @Test
    void stayingIsNoStep() {
        navigator.go("a");
        navigator.go("a");
        assertThat(navigator.canGoBack()).isFalse();
        navigator.back();
        assertThat(here()).contains("a");
    }
}

package dev.curfew.views.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final List<String> SHOWN = List.of("a", "b", "c", "d");

    private final Marks marks = new Marks();

    @Test
    void togglesOneKey() {
        marks.toggle("a");
        assertThat(marks.has("a")).isTrue();
        marks.toggle("a");
        assertThat(marks.isEmpty()).isTrue();
    }

    @Test
    void marksARangeFromTheLastToggledInEitherDirection() {
        marks.toggle("c");
        marks.markTo("a", SHOWN);
        assertThat(marks.keysProperty().get()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void withoutAnAnchorARangeIsOneRow() {
        marks.markTo("b", SHOWN);
        assertThat(marks.keysProperty().get()).containsExactly("b");
    }

    @Test
    void forgetsOnlyWhatIsGone() {
        marks.markAll(SHOWN);
        marks.keepOnly(Set.of("b", "x"));
        assertThat(marks.keysProperty().get()).containsExactly("b");
        marks.clear();
        assertThat(marks.isEmpty()).isTrue();
    }
}

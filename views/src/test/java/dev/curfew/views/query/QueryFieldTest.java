package dev.curfew.views.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.TestUi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

class QueryFieldTest {
    private final List<String> handedOn = new ArrayList<>();

    /** Digits are mistakes. */
    private static final class NoDigits implements QueryHelp {
        @Override
        public List<Completion> completionsAt(String text, int caret) {
            return List.of();
        }

        @Override
        public Optional<Problem> check(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isDigit(text.charAt(i))) {
                    return Optional.of(new Problem(i, i + 1, "no digits"));
                }
            }
            return Optional.empty();
        }
    }

    private QueryField field() {
        QueryField field =
                new QueryField(
                        "q",
                        "filter",
                        new NoDigits(),
                        List.of("owner:none"),
                        handedOn::add,
                        TestUi.with(new InlineTasks()));
        new Scene(field, 400, 120);
        field.applyCss();
        field.layout();
        handedOn.clear();
        return field;
    }

    private static List<String> texts(QueryField field) {
        return field.lookupAll(".label").stream().map(node -> ((Labeled) node).getText()).toList();
    }

    @Test
    void aTextWithoutMistakeIsHandedOn() {
        Fx.run(() -> {
            field().setQuery("td:acme");
            assertThat(handedOn).containsExactly("td:acme");
        });
    }

    @Test
    void aMistakeIsMarkedAndTheListKeepsItsLastFilter() {
        Fx.run(() -> {
            QueryField field = field();
            field.setQuery("ab7cd");
            field.applyCss();
            assertThat(handedOn).isEmpty();
            assertThat(texts(field)).contains("ab", "7", "cd", "no digits");
            field.setQuery("ab");
            assertThat(texts(field)).doesNotContain("no digits");
        });
    }

    @Test
    void anExampleIsTriedWithAClick() {
        Fx.run(() -> {
            ((Button) field().lookup("#q-try-0")).fire();
            assertThat(handedOn).containsExactly("owner:none");
        });
    }

    @Test
    void saysHowManyMatch() {
        Fx.run(() -> {
            QueryField field = field();
            field.showMatches(22, 46);
            assertThat(texts(field)).contains("22 of 46");
            field.showMatches(46, 46);
            assertThat(texts(field)).contains("46").doesNotContain("22 of 46");
        });
    }
}

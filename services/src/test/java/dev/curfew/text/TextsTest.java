package dev.curfew.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    private static final Texts TEXTS = Texts.ofServices();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0 entries get a longer TTL than they have now.",
                "1|1 entry gets a longer TTL than it has now.",
                "21|21 entries get a longer TTL than they have now.",
            })
    void aSentenceKnowsOneFromMany(int count, String sentence) {
        assertThat(TEXTS.get("warning.getsLonger", count)).isEqualTo(sentence);
    }

    @Test
    void whatFillsAGapIsNotReadAgain() {
        assertThat(TEXTS.get("failure.INVALID_SELECTOR.what", "{0:a|b}"))
                .isEqualTo("{0:a|b} is not a selector.");
    }

    @Test
    void aMissingKeyShowsItself() {
        assertThat(TEXTS.get("no.such.key", 1)).isEqualTo("no.such.key");
    }
}

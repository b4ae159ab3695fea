package dev.curfew.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void oneLineOfNamesThenOneARow() {
        List<String> lines = new ArrayList<>();
        Csv.write(
                List.of(
                        Column.same("a", (Integer i) -> "x" + i),
                        new Column<>("b", i -> "shown", i -> String.valueOf(i * 10))),
                List.of(1, 2),
                lines::add);
        assertThat(lines).containsExactly("a,b", "x1,10", "x2,20");
    }

    @Test
    void cellsOfServersAreHostile() {
        assertThat(Csv.line(List.of("a,b", "say \"no\"", "two words", "")))
                .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two words\",");
        assertThat(Csv.line(List.of("=1+2", "+1", "-1", "@x")))
                .isEqualTo("\"'=1+2\",\"'+1\",\"'-1\",\"'@x\"");
        assertThat(Csv.line(List.of("one\ntwo", "\u001b[2J", "\u202eabc")))
                .isEqualTo("one\\u000atwo,\\u001b[2J,\\u202eabc");
    }
}

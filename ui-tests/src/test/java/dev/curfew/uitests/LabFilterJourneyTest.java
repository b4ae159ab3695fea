package dev.curfew.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The filter of the whole window, on the lab. */
class LabFilterJourneyTest {
    @TempDir Path folder;
    private Console console;

    @BeforeEach
    void open() throws TimeoutException {
        console = Console.onTheLab(folder);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void theListNarrowsAsOneTypesAndAMistakeKeepsIt() {
        int all = console.hand().rows("workloads-table");
        assertThat(all).isGreaterThan(200);

        console.filter("planner", 3);
        console.hand().paste("workloads-query", "planner tll>1h");
        console.hand().awaitText("there is no field tll");
        assertThat(console.hand().rows("workloads-table")).isEqualTo(3);

        console.filter("", all);
    }
}
